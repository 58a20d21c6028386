using Entente.Extracting.Propositions;
using Entente.Recognizing;

namespace Entente.Extracting.Figures;

/// <summary>Ways through a dependency tree: which predicate governs a number, and how far apart two words are.</summary>
internal static class Geometry
{
    /// <summary>The token and its ancestors, up to the root.</summary>
    public static List<int> Path(this SentenceView view, int token)
    {
        List<int> path = [];
        for (int at = token; at >= 0 && path.Count <= view.Count; at = view[at].HeadIndex) path.Add(at);
        return path;
    }

    /// <summary>Whether a token heads a clause: a verb, a copular predicate, the root.</summary>
    public static bool IsClauseHead(this SentenceView view, int token) =>
        view[token].Head == 0
        || view[token].Relation is "ccomp" or "advcl" or "acl" or "parataxis" or "csubj" or "xcomp"
        || (view[token].Upos is "VERB" or "AUX" && view[token].Relation is not ("aux" or "cop" or "amod" or "compound" or "case"))
        || view.Sentence.Child(token, "nsubj") >= 0;

    /// <summary>The nearest clause head at or above a token.</summary>
    public static int ClauseOf(this SentenceView view, int token)
    {
        int last = token;
        foreach (int at in view.Path(token))
        {
            last = at;
            if (view.IsClauseHead(at)) return at;
        }
        return last;
    }

    /// <summary>Arcs between two tokens, with the clause borders among them.</summary>
    public static (int Arcs, int Borders) Distance(this SentenceView view, int a, int b)
    {
        List<int> up = view.Path(a), down = view.Path(b);
        int common = up.FindIndex(down.Contains);
        if (common < 0) return (up.Count + down.Count, 3);
        int other = down.IndexOf(up[common]);
        int borders = 0;
        for (int i = 0; i < common; i++) borders += Border(view, up[i]) ? 1 : 0;
        for (int i = 0; i < other; i++) borders += Border(view, down[i]) ? 1 : 0;
        return (common + other, borders);
    }

    /// <summary>Whether <paramref name="token"/> lies in the noun phrase of <paramref name="head"/>: below it, and not in a relative clause or aside.</summary>
    public static bool InPhrase(this SentenceView view, int token, int head)
    {
        for (int at = token, steps = 0; at >= 0 && steps <= view.Count; at = view[at].HeadIndex, steps++)
        {
            if (at == head) return true;
            if (view[at].Deprel is "acl:relcl" or "parataxis" or "advcl" or "ccomp" || view[at].Relation is "nsubj" or "csubj") return false;
        }
        return false;
    }

    /// <summary>The preposition that joins a token to <paramref name="head"/>, the innermost on the way; "'s" for owners and adjectives; "" for others.</summary>
    public static string Link(this SentenceView view, int token, int head)
    {
        string link = "";
        for (int at = token, steps = 0; at >= 0 && at != head && steps <= view.Count; at = view[at].HeadIndex, steps++)
        {
            string preposition = view.CaseOf(at);
            if (preposition.Length > 0) return preposition;
            if (view[at].Relation is "amod" or "compound" or "nummod" || view[at].Deprel == "nmod:poss") link = "'s";
        }
        return link;
    }

    /// <summary>Whether a mention lies in brackets.</summary>
    public static bool InBrackets(this SentenceView view, Mention mention)
    {
        for (int i = mention.Tokens.Start - 1; i >= 0 && i >= mention.Tokens.Start - 8; i--)
        {
            if (view[i].Form is ")") return false;
            if (view[i].Form is "(") return true;
        }
        return false;
    }

    /// <summary>The lemma of a token in lower case.</summary>
    public static string Lemma(this SentenceView view, int token) => (view[token].Lemma is "_" or "" ? view[token].Form : view[token].Lemma).ToLowerInvariant();

    private static bool Border(SentenceView view, int token) =>
        view[token].Deprel is "acl:relcl" or "ccomp" or "advcl" or "parataxis" || (view[token].Relation is "acl" && view[token].HasFeat("VerbForm=Inf"))
        || (view[token].Relation == "conj" && view[token].Upos is "VERB" && view.Sentence.Child(token, "nsubj") >= 0);
}
