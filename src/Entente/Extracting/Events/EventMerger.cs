using Entente.Claims;
using Entente.Extracting.Propositions;
using Entente.Recognizing;
using Entente.Resolving;
using Entente.Text;

namespace Entente.Extracting.Events;

/// <summary>Joins the tellings of the same event in a report.</summary>
internal static class EventMerger
{
    private const int NearDays = 12;

    /// <summary>One claim for each distinct event, in the order of the text.</summary>
    public static IReadOnlyList<Claim> Merge(IReadOnlyList<ToldEvent> told)
    {
        List<ToldEvent> first = [];
        foreach (ToldEvent telling in told)
        {
            int at = first.FindIndex(known => Same(known, telling));
            if (at < 0)
            {
                first.Add(telling);
                continue;
            }
            first[at] = Join(first[at], telling);
        }
        return [.. first.Select(f => f.Claim)];
    }

    private static bool Same(ToldEvent a, ToldEvent b)
    {
        Event x = a.Claim, y = b.Claim;
        if (x.Type != y.Type) return false;
        bool mutual = x.Type is EventType.Consult or EventType.Agree || (x.Type == EventType.Support && (a.Frame.IsMutual || b.Frame.IsMutual));
        HashSet<ActorCode> xs = [.. x.Source, .. x.Target], ys = [.. y.Source, .. y.Target];
        if (mutual ? !(xs.SetEquals(ys)) : !(x.Source.ToHashSet().SetEquals(y.Source) && x.Target.ToHashSet().SetEquals(y.Target))) return false;
        if ((x.Status == ClaimStatus.Denied) != (y.Status == ClaimStatus.Denied) && x.Status != ClaimStatus.Denied) return false;
        // "Flights were suspended last week, on Monday imports": told in finer words than the dates of the claims, they are two.
        if (!Compatible(a.Days ?? x.Date, b.Days ?? y.Date) && !(a.IsDated != b.IsDated && IsNear(x.Date, y.Date))) return false;
        if (x.Type == EventType.Consult && OtherPlaces(a, b)) return false;
        if (IsFuture(x.Status) != IsFuture(y.Status) && !IsDecisionAndAct(a, b)) return false;
        if (x.Type == EventType.Consult) return SameForm(x.Format, y.Format) && !OtherPersons(a, b) && !IsAnother(b);
        // Each thing agreed to is an event; a headline tells what the body tells.
        if (x.Type == EventType.Agree) return a.IsHeadline || b.IsHeadline || a.Proposition.View.Index == b.Proposition.View.Index;
        if (x.Type == EventType.Support) return x.Cameo == y.Cameo;
        // "killed in an attack": the deaths and the attack of one clause are one.
        if (x.Type == EventType.Assault && a.Proposition.View.Index == b.Proposition.View.Index
            && (a.Proposition.View.Sentence.IsBelow(a.Proposition.Head, b.Proposition.Head) || a.Proposition.View.Sentence.IsBelow(b.Proposition.Head, a.Proposition.Head))) return true;
        // Two bans of one report are two events; a headline and a noun ("the ban") tell an event that is told elsewhere.
        return a.Frame.Words[0] == b.Frame.Words[0] || a.IsHeadline || (x.Mode == y.Mode && (b.IsHeadline || a.Frame.Pos != b.Frame.Pos)) || IsTaken(b);
    }

    private static bool SameForm(string? a, string? b) => a == b || a is null || b is null || (a is "meeting" or "summit" && b is "meeting" or "summit");

    /// <summary>Whether two tellings each name a person that the other does not: meetings with two counterparts are two.</summary>
    private static bool OtherPersons(ToldEvent a, ToldEvent b)
    {
        HashSet<string> left = Persons(a), right = Persons(b);
        return left.Except(right).Any() && right.Except(left).Any();
    }

    /// <summary>"The guests also met with the speaker": another meeting than the one told before.</summary>
    private static bool IsAnother(ToldEvent telling)
    {
        SentenceView view = telling.Proposition.View;
        int verb = telling.Proposition.Carrier >= 0 ? telling.Proposition.Carrier : telling.Proposition.Head;
        return telling.Frame.Format is "meeting" or "call" && view[verb].Upos == "VERB" && view.Sentence.Children(verb).Any(c => view.Is(c, "advmod") && view[c].Form.ToLowerInvariant() is "also" or "separately" or "likewise");
    }

    private static HashSet<string> Persons(ToldEvent telling) =>
        [.. telling.Sides.References.Where(r => r.Basis is ReferenceBasis.Person && r.Name is not null).Select(r => r.Name!)];

