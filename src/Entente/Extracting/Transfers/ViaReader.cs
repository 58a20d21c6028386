using Entente.Extracting.Figures;
using Entente.Extracting.Propositions;
using Entente.Recognizing;
using Entente.Resolving;
using Entente.Text;

namespace Entente.Extracting.Transfers;

/// <summary>Reads the way that goods take: a pipeline, port, railway or country that they cross.</summary>
internal static class ViaReader
{
    /// <summary>The way as written, or null.</summary>
    public static string? Read(ExtractionContext context, SentenceView view, Proposition proposition, int goods)
    {
        foreach (Argument argument in proposition.Arguments)
        {
            if (argument.Role == ArgumentRole.Oblique && argument.Head != goods && IsWay(view, argument.Preposition, argument.Head)) return Words(context, view, argument.Head);
        }
        // "in transit through", "supplies of gas through Iran": the phrase may hang on the goods or on another word of the clause.
        int clause = view.ClauseOf(proposition.Head);
        foreach (int token in view.Sentence.Subtree(clause))
        {
            if (token == goods || view[token].Relation is not ("nmod" or "obl") || !IsWay(view, view.CaseOf(token), token)) continue;
            if (view.ClauseOf(token) == clause || (goods >= 0 && view.InPhrase(token, goods))) return Words(context, view, token);
        }
        return null;
    }

    /// <summary>Whether a token stands in a phrase of "through", "via" or "across".</summary>
    public static bool IsOnTheWay(SentenceView view, int token) => OwnPhrase(view, token).Any(t => view.CaseOf(t) is "through" or "via" or "across");

    private static IEnumerable<int> OwnPhrase(SentenceView view, int token)
    {
        for (int at = token; at >= 0; at = view[at].HeadIndex)
        {
            yield return at;
            if (view[at].Relation is not ("amod" or "compound" or "conj" or "flat") && view[at].Deprel != "nmod:poss") yield break;
        }
    }

    private static bool IsWay(SentenceView view, string preposition, int head) => preposition switch
    {
        // "Via its embassy", "through the Red Cross": who hands it on is no way.
        "through" or "via" or "across" or "by way of" => IsRoute(view, head) || (view.ActorAt(head) is { } actor ? actor.Basis is ReferenceBasis.Name or ReferenceBasis.Seat or ReferenceBasis.Adjective : view[head].Upos is "PROPN" && !view.IsIn("no-way", head)),
        "over" or "along" or "by" or "into" => IsRoute(view, head),
        _ => false,
    };

    /// <summary>Whether a noun names a way: a pipeline, port, railway.</summary>
    public static bool IsRoute(SentenceView view, int head) =>
        view.Lemma(head) is "pipeline" or "railway" or "rail" or "port" or "road" or "corridor" or "route" or "territory" or "sea" or "canal" or "strait" or "border" or "terminal" or "system" or "line" or "infrastructure" or "crossing" or "air" or "bridge" or "network" or "ship" or "train"
        || view.Mentions.Any(m => m is PlaceName { Kind: "port" or "pipeline" or "corridor" or "sea" or "border crossing" or "river" } && m.Tokens.Contains(head));

    private static string Words(ExtractionContext context, SentenceView view, int head)
    {
        List<int> tokens = [.. view.Sentence.Subtree(head).Where(t => Kept(view, t, head))];
        string text = new TextSpan(view[tokens[0]].Span.Start, view[tokens[^1]].Span.End).In(context.Document.Document.Text).ReplaceLineEndings(" ");
        return text.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? text[4..] : text;
    }

    private static bool Kept(SentenceView view, int token, int head)
    {
        // "By ship every day": when is no part of the way.
        if (token != head && view.Times.Any(t => t.Expression.Tokens.Contains(token)) || view[token].Form.ToLowerInvariant() is "day" or "week" or "month" or "year" or "every" or "each" or "its" or "their") return false;
        for (int at = token; at != head && at >= 0; at = view[at].HeadIndex)
        {
            if (view[at].Relation is "acl" or "appos" or "punct" or "parataxis" or "case" or "cc" or "advcl" or "conj" or "obl" or "nummod" || (view[at].Relation == "nmod" && view.CaseOf(at) is not ("of" or ""))) return false;
        }
        return true;
    }
}
