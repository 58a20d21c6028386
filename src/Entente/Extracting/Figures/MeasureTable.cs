using Entente.Claims;
using Entente.Extracting.Propositions;
using Entente.Gazetteers;
using Entente.Recognizing;
using Entente.Text;

namespace Entente.Extracting.Figures;

/// <summary>data/figures.tsv, and its words found in sentences.</summary>
internal sealed class MeasureTable
{
    private readonly Dictionary<string, List<(string[] Words, Measure Measure)>> byFirst = new(StringComparer.Ordinal);

    /// <summary>Reads the table.</summary>
    public MeasureTable(DataFiles data)
    {
        foreach (DataRow row in data.Read("figures"))
        {
            Measure measure = new(
                row.Required("measure"),
                Parse<MeasureForm>(row, "form"),
                Parse<MeasureDirection>(row, "direction"),
                row.List("takes"),
                row["status"] is null ? null : Parse<ClaimStatus>(row, "status"),
                row["commodity"]);
            foreach (string phrase in row.List("words"))
            {
                string[] words = phrase.Split(' ');
                if (!byFirst.TryGetValue(words[0], out List<(string[], Measure)>? list)) byFirst[words[0]] = list = [];
                list.Add((words, measure));
            }
        }
        foreach (List<(string[] Words, Measure)> list in byFirst.Values) list.Sort((a, b) => b.Words.Length.CompareTo(a.Words.Length));
    }

    /// <summary>The measure words of a sentence, in order; where phrases overlap, the longest. A word may be a noun's and a verb's: its tag decides.</summary>
    public IReadOnlyList<MeasureMention> Find(SentenceView view)
    {
        List<MeasureMention> found = [];
        for (int start = 0; start < view.Count; start++)
        {
            int end = start;
            foreach ((string[] words, Measure measure) in Candidates(view, start))
            {
                if (end > start && words.Length < end - start) break;
                if (!Matches(view, start, words)) continue;
                TokenRange range = new(start, start + words.Length);
                int head = HeadOf(view, range);
                if (!Suits(view, measure, range, head)) continue;
                found.Add(new MeasureMention(measure, range, head));
                end = range.End;
            }
            if (end > start) start = end - 1;
        }
        return found;
    }

    /// <summary>The measure of a noun that is its name: "exports".</summary>
    public Measure? Named(string name) => byFirst.TryGetValue(name.TrimEnd('s'), out List<(string[] Words, Measure Measure)>? list) ? list.Find(m => m.Measure.Name == name && m.Measure.Form == MeasureForm.Noun && m.Words.Length == 1).Measure : null;

    private IEnumerable<(string[] Words, Measure Measure)> Candidates(SentenceView view, int token)
    {
        string lemma = Lemma(view, token), form = view[token].Form.ToLowerInvariant();
        IEnumerable<(string[], Measure)> found = byFirst.TryGetValue(lemma, out var byLemma) ? byLemma : [];
        return form != lemma && byFirst.TryGetValue(form, out var byForm) ? byForm.Concat(found).OrderByDescending(c => c.Item1.Length) : found;
    }

    /// <summary>Whether a verb takes in what it has as object: "absorbed exports", "bought goods".</summary>
    public bool TakesIn(string lemma) => lemma is "receive" or "get" || (byFirst.TryGetValue(lemma, out var found) && found.Exists(f => f.Words.Length == 1 && f.Measure is { Form: MeasureForm.Verb, Direction: MeasureDirection.In }));

    private static bool Matches(SentenceView view, int start, string[] words)
    {
        if (start + words.Length > view.Count) return false;
        for (int i = 0; i < words.Length; i++)
        {
            if (Lemma(view, start + i) != words[i] && !view[start + i].Form.Equals(words[i], StringComparison.OrdinalIgnoreCase)) return false;
        }
        return true;
    }

    private static bool Suits(SentenceView view, Measure measure, TokenRange range, int head)
    {
        bool verb = view[head].Upos == "VERB" && !IsOwned(view, range.Start);
        // "Changed hands": the parser may hang the verb on its noun.
        if (measure.Form == MeasureForm.Verb && range.Length > 1) return true;
        if (verb != measure.Form is MeasureForm.Verb or MeasureForm.Flow or MeasureForm.Standing) return false;
        if (verb) return true;
        if (view[head].Upos is not ("NOUN" or "PROPN" or "ADJ" or "ADV" or "X" or "VERB")) return false;
        // "15,000 soldiers" are counted, though soldiers act for their state.
        bool people = measure is { Form: MeasureForm.Counted, Name: "people" } && view.MentionAt(head) is ActorName && view[head].Upos == "NOUN" && view[head].HasFeat("Number=Plur");
        // A name finder may take the first word of a sentence for a name: "Trade has grown".
        if (view.MentionAt(head) is PersonName { Tokens.Length: 1 } && range.Start == 0) return true;
        if (!people && view.MentionAt(head) is ActorName or OfficeTitle or PersonName or PlaceName) return false;
        // "Trade mission", "export loan": the word only describes another noun.
        int governor = view[head].HeadIndex;
        return !(view[head].Relation is "compound" or "amod" && governor >= range.End && view[governor].Upos is "NOUN" or "PROPN");
    }

    /// <summary>"Kazakh exports made up": behind an owner the word is a noun, whatever the tagger thinks.</summary>
    private static bool IsOwned(SentenceView view, int start) =>
        start > 0 && view[start].Form.EndsWith('s') && (view[start - 1].Form is "'s" or "’s" || view.ActorAt(start - 1) is { Basis: Resolving.ReferenceBasis.Adjective });

    private static int HeadOf(SentenceView view, TokenRange range)
    {
        for (int i = range.Start; i < range.End; i++)
        {
            if (!range.Contains(view[i].HeadIndex)) return i;
        }
        return range.End - 1;
    }

    private static string Lemma(SentenceView view, int token) => (view[token].Lemma is "_" or "" ? view[token].Form : view[token].Lemma).ToLowerInvariant();

    private static T Parse<T>(DataRow row, string column) where T : struct, Enum => Enum.TryParse(row.Required(column), ignoreCase: true, out T value)
        ? value
        : throw new EntenteException($"{row.File}, line {row.Line}: '{row[column]}' is no {column}. Use one of {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}.");
}