    /// <summary>"the attack", "this ban": a noun that takes up what was told.</summary>
    private static bool IsTaken(ToldEvent telling)
    {
        if (telling.Proposition.Pos != 'N' || telling.Proposition.Carrier >= 0 || telling.Sides.Guessed == 0) return false;
        SentenceView view = telling.Proposition.View;
        return view.Sentence.Children(telling.Proposition.Head).Any(c => view.Is(c, "det") && view[c].Form.ToLowerInvariant() is "the" or "this" or "that" or "these");
    }

    /// <summary>Whether two tellings are set in two places, both named in their own words.</summary>
    private static bool OtherPlaces(ToldEvent a, ToldEvent b) =>
        a.Claim.Place is { } left && b.Claim.Place is { } right && left != right && IsCity(a, left) && IsCity(b, right);

    private static bool IsCity(ToldEvent telling, string place) =>
        telling.Proposition.View.Mentions.OfType<PlaceName>().Any(m => m.Kind is "city" or "capital" && telling.Proposition.View.TextOf(m.Tokens) == place);

    /// <summary>"recalls its ambassador", "decided to recall its ambassador": one act, told as decided and as done.</summary>
    private static bool IsDecisionAndAct(ToldEvent a, ToldEvent b)
    {
        ToldEvent planned = IsFuture(a.Claim.Status) ? a : b;
        if (planned.Claim.Type is EventType.Consult or EventType.Agree or EventType.Support || planned.Claim.Date is not null || a.Frame.Words[0] != b.Frame.Words[0]) return false;
        return planned.Outlook.Embedder >= 0 && planned.Proposition.View.BareLemmaOf(planned.Outlook.Embedder) is "decide" or "vote" or "move" or "decision" or "resolve" or "choose";
    }

    private static bool IsFuture(ClaimStatus status) => status is ClaimStatus.Planned or ClaimStatus.Proposed;

    private static bool Compatible(DateRange? a, DateRange? b)
    {
        if (a is null || b is null || a == b) return true;
        DateOnly aFrom = a.Start?.FirstDay ?? DateOnly.MinValue, aTo = a.End?.LastDay ?? DateOnly.MaxValue;
        DateOnly bFrom = b.Start?.FirstDay ?? DateOnly.MinValue, bTo = b.End?.LastDay ?? DateOnly.MaxValue;
        return (aFrom <= bFrom && bTo <= aTo) || (bFrom <= aFrom && aTo <= bTo);
    }

    // A date that the text around lends gives way to one that a telling has of its own, if it is of those days.
    private static bool IsNear(DateRange? a, DateRange? b) =>
        a?.Start is { Day: not null } x && b?.Start is { Day: not null } y && a.End is not null && b.End is not null && Math.Abs(x.FirstDay.DayNumber - y.FirstDay.DayNumber) <= NearDays;

    private static ToldEvent Join(ToldEvent known, ToldEvent again)
    {
        Event x = known.Claim, y = again.Claim;
        bool sharper = y.Date is not null && (x.Date is null || (known.IsDated == again.IsDated ? Days(y.Date) < Days(x.Date) : again.IsDated));
        Event joined = x with
        {
            Status = IsFuture(x.Status) && !IsFuture(y.Status) ? y.Status : x.Status,
            Date = sharper ? y.Date : x.Date,
            Place = x.Place ?? y.Place,
            Format = x.Format is null or "meeting" && y.Format is not null ? y.Format : x.Format,
            Speaker = x.Speaker is null || y.Speaker is null ? null : x.Speaker,
            Evidence = [.. x.Evidence.Concat(y.Evidence).DistinctBy(e => e.Span).OrderBy(e => e.Span)],
            Actors = [.. x.Actors.Concat(y.Actors).DistinctBy(m => (m.Actor, m.Span)).OrderBy(m => m.Span).ThenBy(m => m.Actor)],
            Confidence = Math.Max(x.Confidence, y.Confidence),
        };
        // A headline stands for the first telling of the body from then on: the second act of the same kind is another event.
        ToldEvent telling = known.IsHeadline && !again.IsHeadline ? again : known;
        return telling with { Claim = joined, IsDated = known.IsDated || again.IsDated, Days = sharper ? again.Days : known.Days };
    }

    private static int Days(DateRange range) => (range.End?.LastDay ?? DateOnly.MaxValue).DayNumber - (range.Start?.FirstDay ?? DateOnly.MinValue).DayNumber;
}
