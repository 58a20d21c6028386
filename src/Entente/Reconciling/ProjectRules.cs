using Entente.Claims;

namespace Entente.Reconciling;

/// <summary>Two reports tell of one project where its name shares the word that tells it from others, whoever is named as its parties.</summary>
internal sealed class ProjectRules : KindRules
{
    public static readonly ProjectRules Instance = new();

    public override string Name => "project";

    // "Rogun plant", "the Rogun hydropower plant": the first word of the name that is written large and means something.
    public override string Topic(ReportedClaim claim)
    {
        Project p = (Project)claim.Claim;
        foreach (string word in p.Name.Split([' ', '-', '–', '—', '/', ','], StringSplitOptions.RemoveEmptyEntries))
        {
            string folded = Words.Fold(word);
            if (char.IsUpper(word[0]) && folded.Length > 2 && Words.IsTelling(folded)) return $"project|{folded}";
        }
        return $"project|{ActorsOf(p)}";
    }

    public override int Detail(Claim claim)
    {
        Project p = (Project)claim;
        return p.Parties.Count + (p.Sector is null ? 0 : 1) + (p.Capacity is null ? 0 : 1) + (p.Cost is null ? 0 : 1);
    }

    public override Likeness? Compare(Entry a, Entry b)
    {
        Project x = (Project)a.Claim, y = (Project)b.Claim;
        if (x.Parties.Count > 0 && y.Parties.Count > 0 && !x.Parties.Intersect(y.Parties).Any()) return null;
        double shared = Words.Overlap(a.Subject, b.Subject);
        if (shared < 0.5 || Words.Jaccard(a.Subject, b.Subject) < 0.3 || !Words.ShareTelling(a.Subject, b.Subject)) return null;
        return new Likeness(0.6 + (0.35 * shared), "same name");
    }

    public override ClaimStatus StatusOf(IReadOnlyList<Entry> claims) => Latest.Status(claims);
}
