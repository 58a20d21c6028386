using Entente.Claims;
using Entente.Extracting.Propositions;
using Entente.Recognizing;
using Entente.Resolving;

namespace Entente.Extracting.Figures;

/// <summary>Reads numbers of companies, people and things that two states share: "540 Turkish companies are active in Egypt".</summary>
internal static class CountReader
{
    /// <summary>The measure word that a bare number counts, or null; for "1,500 Malaysians" the people themselves.</summary>
    public static MeasureMention? Counted(SentenceView view, QuantityMention quantity, IReadOnlyList<MeasureMention> measures)
    {
        if (quantity is Number { IsOrdinal: true } || quantity.Amount.Value < 10) return null;
        if (IsOfOneEvent(view, quantity, measures)) return null;
        foreach (MeasureMention mention in measures)
        {
            if (mention.Measure.Form != MeasureForm.Counted || !mention.Measure.Fits(quantity)) continue;
            if (view[quantity.Head].HeadIndex == mention.Head || mention.Tokens.Contains(view[quantity.Head].HeadIndex)) return mention;
            // "The number of enterprises ... has exceeded 4,400", "visitors numbered 7.48 million".
            int clause = view.ClauseOf(quantity.Head);
            // "Rose by 40 percent to 217,000": the number may hang on the change.
            if (view[quantity.Head].Relation == "nmod" && view.MentionAt(view[quantity.Head].HeadIndex) is Percentage && view.CaseOf(quantity.Head) == "to" && IsSubject(view, mention.Head, clause)) return mention;
            if (view[quantity.Head].Relation is "obj" or "obl" or "xcomp" or "root" or "dep" && IsSubject(view, mention.Head, clause)) return mention;
        }
        return null;
    }

    /// <summary>"Deported 2,300", "brought home 540": numbers of one event are no figures.</summary>
    public static bool IsOfOneEvent(SentenceView view, QuantityMention quantity, IReadOnlyList<MeasureMention> measures)
    {
        int around = view.ClauseOf(quantity.Head);
        return measures.Any(m => m.Measure is { Form: MeasureForm.Standing, IsForeign: true } && (m.Head == around || view.Sentence.IsBelow(m.Head, quantity.Head) || view[m.Head].HeadIndex == view[quantity.Head].HeadIndex));
    }

    private static bool IsSubject(SentenceView view, int token, int clause)
    {
        int at = token;
        if (view[at].Relation == "nmod" && view.CaseOf(at) == "of" && view[at].HeadIndex >= 0 && view.Lemma(view[at].HeadIndex) is "number" or "total" or "amount" or "count" or "quantity") at = view[at].HeadIndex;
        return view[at].HeadIndex == clause && view[at].Relation == "nsubj";
    }

