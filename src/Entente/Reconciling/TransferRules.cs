using Entente.Claims;

namespace Entente.Reconciling;

/// <summary>Two reports tell of one transfer where giver, receiver and goods agree, the amounts may be roundings of each other and the time fits.</summary>
internal sealed class TransferRules : KindRules
{
    public static readonly TransferRules Instance = new();

    private const int NearDays = 60;

    public override string Name => "transfer";

    public override string Topic(ReportedClaim claim) => $"transfer|{ActorsOf(claim.Claim)}";

    public override int Detail(Claim claim)
    {
        Transfer t = (Transfer)claim;
        return (t.Quantity is null ? 0 : 3) + (t.Value is null ? 0 : 2) + (t.Period is null ? 0 : t.Period.IsSingle ? 3 : 2) + (t.Via is null ? 0 : 1)
            + (t.From.Count > 0 && t.To.Count > 0 ? 2 : 0) + (t.Terms is null ? 0 : 1);
    }

    public override Shelves NewShelves() => new DayShelves(e => e.Days, NearDays);

    public override Likeness? Compare(Entry a, Entry b)
    {
        Transfer x = (Transfer)a.Claim, y = (Transfer)b.Claim;
        if (!Sides.Fit(x.From, y.From) || !Sides.Fit(x.To, y.To) || !PlanFits(a, b)) return null;
        if (Words.Overlap(a.Subject, b.Subject) < 0.5) return null;
        if (x.Rate is not null && y.Rate is not null && x.Rate != y.Rate) return null;
        bool? quantity = Fits(x.Quantity, x.Unit, y.Quantity, y.Unit), value = Fits(x.Value, x.Currency, y.Value, y.Currency);
        if (quantity == false || value == false) return null;
        bool amount = quantity == true || value == true;
        if (x.Period is not null && y.Period is not null)
        {
            Days p = a.Days!.Value, q = b.Days!.Value;
            if (p.Gap(q) > 1) return null;
            if (p.IsExact && q.IsExact) return new Likeness(amount ? 0.97 : 0.85, amount ? "same goods, amount and day" : "same goods and day");
            bool equal = x.Period.Equals(y.Period);
            return amount ? new Likeness(equal ? 0.95 : 0.85, "same goods and amount, the time fits") : equal ? new Likeness(0.8, "same goods and period") : null;
        }
        if (a.Days is not { } r || b.Days is not { } s) return amount ? new Likeness(0.65, "same goods and amount") : null;
        return amount && r.Gap(s) <= NearDays ? new Likeness(0.75, "same goods and amount, reported about the same time") : null;
    }

    public override string? Clash(Entry a, Entry b)
    {
        Transfer x = (Transfer)a.Claim, y = (Transfer)b.Claim;
        if (x.Status is not (ClaimStatus.Happened or ClaimStatus.Ongoing) || y.Status is not (ClaimStatus.Happened or ClaimStatus.Ongoing)) return null;
        if (x.Period is not { IsSingle: true } || !x.Period.Equals(y.Period) || x.Rate != y.Rate || x.Terms != y.Terms) return null;
        if (!Sides.Same(x.From, y.From) || !Sides.Same(x.To, y.To) || x.From.Count == 0 || x.To.Count == 0 || !a.Subject.AsSpan().SequenceEqual(b.Subject)) return null;
        if (x.Quantity is { } v && y.Quantity is { } w && x.Unit == y.Unit && Rounding.Clash(v, null, w, null)) return $"{x.Commodity} of {x.Period}: two amounts that cannot both hold";
        return null;
    }

    private static bool? Fits(decimal? a, string? unitA, decimal? b, string? unitB) =>
        a is not { } v || b is not { } w ? null : unitA == unitB && Rounding.MayBeSame(v, null, w, null);
}
