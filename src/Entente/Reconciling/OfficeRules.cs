using Entente.Claims;

namespace Entente.Reconciling;

/// <summary>A person in an office is one fact. Two persons in an office for one contradict each other where the reports do not show one after the other.</summary>
internal sealed class OfficeRules : KindRules
{
    public static readonly OfficeRules Instance = new();

    private static readonly HashSet<string> OfOne = new(StringComparer.Ordinal) { "president", "prime minister", "king", "queen", "emir", "sultan", "chancellor", "premier", "pope" };
    private static readonly string[] OfOneMinister = ["foreign", "defence", "defense", "finance", "energy", "interior", "trade", "transport", "agriculture", "health", "justice", "education", "economy"];

    public override string Name => "office";

    public override string Topic(ReportedClaim claim)
    {
        Office o = (Office)claim.Claim;
        return $"office|{o.State}|{Title(o.Title)}";
    }

    public override int Detail(Claim claim) => ((Office)claim).Person.Split(' ').Length;

    public override Likeness? Compare(Entry a, Entry b)
    {
        string[] p = a.Person, q = b.Person;
        if (p.AsSpan().SequenceEqual(q)) return new Likeness(0.99, "same name and office");
        if (p[^1].Length == 0 || q[^1].Length == 0) return null;
        // "Tokayev" beside "Kassym-Jomart Tokayev"; East Asian names may come with the family name first.
        bool last = Words.SameSpelling(p[^1], q[^1]);
        if (!last) return p.Length > 1 && q.Length > 1 && p.Order(StringComparer.Ordinal).SequenceEqual(q.Order(StringComparer.Ordinal)) ? new Likeness(0.95, "same names in another order") : null;
        if (p.Length == 1 || q.Length == 1) return new Likeness(0.85, "same last name and office");
        // "Kassym" and "Kasim": one office, one last name and one initial are hardly two persons.
        return p[0][0] == q[0][0] ? new Likeness(Words.SameSpelling(p[0], q[0]) ? 0.95 : 0.85, "same name, another spelling") : null;
    }

    public override ClaimStatus StatusOf(IReadOnlyList<Entry> claims) => Latest.Status(claims);

    /// <summary>Whether only one person at a time holds an office.</summary>
    public static bool IsOfOne(string title)
    {
        string folded = Title(title);
        if (OfOne.Contains(folded) || folded.StartsWith("ambassador to ", StringComparison.Ordinal)) return true;
        return (folded.EndsWith(" minister", StringComparison.Ordinal) && OfOneMinister.Contains(folded[..^" minister".Length]))
            || (folded.StartsWith("minister of ", StringComparison.Ordinal) && OfOneMinister.Any(m => folded.EndsWith(m, StringComparison.Ordinal)));
    }

    /// <summary>One spelling for what is written "minister of foreign affairs", "foreign minister", "minister for foreign affairs".</summary>
    public static string Title(string title)
    {
        string folded = Words.Fold(title);
        foreach (string start in (ReadOnlySpan<string>)["minister of ", "minister for "])
        {
            if (!folded.StartsWith(start, StringComparison.Ordinal)) continue;
            string what = folded[start.Length..];
            what = what.StartsWith("the ", StringComparison.Ordinal) ? what[4..] : what;
            if (what is "foreign affairs" or "external affairs" or "external relations") return "foreign minister";
            return what.Contains(' ', StringComparison.Ordinal) ? folded : what + " minister";
        }
        return folded is "foreign affairs minister" or "external affairs minister" ? "foreign minister" : folded;
    }
}