    /// <summary>Home and host, or owner and host; null where it is not about two actors.</summary>
    public static Sides? SidesOf(ExtractionContext context, SentenceView view, MeasureMention counted, List<ActorReference> used)
    {
        List<ActorCode> home = [], host = [];
        int clause = view.ClauseOf(counted.Head);
        List<ActorReference> subjects = [];
        foreach (ActorReference reference in view.References)
        {
            if (reference.Head == counted.Head && reference.Basis is ReferenceBasis.Adjective or ReferenceBasis.Name)
            {
                home.AddRange(reference.Actors);
                used.Add(reference);
                continue;
            }
            bool below = view.InPhrase(reference.Head, counted.Head) && reference.Head != counted.Head;
            bool clausal = !below && (view.ClauseOf(reference.Head) == clause || view.Sentence.IsBelow(reference.Head, counted.Head));
            if (!below && !clausal) continue;
            string link = below ? view.Link(reference.Head, counted.Head) : LinkInClause(view, reference.Head);
            if (link == "subject") subjects.Add(reference);
            List<ActorCode>? side = link switch
            {
                "'s" or "of" or "from" or "with" or "by" => home,
                "in" or "at" or "to" or "on" or "into" or "across" or "for" or "inside" => host,
                "subject" when counted.Measure.Direction == MeasureDirection.Both => host,
                _ => null,
            };
            if (side is null) continue;
            foreach (ActorCode actor in reference.Actors)
                if (!home.Contains(actor) && !host.Contains(actor)) side.Add(actor);
            used.Add(reference);
        }
        // "Flights from Xi'an to Minsk": a place stands for its state.
        foreach (PlaceName place in view.Mentions.OfType<PlaceName>())
        {
            if (place.State is not { } state || home.Contains(state) || host.Contains(state) || view.ActorAt(place.Head) is not null || !view.InPhrase(place.Head, counted.Head)) continue;
            if (view.CaseOf(place.Head) is "from") home.Add(state);
            else if (view.CaseOf(place.Head) is "to" or "in" or "into") host.Add(state);
        }
        // "Trained some 15,000 Somali soldiers": the subject may stand with the verb before.
        if (subjects.Count == 0 && view[clause].Upos == "VERB") subjects.AddRange(view.At(clause).Arguments.Where(a => a is { Role: ArgumentRole.Subject, Inherited: true }).SelectMany(a => context.ReferencesOf(view, a.Head)));
        // "Germany is stationing 4,800 soldiers in the country": who sends them is whose they are.
        if (subjects.Count > 0 && counted.Measure.Name == "people" && (view.IsIn("posting", clause) || (view.LemmaOf(clause) == "have" && home.Count == 0 && host.Count > 0)) && subjects.All(r => r.Actors.Count == 1) && !home.Contains(subjects[0].Actors[0]))
        {
            ActorCode sender = subjects[0].Actors[0];
            host.AddRange(home.Where(a => a != sender && !host.Contains(a)));
            home.Clear();
            host.Remove(sender);
            home.Add(sender);
            used.Add(subjects[0]);
        }
        // "Colombia received 475 deportation flights": who takes in is where they go.
        if (home.Count == 0 && host.Count == 0 && subjects.Count > 0 && view.LemmaOf(clause) is "receive" or "host" or "take in" or "admit" or "welcome" or "shelter" or "accept" or "house")
        {
            host.AddRange(subjects.SelectMany(r => r.Actors));
            used.AddRange(subjects);
        }
        // "Greece hosted 300 Somali students": whose the people are is told first.
        if (home.Count > 0)
        {
            foreach (ActorReference reference in subjects)
            {
                if (reference.Actors.All(a => home.Contains(a) || host.Contains(a))) continue;
                host.AddRange(reference.Actors.Where(a => !home.Contains(a) && !host.Contains(a)));
                used.Add(reference);
            }
        }
        IReadOnlyList<ActorCode> focus = context.Document.FocusAt(view.Index);
        if (counted.Measure.Direction is MeasureDirection.Both or MeasureDirection.Owner)
        {
            List<ActorCode> all = [.. home.Concat(host).Distinct()];
            foreach (ActorCode actor in focus)
                if (all.Count < 2 && !all.Contains(actor)) all.Add(actor);
            return all.Count < 2 ? null : new Sides([], [], all);
        }
        // "Turkey trained 15,000 Somali soldiers": both share them.
        if (home.Count > 0 && host.Count > 0 && view.LemmaOf(clause) is "train" or "teach" or "educate" or "equip" or "school") return new Sides([], [], [.. host.Concat(home).Distinct()]);
        bool bare = counted.Tokens.Length == 1 && view.ActorAt(counted.Head) is not null;
        if (bare && host.Count == 0) return null;
        if (home.Count > 0 && host.Count == 0 && focus.Count == 2 && focus.Contains(home[0])) host.Add(focus.First(a => a != home[0]));
        if (host.Count > 0 && home.Count == 0 && focus.Count == 2 && focus.Contains(host[0])) home.Add(focus.First(a => a != host[0]));
        return home.Count == 0 || host.Count == 0 ? null : new Sides(home, host, []);
    }

    private static string LinkInClause(SentenceView view, int token)
    {
        foreach (int at in view.Path(token))
        {
            string preposition = view.CaseOf(at);
            if (preposition.Length > 0) return preposition;
            if (view[at].Relation is "nsubj") return "subject";
            if (view.IsClauseHead(at)) break;
        }
        return "";
    }
}
