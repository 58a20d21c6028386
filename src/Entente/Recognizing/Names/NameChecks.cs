using Entente.Text;

namespace Entente.Recognizing.Names;

/// <summary>Takes out list words that name nothing here: pronouns, months, common words and parts of other names.</summary>
internal static class NameChecks
{
    // Titles and organs that are mostly other words; they count only beside a name or a state.
    private static readonly HashSet<string> CommonTitles = new(StringComparer.OrdinalIgnoreCase)
    {
        "chair", "head", "chief", "deputy", "representative", "secretary", "judge", "director", "manager", "owner", "founder", "boss", "expert", "researcher", "analyst", "economist", "professor", "dean", "leader",
        "commander", "adviser", "aide", "diplomat", "lawmaker", "legislator", "counsellor", "treasurer", "administrator", "attaché", "plenipotentiary", "prince", "princess", "queen", "king", "ruler", "commissioner",
    };

    private static readonly HashSet<string> Currencies = new(StringComparer.OrdinalIgnoreCase)
    {
        "dollar", "dollars", "rouble", "roubles", "ruble", "rubles", "yuan", "yen", "won", "rupee", "rupees", "rupiah", "lira", "liras", "pound", "pounds", "peso", "pesos", "franc", "francs", "dinar", "dinars", "rial", "rials", "riyal",
        "riyals", "dirham", "dirhams", "tenge", "som", "soms", "somoni", "manat", "manats", "sum", "soum", "afghani", "afghanis", "taka", "baht", "ringgit", "dong", "kip", "riel", "kyat", "krona", "kronor", "krone", "kroner", "zloty",
        "forint", "koruna", "leu", "lei", "lev", "hryvnia", "hryvnias", "lari", "dram", "real", "reais", "bolivar", "shilling", "shillings", "naira", "cedi", "rand", "kwacha", "birr", "shekel", "shekels", "cents", "passport", "passports",
    };

    /// <summary>Takes out of a sentence's hits what is none.</summary>
    public static void Check(Sentence sentence, List<NameHit> hits) => hits.RemoveAll(hit => IsNone(sentence, hit));

    /// <summary>Whether a title says little without a name or state beside it.</summary>
    public static bool IsCommon(string title) => CommonTitles.Contains(title);

    private static bool IsNone(Sentence sentence, NameHit hit)
    {
        // "U.S. dollars" is no actor.
        if (hit.Actor is { Form: ActorNameForm.Name or ActorNameForm.Adjective or ActorNameForm.Demonym } && hit.Tokens.End < sentence.Tokens.Count && Currencies.Contains(sentence.Tokens[hit.Tokens.End].Form)) return true;
        if (hit.Tokens.Length != 1) return false;
        Token token = sentence.Tokens[hit.Tokens.Start];
        if (hit.Title is not null)
        {
            // "Amir-Abdollahian": part of a name.
            if (IsGlued(sentence, hit.Tokens.Start) && char.IsUpper(token.Form[0])) return true;
            // "heads to", "is chairing", "will lead": verbs; "PM" after a clock time.
            if (token.Upos is "VERB" or "AUX" or "ADP" or "ADV") return true;
            if (token.Form == "PM" && hit.Tokens.Start > 0 && char.IsAsciiDigit(sentence.Tokens[hit.Tokens.Start - 1].Form[0])) return true;
            return token.Form == "FM" && hit.Tokens.Start > 0 && char.IsAsciiDigit(sentence.Tokens[hit.Tokens.Start - 1].Form[0]);
        }
        if (token.Form is "US" or "WHO" or "CAR" or "PA" or "EAS" or "ECO" && IsShouted(sentence) && token.Upos is not ("PROPN" or "ADJ")) return true;
        // "Polish the text", "Turkey is roasted": an imperative or a common noun at the start.
        return token.Upos is "VERB" or "AUX" or "PRON" && token.Form.Length > 2 && !IsShouted(sentence);
    }

    private static bool IsGlued(Sentence sentence, int at) =>
        (at + 1 < sentence.Tokens.Count && !sentence.Tokens[at].SpaceAfter && sentence.Tokens[at + 1].Form == "-") || (at > 0 && !sentence.Tokens[at - 1].SpaceAfter && sentence.Tokens[at - 1].Form == "-");

    private static bool IsShouted(Sentence sentence)
    {
        int upper = 0, lower = 0;
        foreach (Token token in sentence.Tokens)
        {
            foreach (char c in token.Form)
            {
                if (char.IsUpper(c)) upper++;
                else if (char.IsLower(c)) lower++;
            }
        }
        return upper > lower;
    }
}
