using Entente.Claims;
using Entente.Extracting.Propositions;
using Entente.Recognizing;
using Entente.Resolving;

namespace Entente.Extracting.Figures;

/// <summary>Says who a figure is about: the actors beside its measure word, then those of its clause, then those in focus.</summary>
internal static class FigureSides
{
    /// <summary>The sides of a draft.</summary>
    /// <param name="context">The document.</param>
    /// <param name="view">The sentence.</param>
    /// <param name="table">The measure words.</param>
    /// <param name="draft">The figure.</param>
    /// <param name="previous">The sides of the figure before, or null.</param>
    /// <param name="used">Gets the references that named them.</param>
    public static Sides Find(ExtractionContext context, SentenceView view, MeasureTable table, Draft draft, Sides? previous, List<ActorReference> used)
    {
        List<(ActorReference Reference, string Link)> beside = [];
        int anchor = draft.MeasureHead >= 0 ? draft.MeasureHead : draft.Head;
        foreach (ActorReference reference in Outer(view))
        {
            if (view.InPhrase(reference.Head, anchor) && reference.Head != anchor) beside.Add((reference, view.Link(reference.Head, anchor)));
        }
        Collector sides = new(draft.Measure);
        bool verb = draft.Measure.Form is MeasureForm.Verb or MeasureForm.Flow;
        if (!verb)
        {
            // "India's UAE imports", "China's US exports": the owner first, then the partner.
            bool paired = draft.Measure.Direction is MeasureDirection.Out or MeasureDirection.In && beside.Count(b => b.Link == "'s" && b.Reference.Actors.Count == 1) == 2 && beside.All(b => b.Link == "'s");
            foreach ((ActorReference reference, string link) in beside)
            {
                if (paired && reference == beside[1].Reference)
                {
                    sides.Add(reference, draft.Measure.Direction == MeasureDirection.In ? "from" : "to", ofVerb: false);
                    used.Add(reference);
                    continue;
                }
                sides.Add(reference, link, ofVerb: false);
                used.Add(reference);
            }
        }
        if (!sides.IsFull) FromClause(context, view, table, draft, anchor, sides, used);
        return Complete(sides, context.Document.FocusAt(view.Index), previous, OwnerBefore(context, view, anchor, sides));
    }

    private static void FromClause(ExtractionContext context, SentenceView view, MeasureTable table, Draft draft, int anchor, Collector sides, List<ActorReference> used)
    {
        int clause = draft.Measure.Form is MeasureForm.Verb or MeasureForm.Flow && draft.MeasureHead >= 0 ? draft.MeasureHead : draft.Clause;
        for (int steps = 0; steps < 3 && clause >= 0 && !sides.IsFull; steps++)
        {
            Proposition proposition = view.At(clause);
            bool verb = draft.Measure.Form is MeasureForm.Verb or MeasureForm.Flow && clause == draft.MeasureHead;
            foreach (Argument argument in proposition.Arguments)
            {
                if (argument.Role == ArgumentRole.Complement) continue;
                if (argument.Head == anchor || view.InPhrase(anchor, argument.Head) && argument.Role == ArgumentRole.Subject && !verb) continue;
                foreach (ActorReference reference in context.ReferencesOf(view, argument.Head))
                {
                    if (used.Contains(reference) || IsCurrency(view, reference)) continue;
                    string link = argument.Role switch
                    {
                        ArgumentRole.Subject => verb ? "subject" : draft.Measure.Direction == MeasureDirection.Debtor ? "" : sides.HasOwner ? "other" : draft.Measure.Direction == MeasureDirection.Out && table.TakesIn(view.LemmaOf(clause)) ? "to" : "'s",
                        ArgumentRole.Object => verb ? reference.Head == argument.Head ? "object" : "of object" : "",
                        ArgumentRole.IndirectObject => "to",
                        ArgumentRole.Oblique => argument.Preposition,
                        _ => "'s",
                    };
                    if (argument.Inherited && !verb) continue;
                    if (sides.Add(reference, link, verb)) used.Add(reference);
                }
            }
            if (view[clause].Head == 0 || view[clause].Relation is "ccomp" or "parataxis") break;
            clause = view.ClauseOf(view[clause].HeadIndex);
        }
    }

    /// <summary>Fills what the words leave open: the other of the pair in focus, or the pair of the figure before.</summary>
    private static Sides Complete(Collector sides, IReadOnlyList<ActorCode> focus, Sides? previous, ActorCode? owner)
    {
        Sides found = sides.Result();
        MeasureDirection direction = sides.Measure.Direction;
        IReadOnlyList<ActorCode> before = previous?.All ?? [];
        if (found.All.Count == 0)
        {
            if (previous is not null && before.Count >= 2)
            {
                if (direction is MeasureDirection.Both or MeasureDirection.Owner) return new Sides([], [], before);
                // "Imports stood at": the same state's, seen from the other side.
                if (previous.From.Count > 0 && previous.To.Count > 0) return direction == MeasureDirection.In ? new Sides(previous.To, previous.From, []) : previous;
                return direction == MeasureDirection.In ? new Sides([before[1]], [before[0]], []) : new Sides([before[0]], [before[1]], []);
            }
            if (focus.Count < 2) return found;
            return direction is MeasureDirection.Both or MeasureDirection.Owner ? new Sides([], [], [focus[0], focus[1]])
                : direction == MeasureDirection.In ? new Sides([focus[1]], [focus[0]], []) : new Sides([focus[0]], [focus[1]], []);
        }
        if (direction is MeasureDirection.Both or MeasureDirection.Owner)
        {
            IReadOnlyList<ActorCode> all = found.All;
            if (all.Count >= 2) return new Sides([], [], all);
            return (owner is { } topic && topic != all[0] ? topic : Other(all[0], before, focus)) is { } partner ? owner is null ? new Sides([], [], [all[0], partner]) : new Sides([], [], [partner, all[0]]) : new Sides([], [], all);
        }
        if (found.From.Count == 0 && found.To.Count == 0) return new Sides([], [], found.Parties);
        if (found.From.Count > 0 && found.To.Count > 0) return found;
        IReadOnlyList<ActorCode> known = found.From.Count > 0 ? found.From : found.To;
        if (known.Count == 1 && (owner is { } mine && mine != known[0] ? mine : Other(known[0], before, focus)) is { } missing) return found.From.Count > 0 ? found with { To = [missing], Parties = [] } : found with { From = [missing], Parties = [] };
        return found with { Parties = [] };
    }

