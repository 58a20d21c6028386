using Entente.Extracting.Propositions;
using Entente.Gazetteers;

namespace Entente.Extracting.Figures;

/// <summary>data/targets.tsv: words that make a number a target.</summary>
internal sealed class TargetTable
{
    private readonly HashSet<string> nouns = new(StringComparer.Ordinal);
    private readonly HashSet<string> verbs = new(StringComparer.Ordinal);

    /// <summary>Reads the table.</summary>
    public TargetTable(DataFiles data)
    {
        foreach (DataRow row in data.Read("targets"))
            (row.Required("form") == "verb" ? verbs : nouns).UnionWith(row.List("words"));
    }

    /// <summary>Whether such a word stands above a number in its clause or the one around it, or is the subject of its clause.</summary>
    public bool Governs(SentenceView view, int number)
    {
        int clauses = 0;
        foreach (int at in view.Path(number).Skip(1))
        {
            if (view[at].Upos == "VERB" && verbs.Contains(view.LemmaOf(at))) return true;
            if (view[at].Upos == "NOUN" && nouns.Contains(view.Lemma(at))) return true;
            if (!view.IsClauseHead(at)) continue;
            if (view.Sentence.ChildrenBy(at, "nsubj").Any(s => nouns.Contains(view.Lemma(s)))) return true;
            if (view[at].Relation is not ("xcomp" or "acl" or "advcl") || ++clauses > 2) return false;
        }
        return false;
    }
}
