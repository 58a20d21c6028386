using Entente.Claims;

namespace Entente.Reconciling;

/// <summary>
/// Two reports tell of one happening where the type and both sides agree, the days touch, and nothing tells them apart: another place,
/// another form, other persons. A vague date ("in 2024") joins an exact one only with something in favour.
/// </summary>
internal sealed class EventRules : KindRules
{
    public static readonly EventRules Instance = new();

    // Reports of a happening come within days; a report without a date for it, and one with, must be this near.
    private const int NearDays = 4;
    private const double QuotesAlike = 0.6;

    public override string Name => "event";

    public override bool ReadsWords => true;

    public override Shelves NewShelves() => new DayShelves(e => e.Days, 1);

    public override string Topic(ReportedClaim claim)
    {
        Event e = (Event)claim.Claim;
        // A signing told as an agreement reached, and the reverse, may be one happening.
        string type = e.Type is EventType.Agree or EventType.Support ? "AGREE SUPPORT" : ClaimNames.Of(e.Type);
        return $"event|{type}|{ActorsOf(e)}";
    }

    public override int Detail(Claim claim)
    {
        Event e = (Event)claim;
        return (e.Date is null ? 0 : e.Date.IsSingle && e.Date.Start!.Value.Day is not null ? 8 : e.Date.IsSingle ? 2 : 4)
            + (e.Place is null ? 0 : 2) + (e.Format is null ? 0 : 1) + (e.Actors.Count > 0 ? 1 : 0);
    }

    public override Likeness? Compare(Entry a, Entry b)
    {
        Event x = (Event)a.Claim, y = (Event)b.Claim;
        if (!SidesFit(x, y) || !PlanFits(a, b)) return null;
        bool? place = SamePlace(x.Place, y.Place), format = SameFormat(x, y), people = SamePeople(a, b);
        if (place == false || format == false || people == false) return null;
        double quotes = Words.Overlap(a.Quote, b.Quote);
        bool favoured = place == true || people == true || (format == true && x.Format is "visit" or "summit") || quotes >= QuotesAlike;
        if (a.Days is not { } p || b.Days is not { } q) return quotes >= QuotesAlike ? new Likeness(0.6, "no date; the same words") : null;
        int gap = p.Gap(q);
        if (x.Type != y.Type && !(p.IsExact && q.IsExact && gap == 0)) return null;
        if (p.IsExact && q.IsExact)
        {
            return gap == 0 ? new Likeness(place == true ? 0.98 : 0.95, "same sides, same day")
                : gap == 1 ? new Likeness(favoured ? 0.9 : 0.8, "same sides, a day apart") : null;
        }
        if (p.IsTold && q.IsTold)
        {
            if (gap > 0 || !favoured) return null;
            return new Likeness(0.7, "same sides, one date within the other");
        }
        if (gap > 0 || Math.Max(p.IsTold ? 0 : p.Length, q.IsTold ? 0 : q.Length) > 366 + NearDays) return null;
        // One of them has only its day of publication: what it tells may be older news.
        bool near = p.IsTold || q.IsTold || PublishedNear(a, b);
        return near && favoured ? new Likeness(0.65, "same sides, reported in the same days") : null;
    }

    private static bool PublishedNear(Entry a, Entry b) =>
        a.Report.Published is { } p && b.Report.Published is { } q && Math.Abs(p.FirstDay.DayNumber - q.FirstDay.DayNumber) <= NearDays;

    private static bool SidesFit(Event x, Event y)
    {
        // The topic holds the same actors; these types have no direction.
        if (x.Type is EventType.Consult or EventType.Agree or EventType.Support) return true;
        return Sides.Fit(x.Source, y.Source) && Sides.Fit(x.Target, y.Target);
    }

    private static bool? SamePlace(string? a, string? b)
    {
        if (a is null || b is null) return null;
        string x = Words.Fold(a), y = Words.Fold(b);
        return x == y || Words.SameSpelling(x, y) || $" {x} ".Contains($" {y} ", StringComparison.Ordinal) || $" {y} ".Contains($" {x} ", StringComparison.Ordinal);
    }

    // A visit holds meetings and is none; a session, a summit and a forum are names for one thing in different mouths.
    private static bool? SameFormat(Event x, Event y)
    {
        if (x.Type != EventType.Consult || x.Format is null || y.Format is null) return null;
        if (x.Format == y.Format) return true;
        return x.Format is "session" or "summit" or "forum" && y.Format is "session" or "summit" or "forum" ? null : false;
    }

    private static bool? SamePeople(Entry a, Entry b)
    {
        if (a.People.Length == 0 || b.People.Length == 0) return null;
        foreach (string x in a.People)
        {
            foreach (string y in b.People)
            {
                if (Words.SameSpelling(x, y)) return true;
            }
        }
        // One report may name the host and another the guest: that tells nothing.
        return a.People.Length >= 2 && b.People.Length >= 2 ? false : OneStateEach(a, b);
    }

    private static bool? OneStateEach(Entry a, Entry b)
    {
        IEnumerable<ActorCode> x = a.Claim.Actors.Where(m => m.Office is not null).Select(m => m.Actor);
        return x.Intersect(b.Claim.Actors.Where(m => m.Office is not null).Select(m => m.Actor)).Any() ? false : null;
    }
}
