using Entente.Extracting.Propositions;
using Entente.Gazetteers;

namespace Entente.Extracting.Figures;

/// <summary>A word of change: which way, and how far where the word itself says it.</summary>
/// <param name="Sign">1 or -1.</param>
/// <param name="Percent">100 for "double", -50 for "halve", else null.</param>
internal sealed record ChangeWord(int Sign, decimal? Percent);

/// <summary>data/changes.tsv.</summary>
internal sealed class ChangeTable
{
    private readonly Dictionary<(string Form, string Word), ChangeWord> words = [];

    /// <summary>Reads the table.</summary>
    public ChangeTable(DataFiles data)
    {
        foreach (DataRow row in data.Read("changes"))
        {
            decimal? percent = decimal.TryParse(row["percent"], System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture, out decimal p) ? p : null;
            ChangeWord word = new(row.Required("sign") == "-" ? -1 : 1, percent);
            foreach (string text in row.List("words")) words[(row.Required("form"), text)] = word;
        }
    }

    /// <summary>The change that a verb tells, or null.</summary>
    public ChangeWord? Verb(SentenceView view, int token) =>
        token < 0 ? null
        : view[token].Upos is "VERB" ? words.GetValueOrDefault(("verb", view.LemmaOf(token))) ?? words.GetValueOrDefault(("verb", Lemma(view, token))) ?? Form(view, token)
        : view[token].Upos is "NOUN" or "ADJ" or "ADV" or "X" or "PROPN" ? Form(view, token) : null;

    /// <summary>The change that a noun tells, or null.</summary>
    public ChangeWord? Noun(SentenceView view, int token) =>
        token >= 0 && view[token].Upos is "NOUN" ? words.GetValueOrDefault(("noun", Lemma(view, token))) : null;

    /// <summary>"Up", "down", or null.</summary>
    public ChangeWord? Adverb(SentenceView view, int token) =>
        token >= 0 && token < view.Count ? words.GetValueOrDefault(("adverb", view[token].Form.ToLowerInvariant())) : null;

    /// <summary>"More", "less", "above", or null.</summary>
    public ChangeWord? Comparative(SentenceView view, int token) =>
        token >= 0 && token < view.Count ? words.GetValueOrDefault(("comparative", view[token].Form.ToLowerInvariant())) : null;

    // Past forms are listed as written: taggers take the rare ones ("shrank") for nouns.
    private ChangeWord? Form(SentenceView view, int token) =>
        view[token].Form.ToLowerInvariant() is { } form && form != Lemma(view, token) | view[token].Upos != "VERB" && Past(form) ? words.GetValueOrDefault(("verb", form)) : null;

    private static bool Past(string form) => form.EndsWith("ed", StringComparison.Ordinal) || form is "rose" or "grew" or "fell" or "sank" or "slid" or "shrank" or "shrunk" or "risen" or "grown" or "fallen" or "sunk";

    private static string Lemma(SentenceView view, int token) => (view[token].Lemma is "_" or "" ? view[token].Form : view[token].Lemma).ToLowerInvariant();
}
