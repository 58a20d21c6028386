using Entente.Text;

namespace Entente.Recognizing.Names;

/// <summary>
/// Reads ministers and ministries by their portfolios: "deputy trade and industry minister", "Minister of Energy", "ministry of water
/// resources". A portfolio is words of data/portfolios.tsv with "and", "of", "the" and commas between them.
/// </summary>
internal sealed class PortfolioGrammar(NameLists lists)
{
    private const int LongestPortfolio = 14;

    /// <summary>"trade and industry minister", "Energy Ministry" from <paramref name="start"/> on, or null.</summary>
    public NameHit? Before(Sentence sentence, int start)
    {
        IReadOnlyList<Token> tokens = sentence.Tokens;
        if (!IsPortfolio(tokens[start].Form)) return null;
        int at = start + 1;
        while (at < tokens.Count && at - start < LongestPortfolio)
        {
            string form = tokens[at].Form;
            if (lists.PortfolioTitles.TryGetValue(form, out ListedTitle? title))
            {
                TokenRange range = new(start, at + 1);
                string office = British(Words(sentence, range, singular: title.IsPlural));
                return new NameHit(range, [title with { Name = office, Office = Canonical(office), Rank = IsForeign(office) ? "FM" : null, Right = "state" }]);
            }
            if (IsMinistry(form))
            {
                TokenRange range = new(start, at + 1);
                return Organ(sentence, range, form, [start, at]);
            }
            bool link = form is "and" or "&" or "-" or "," && at + 1 < tokens.Count && IsPortfolio(tokens[at + 1].Form) && (form != "," || StartsUpper(tokens[at + 1]));
            if (!link && !IsPortfolio(form)) return null;
            at++;
        }
        return null;
    }

    /// <summary>Where a portfolio after "of" or "for" ends: the token after its last; <paramref name="start"/> where there is none.</summary>
    public int After(Sentence sentence, int start)
    {
        IReadOnlyList<Token> tokens = sentence.Tokens;
        if (start >= tokens.Count || tokens[start].Form.ToLowerInvariant() is not ("of" or "for")) return start;
        int at = start + 1, end = start;
        while (at < tokens.Count && at - start < LongestPortfolio)
        {
            string form = tokens[at].Form;
            // "Minister of Petroleum of the Arab Republic of Egypt": whose, not what of.
            if (end > start && form.Equals("of", StringComparison.OrdinalIgnoreCase) && IsRealm(tokens, at + 1)) break;
            if (IsPortfolio(form)) end = ++at;
            else if (form.ToLowerInvariant() is "and" or "&" or "," or "-" or "the" or "of" or "for") at++;
            else break;
        }
        return end;
    }

    private static bool IsRealm(IReadOnlyList<Token> tokens, int at)
    {
        for (int i = at; i < Math.Min(tokens.Count, at + 5); i++)
            if (tokens[i].Form is "Republic" or "Kingdom" or "State" or "Federation" or "Sultanate" or "Emirates" or "Union" or "Commonwealth" or "Principality" or "Confederation") return true;
        return false;
    }

    /// <summary>Where "and Trade", ", Water and Irrigation" behind a portfolio ends; <paramref name="start"/> where there is none.</summary>
    public int More(Sentence sentence, int start)
    {
        IReadOnlyList<Token> tokens = sentence.Tokens;
        int at = start, end = start;
        while (at + 1 < tokens.Count && tokens[at].Form is "and" or "," or "&" && IsPortfolio(tokens[at + 1].Form))
        {
            at++;
            while (at < tokens.Count && IsPortfolio(tokens[at].Form)) end = ++at;
        }
        // "the minister of foreign affairs and defence minister X": a second title.
        return end < tokens.Count && lists.PortfolioTitles.ContainsKey(tokens[end].Form) ? start : end;
    }

    /// <summary>"Ministry of Energy and Water" from <paramref name="start"/> on, or null.</summary>
    public NameHit? MinistryOf(Sentence sentence, int start)
    {
        if (!IsMinistry(sentence.Tokens[start].Form)) return null;
        int end = After(sentence, start + 1);
        return end == start + 1 ? null : Organ(sentence, new TokenRange(start, end), sentence.Tokens[start].Form, [start + 1, end]);
    }

    /// <summary>Whether a word is part of portfolios.</summary>
    public bool IsPortfolio(string form) => lists.Portfolios.ContainsKey(form);

    /// <summary>The words of a range in lower case with single spaces; the last made singular on demand.</summary>
    public static string Words(Sentence sentence, TokenRange range, bool singular = false)
    {
        List<string> words = [];
        for (int i = range.Start; i < range.End; i++)
        {
            string form = sentence.Tokens[i].Form.ToLowerInvariant();
            if (form is "," or "'s" or "-" && words.Count > 0) words[^1] += form;
            else if (words.Count > 0 && words[^1].EndsWith('-')) words[^1] += form;
            else words.Add(form);
        }
        string text = string.Join(' ', words);
        return !singular ? text : text.EndsWith("ies", StringComparison.Ordinal) ? text[..^3] + "y" : text.EndsWith('s') ? text[..^1] : text;
    }

    /// <summary>In British spelling.</summary>
    public static string British(string office) =>
        office.Replace("defense", "defence", StringComparison.Ordinal).Replace("labor", "labour", StringComparison.Ordinal)
            .Replace("labouru", "labour", StringComparison.Ordinal).Replace("advisor", "adviser", StringComparison.Ordinal);

    private static string Canonical(string office) => office is "foreign affairs minister" ? "foreign minister" : office;

    private static bool IsForeign(string office) => office.StartsWith("foreign ", StringComparison.Ordinal) || office.StartsWith("external affairs", StringComparison.Ordinal);

    private static bool IsMinistry(string form) => form.ToLowerInvariant() is "ministry" or "ministries";

    private static bool StartsUpper(Token token) => char.IsUpper(token.Form[0]);

    private NameHit Organ(Sentence sentence, TokenRange range, string noun, int[] portfolio)
    {
        string role = "GOV";
        for (int i = portfolio[0]; i < portfolio[1]; i++)
        {
            if (lists.Portfolios.TryGetValue(sentence.Tokens[i].Form, out string? r) && r != "GOV") role = r;
        }
        bool plural = noun.EndsWith("ies", StringComparison.OrdinalIgnoreCase);
        return new NameHit(range, [new ListedActor(British(Words(sentence, range)), null, ActorNameForm.Organ, role, plural)]);
    }
}
