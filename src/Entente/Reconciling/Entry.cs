using Entente.Claims;

namespace Entente.Reconciling;

/// <summary>A claim on its way into a fact, with what is asked of it again and again worked out once.</summary>
internal sealed class Entry(ReportedClaim reported, KindRules rules)
{
    private string[]? quote;
    private string[]? subject;
    private string[]? people;
    private string[]? person;

    /// <summary>The claim with its report.</summary>
    public ReportedClaim Reported { get; } = reported;

    /// <summary>The claim.</summary>
    public Claim Claim => Reported.Claim;

    /// <summary>Its report.</summary>
    public Report Report => Reported.Report;

    /// <summary>When, as far as it can be told.</summary>
    public Days? Days { get; } = Reconciling.Days.Of(ClaimSlots.When(reported.Claim), reported.Report, reported.Claim.Status);

    /// <summary>How much it tells.</summary>
    public int Detail { get; } = rules.Detail(reported.Claim);

    /// <summary>Words with content of its first quote.</summary>
    public string[] Quote => quote ??= Words.Content(Claim.Evidence.Count > 0 ? Claim.Evidence[0].Quote : null);

    /// <summary>Words with content of what the claim is about: subject, commodity or name.</summary>
    public string[] Subject => subject ??= Words.Content(Claim switch
    {
        Agreement a => a.Subject,
        Transfer t => t.Commodity,
        Figure f => f.Commodity,
        Project p => p.Name,
        _ => null,
    });

    /// <summary>Folded last names of the persons behind its actors, in order of the alphabet.</summary>
    public string[] People => people ??= [.. Claim.Actors.Where(a => a.Office is not null && a.Name is not null).Select(a => Words.Fold(a.Name).Split(' ')[^1]).Where(n => n.Length > 0).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Folded names of the person of an office, in the order in which they are written.</summary>
    public string[] Person => person ??= Words.Fold((Claim as Office)?.Person).Split(' ');

    /// <summary>The order in which claims found facts: the one that tells most first, then the first published, then by id. It depends on nothing else.</summary>
    public static int Order(Entry a, Entry b)
    {
        int order = b.Detail.CompareTo(a.Detail);
        if (order == 0) order = Comparer<Text.PartialDate?>.Default.Compare(a.Report.Published, b.Report.Published);
        return order != 0 ? order : string.CompareOrdinal(a.Reported.Id, b.Reported.Id);
    }
}