    /// <summary>"U.S. dollars" name no actor.</summary>
    private static bool IsCurrency(SentenceView view, ActorReference reference) => view.Mentions.Any(m => m is Money && m.Tokens.Contains(reference.Tokens));

    /// <summary>Whom "its trade", "their exports" belong to where nobody resolved the pronoun: the actor that the paragraph began with.</summary>
    private static ActorCode? OwnerBefore(ExtractionContext context, SentenceView view, int anchor, Collector sides)
    {
        int pronoun = view.Sentence.ChildrenBy(anchor, "nmod:poss").FirstOrDefault(c => view[c].Upos == "PRON" && view.ActorAt(c) is null, -1);
        if (pronoun < 0) return null;
        Sides known = sides.Result();
        foreach (SentenceView before in context.Sentences.Where(s => s.Index <= view.Index && s.Sentence.Block == view.Sentence.Block))
        {
            foreach (ActorReference reference in before.References)
            {
                if (before.Index == view.Index && reference.Head >= pronoun) break;
                if (reference.Actors.Count == 1 && !known.All.Contains(reference.Actors[0]) && !IsCurrency(before, reference)) return reference.Actors[0];
            }
        }
        return null;
    }

    private static ActorCode? Other(ActorCode known, IReadOnlyList<ActorCode> before, IReadOnlyList<ActorCode> focus)
    {
        if (before.Count == 2 && before.Contains(known)) return before.First(a => a != known);
        if (focus.Contains(known)) return focus.Where(a => a != known).Select(a => (ActorCode?)a).FirstOrDefault();
        return focus.Count > 0 ? focus[0] : null;
    }

    private static IEnumerable<ActorReference> Outer(SentenceView view) =>
        view.References.Where(r => !IsCurrency(view, r) && !view.References.Any(o => o != r && o.Tokens.Contains(r.Tokens) && o.Tokens.Length > r.Tokens.Length));

    /// <summary>Sorts actors into the sides of a measure.</summary>
    private sealed class Collector(Measure measure)
    {
        private readonly List<ActorCode> from = [], to = [], parties = [];

        public Measure Measure => measure;

        /// <summary>Whether the words beside the measure say whose it is.</summary>
        public bool HasOwner => measure.Direction is MeasureDirection.Out && from.Count > 0 || measure.Direction is MeasureDirection.In && to.Count > 0;

        public bool IsFull => measure.Direction is MeasureDirection.Both or MeasureDirection.Owner ? parties.Count >= 2 : (from.Count > 0 && to.Count > 0) || parties.Count >= 2;

        public Sides Result() => new(from, to, from.Count > 0 && to.Count > 0 ? [] : parties);

        /// <summary>Adds the actors of a reference; false if their place is taken or the link says nothing.</summary>
        public bool Add(ActorReference reference, string link, bool ofVerb)
        {
            List<ActorCode>? side = Side(link, ofVerb, reference.Actors.Count > 1);
            if (side is null) return false;
            bool any = false;
            foreach (ActorCode actor in reference.Actors)
            {
                if (from.Contains(actor) || to.Contains(actor) || parties.Contains(actor)) continue;
                side.Add(actor);
                any = true;
            }
            return any;
        }

        private List<ActorCode>? Side(string link, bool ofVerb, bool several)
        {
            if (measure.Direction is MeasureDirection.Both or MeasureDirection.Owner) return link is "according to" or "by" or "as" ? null : parties;
            if (link is "between" or "among" or "both" || (several && link is "'s" or "of")) return parties;
            bool inward = measure.Direction == MeasureDirection.In;
            if (link == "other") return inward ? from : to;
            if (ofVerb)
            {
                return link switch
                {
                    "subject" or "by" => inward ? to : from,
                    "from" => from,
                    "to" or "into" or "for" or "in" or "on" or "toward" or "towards" or "with" => inward ? null : to,
                    "object" => inward ? from : to,
                    "of object" => inward ? from : to.Count == 0 && from.Count > 0 ? to : from,
                    "of" => from,
                    _ => null,
                };
            }
            return link switch
            {
                "'s" or "of" or "by" => inward ? to : from,
                "from" => from,
                "to" or "into" or "for" or "toward" or "towards" or "before" => to,
                "in" or "on" or "at" or "with" => inward && link != "with" ? to : inward ? from : to,
                _ => null,
            };
        }
    }
}
