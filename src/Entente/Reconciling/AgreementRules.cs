using Entente.Claims;

namespace Entente.Reconciling;

/// <summary>Two reports tell of one instrument where the parties agree, the sort of paper does, the days touch, and the subjects share words.</summary>
internal sealed class AgreementRules : KindRules
{
    public static readonly AgreementRules Instance = new();

    private const double SubjectsAlike = 0.5;

    public override string Name => "agreement";

    public override string Topic(ReportedClaim claim) => $"agreement|{ActorsOf(claim.Claim)}";

    public override int Detail(Claim claim)
    {
        Agreement a = (Agreement)claim;
        return (a.Date is null ? 0 : a.Date.IsSingle && a.Date.Start!.Value.Day is not null ? 6 : 2) + (a.Subject is null ? 0 : 2)
            + (a.Type == "other" ? 0 : 1) + (a.Count is null ? 0 : 1) + (a.Until is null ? 0 : 1) + (a.Value is null ? 0 : 1);
    }

    // Two dates that lie apart tell two papers apart; without a date the words decide.
    public override Shelves NewShelves() => new DayShelves(e => ((Agreement)e.Claim).Date is null ? null : e.Days, 1);

    public override Likeness? Compare(Entry a, Entry b)
    {
        Agreement x = (Agreement)a.Claim, y = (Agreement)b.Claim;
        if ((x.Count ?? 1) != (y.Count ?? 1) || !TypesFit(x.Type, y.Type) || !PlanFits(a, b)) return null;
        if (x.Value is { } v && y.Value is { } w && x.Currency == y.Currency && !Rounding.MayBeSame(v, null, w, null)) return null;
        bool counted = x.Count > 1;
        double subjects = SubjectOverlap(a, b);
        bool told = x.Subject is not null && y.Subject is not null;
        if (told && subjects < SubjectsAlike && !counted) return null;
        bool dated = x.Date is not null && y.Date is not null;
        if (dated)
        {
            Days p = a.Days!.Value, q = b.Days!.Value;
            int gap = p.Gap(q);
            if (gap > 1 || (gap == 1 && !(p.IsExact && q.IsExact))) return null;
            if (p.IsExact && q.IsExact) return new Likeness(gap == 0 ? (told || counted ? 0.95 : 0.85) : 0.8, "same parties, day and subject");
            return told || counted ? new Likeness(0.8, "same parties and subject, one date within the other") : null;
        }
        // Without two dates only the words can tell, and words that fit every instrument do not.
        if (counted) return PublishedNear(a, b) ? new Likeness(0.7, "same parties and count, reported in the same days") : null;
        if (!told || !Words.ShareTelling(a.Subject, b.Subject)) return PublishedNear(a, b) && told && subjects >= 1 ? new Likeness(0.65, "same parties and subject, reported in the same days") : null;
        return subjects >= 0.66 || Words.Jaccard(a.Subject, b.Subject) >= 0.5 ? new Likeness(0.7, "same parties and subject") : null;
    }

    // "treaty on allied relations of Kazakhstan and Tajikistan": the names of the parties are in every subject.
    private static double SubjectOverlap(Entry a, Entry b) => Words.Overlap(a.Subject, b.Subject);

    private static bool PublishedNear(Entry a, Entry b) =>
        a.Report.Published is { } p && b.Report.Published is { } q && Math.Abs(p.FirstDay.DayNumber - q.FirstDay.DayNumber) <= 7;

    private static bool TypesFit(string a, string b)
    {
        string x = Family(a), y = Family(b);
        return x == y || x == "other" || y == "other";
    }

    private static string Family(string type) => type switch
    {
        "treaty" or "agreement" or "contract" or "memorandum" or "protocol" => "treaty",
        "declaration" or "statement" => "statement",
        "plan" or "programme" or "program" or "roadmap" => "plan",
        _ => "other",
    };
}
