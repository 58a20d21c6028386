using Entente.Claims;
using Entente.Extracting.Propositions;
using Entente.Recognizing;
using Entente.Resolving;

namespace Entente.Extracting.Figures;

/// <summary>Reads percentages that say how large a part is: "9.5% of Azerbaijan's foreign trade", "is held 70 percent by the Lao side".</summary>
internal static class ShareReader
{
    /// <summary>Verbs whose subject is the owner of a part.</summary>
    private static readonly HashSet<string> Holding = ["account", "make", "constitute", "hold", "own", "represent", "form", "comprise", "be", "amount", "fall", "stand", "equal", "reach", "have", "control", "exceed", "cover"];

    /// <summary>The parties of a share, the owner first; null where the percentage is no share between actors.</summary>
    /// <param name="context">The document.</param>
    /// <param name="view">The sentence.</param>
    /// <param name="share">The percentage.</param>
    /// <param name="measures">Measure words of the sentence.</param>
    /// <param name="used">Gets the references that named them.</param>
    public static (Sides Sides, string? Commodity)? Read(ExtractionContext context, SentenceView view, QuantityMention share, IReadOnlyList<MeasureMention> measures, List<ActorReference> used)
    {
        int head = share.Head;
        int clause = view.ClauseOf(head);
        int whole = WholeOf(view, share);
        // "A fifth of the country's territory", "half of Europe": no share between states.
        if (whole >= 0 && view.IsIn("no-whole", whole)) return null;
        bool named = measures.Any(m => m.Measure.Name == "share" && view.ClauseOf(m.Head) == clause);
        bool holds = Holding.Contains(view.Lemma(clause)) || view[clause].Upos is not "VERB";
        if (whole < 0 && !named && !IsHeldBy(view, clause)) return null;
        List<ActorReference> parts = [], wholes = [];
        Proposition proposition = view.At(clause);
        foreach (Argument argument in proposition.Arguments)
        {
            if (argument.Role is ArgumentRole.Complement || argument.Head == head || share.Tokens.Contains(argument.Head)) continue;
            foreach (ActorReference reference in context.ReferencesOf(view, argument.Head))
                if (whole < 0 || !view.Sentence.IsBelow(reference.Head, whole)) parts.Add(reference);
        }
        if (whole >= 0)
        {
            foreach (ActorReference reference in view.References)
                if (view.Sentence.IsBelow(reference.Head, whole) && !view.References.Any(o => o.Tokens.Length > reference.Tokens.Length && o.Tokens.Contains(reference.Tokens))) wholes.Add(reference);
        }
        // What stands below the measure word "share of Turkmen gas" owns the part.
        foreach (MeasureMention mention in measures.Where(m => m.Measure.Name == "share"))
            parts.AddRange(context.ReferencesOf(view, mention.Head).Where(r => !parts.Contains(r) && !wholes.Contains(r)));
        List<ActorCode> owners = [.. parts.SelectMany(r => r.Actors).Distinct()], others = [.. wholes.SelectMany(r => r.Actors).Distinct().Where(a => !parts.Any(p => p.Actors.Contains(a)))];
        used.AddRange(parts);
        used.AddRange(wholes);
        List<ActorCode> all = [.. owners.Concat(others).Distinct()];
        if (all.Count == 0 && !(whole >= 0 && IsEconomic(view, whole, measures))) return null;
        if (all.Count < 2)
        {
            if (whole >= 0 && !IsEconomic(view, whole, measures) && !named) return null;
            foreach (ActorCode actor in context.Document.FocusAt(view.Index))
            {
                if (all.Count < 2 && !all.Contains(actor)) all.Add(actor);
            }
        }
        if (all.Count < 2 || (!holds && !named && whole < 0 && !IsHeldBy(view, clause))) return null;
        return (new Sides([], [], all), CommodityOf(view, whole));
    }

    /// <summary>Head of what the percentage is a part of, or -1.</summary>
    private static int WholeOf(SentenceView view, QuantityMention share)
    {
        foreach (int head in share.Tokens.Contains(view[share.Head].HeadIndex) ? [share.Head, view[share.Head].HeadIndex] : new[] { share.Head })
        {
            foreach (int child in view.Sentence.Children(head))
                if (view[child].Relation is "nmod" or "obl" && view.CaseOf(child) is "of" or "out of") return child;
        }
        // A parse may hang "of ..." on the verb: take the phrase right behind the number.
        int next = share.Tokens.End;
        if (next < view.Count && view[next].Form.Equals("of", StringComparison.OrdinalIgnoreCase) && view[next].HeadIndex >= next) return view[next].HeadIndex;
        return -1;
    }

    private static bool IsHeldBy(SentenceView view, int clause) => view.Lemma(clause) is "hold" or "own" or "belong" or "go" or "lend" or "finance" or "fund" or "supply";

    private static bool IsEconomic(SentenceView view, int whole, IReadOnlyList<MeasureMention> measures) =>
        measures.Any(m => view.Sentence.IsBelow(m.Head, whole)) || view.Mentions.Any(m => m is Commodity && view.Sentence.IsBelow(m.Head, whole))
        || view.Lemma(whole) is "settlement" or "payment" or "transaction" or "production" or "output" or "territory" or "market" or "total" or "reserve" or "fund" or "capital" or "cost";

    private static string? CommodityOf(SentenceView view, int whole) =>
        whole < 0 ? null : view.Mentions.OfType<Commodity>().FirstOrDefault(m => view.Sentence.IsBelow(m.Head, whole))?.Name;
}
