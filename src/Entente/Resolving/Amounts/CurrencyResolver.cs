using Entente.Claims;
using Entente.Gazetteers;
using Entente.Recognizing;
using Entente.Text;

namespace Entente.Resolving.Amounts;

/// <summary>
/// Says which currency is meant by a name that several share: "pesos", "francs", "kroner", "pounds". A currency is possible where its state is
/// named; the clause goes before the sentence, the sentence before the report. Where several stay possible, it is left open. "Dollars" are those of
/// the United States in the news of all the world but the newspapers of states with a dollar of their own.
/// </summary>
internal sealed class CurrencyResolver
{
    private readonly Dictionary<string, HashSet<string>> states = new(StringComparer.Ordinal);

    /// <summary>A resolver with data/currencies.tsv.</summary>
    public CurrencyResolver(DataFiles data)
    {
        foreach (DataRow row in data.Read("currencies"))
        {
            if (row.List("states") is { Length: > 0 } own) states[row.Required("code")] = new HashSet<string>(own, StringComparer.Ordinal);
        }
    }

    /// <summary>The document with its currencies told apart.</summary>
    public RecognizedDocument Resolve(RecognizedDocument document, ActorCode? home)
    {
        if (!document.Mentions.Any(m => m is Money { Options.Count: > 1 })) return document;
        List<(int Sentence, int Token, string State)> named = [];
        foreach (ActorName name in document.Mentions.OfType<ActorName>())
        {
            if (name.Candidates.Count > 0 && name.Form is not ActorNameForm.Organization && name.Candidates[0].IsState) named.Add((name.Sentence, name.Tokens.Start, name.Candidates[0].ToString()));
        }
        return new RecognizedDocument(document.Parsed, document.Mentions.Select(m => m is Money { Options.Count: > 1 } money ? money with { Currency = Choose(document, money, named, home?.ToString()) } : m));
    }

    private string? Choose(RecognizedDocument document, Money money, List<(int Sentence, int Token, string State)> named, string? home)
    {
        List<string> homes = home is null ? [] : Possible(money, [home]);
        if (money.Currency == "USD") return homes.Count == 1 && !named.Exists(n => n.State == "USA") ? homes[0] : "USD";
        List<string> clause = Possible(money, [.. named.Where(n => n.Sentence == money.Sentence && n.Token < money.Tokens.Start && n.Token >= ClauseStart(document.Sentences[money.Sentence], money.Tokens.Start)).Select(n => n.State)]);
        if (clause.Count == 1) return clause[0];
        List<string> sentence = Possible(money, [.. named.Where(n => n.Sentence == money.Sentence).Select(n => n.State)]);
        if (sentence.Count == 1) return sentence[0];
        List<string> report = Possible(money, [.. named.Select(n => n.State)]);
        if (report.Count == 1) return report[0];
        if (homes.Count == 1) return homes[0];
        return report.Count == 0 || (money.Currency is { } usual && report.Contains(usual)) ? money.Currency : null;
    }

    private List<string> Possible(Money money, IReadOnlyCollection<string> named) =>
        [.. money.Options.Where(code => states.TryGetValue(code, out HashSet<string>? own) && named.Any(own.Contains))];

    // "..., and Norway added 80 million kroner": from the conjunction on.
    private static int ClauseStart(Sentence sentence, int end)
    {
        for (int i = end - 1; i > 0; i--)
        {
            string form = sentence.Tokens[i].Form;
            if (form is ";" || (form is "and" or "but" or "while" or "whereas" && sentence.Tokens[i - 1].Form == ",")) return i;
        }
        return 0;
    }
}
