using Entente.Claims;
using Entente.Extracting.Propositions;
using Entente.Resolving;

namespace Entente.Extracting.Events;

/// <summary>Finds short forms that repeat the act told before with another doer: "and so did Chile", "Nicaragua followed suit", "Peru took the same step".</summary>
internal static class Echoes
{
    private const int Near = 4;
    private static readonly string[] SameThings = ["step", "measure", "move", "decision", "course", "action", "line", "path"];

    /// <summary>The events that a sentence tells so, after those told before it.</summary>
    public static IEnumerable<ToldEvent> In(ExtractionContext context, SentenceView view, IReadOnlyList<ToldEvent> before)
    {
        for (int token = 0; token < view.Count; token++)
        {
            IReadOnlyList<ActorReference> doers = Doers(context, view, token);
            if (doers.Count == 0) continue;
            List<ActorCode> source = [.. ExtractionContext.Codes(doers)];
            ToldEvent? first = Last(view, token, source, before);
            if (first is null) continue;
            Proposition proposition = view.At(token);
            Event claim = first.Claim with
            {
                Source = source,
                Target = [.. first.Claim.Target.Where(t => !source.Contains(t))],
                Date = context.TimeOf(proposition) is { } time ? time.Named ?? time.Value : null,
                Place = context.PlaceOf(proposition),
                Speaker = null,
                Evidence = [context.EvidenceOf(proposition)],
                Actors = [.. first.Claim.Actors.Concat(ExtractionContext.Mentions(doers)).DistinctBy(m => (m.Actor, m.Span)).OrderBy(m => m.Span).ThenBy(m => m.Actor)],
                Confidence = Math.Round(first.Claim.Confidence - 0.1, 2),
            };
            context.Note(view, token, $"{view[token].Form}: as told before, {claim.Type.ToString().ToUpperInvariant()} {string.Join('+', claim.Source)} > {string.Join('+', claim.Target)}");
            yield return first with { Claim = claim, Days = context.TimeOf(proposition)?.Value, Proposition = proposition, Sides = first.Sides with { Source = claim.Source, Target = claim.Target, References = doers } };
        }
    }

    /// <summary>Who does what was told before, where a token says that.</summary>
    private static IReadOnlyList<ActorReference> Doers(ExtractionContext context, SentenceView view, int token)
    {
        string form = view[token].Form.ToLowerInvariant();
        if (form is "did" or "has" or "have" or "had" && token > 0 && view[token - 1].Form.ToLowerInvariant() is "so" or "as")
        {
            for (int at = token + 1; at < Math.Min(view.Count, token + 1 + Near); at++)
                if (view.ActorAt(at) is not null) return context.ReferencesOf(view, at);
            return [];
        }
        if (view[token].Upos != "VERB") return [];
        string lemma = view.BareLemmaOf(token);
        if (lemma is not ("follow" or "take" or "do")) return [];
        Proposition verb = view.At(token);
        if (verb.Object < 0 || verb.Subject < 0 || context.StandingOf(verb).Standing is not Standing.Happened) return [];
        string thing = view.LemmaOf(verb.Object);
        bool same = view.Sentence.Children(verb.Object).Any(c => view[c].Form.Equals("same", StringComparison.OrdinalIgnoreCase)) || view[verb.Object].Form.Equals("same", StringComparison.OrdinalIgnoreCase);
        bool echo = lemma == "follow" ? thing == "suit" : same && (lemma == "do" || Array.IndexOf(SameThings, thing) >= 0);
        return echo ? context.ReferencesOf(view, verb.Subject) : [];
    }

    /// <summary>The event told last, in this sentence before the token or in the two before it, by somebody else or at another time.</summary>
    private static ToldEvent? Last(SentenceView view, int token, List<ActorCode> source, IReadOnlyList<ToldEvent> before)
    {
        for (int i = before.Count - 1; i >= 0; i--)
        {
            ToldEvent told = before[i];
            int back = view.Index - told.Proposition.View.Index;
            if (back > 2) return null;
            if (back < 0 || (back == 0 && told.Proposition.Head >= token)) continue;
            if (told.Claim.Status is not (ClaimStatus.Happened or ClaimStatus.Ongoing) || told.Claim.Type is EventType.Consult or EventType.Assault || told.Claim.Target.Count == 0) continue;
            return told.Claim.Target.All(source.Contains) ? null : told;
        }
        return null;
    }
}
