using Entente.Claims;

namespace Entente.Asking;

/// <summary>A page about one actor or one pair: what all reports say, every line with its sources.</summary>
/// <param name="About">One actor or two.</param>
/// <param name="Title">Their names.</param>
/// <param name="Counts">How much the ledger holds about them.</param>
/// <param name="Series">Figures over time.</param>
/// <param name="Sections">What is said, in the order of the page; none is empty.</param>
public sealed record Dossier(IReadOnlyList<ActorCode> About, string Title, LedgerCounts Counts, IReadOnlyList<Series> Series, IReadOnlyList<DossierSection> Sections);

/// <summary>A part of a dossier.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Lines">What it says.</param>
/// <param name="More">How many facts more the ledger holds than are shown.</param>
public sealed record DossierSection(string Title, IReadOnlyList<DossierLine> Lines, long More);

/// <summary>One fact in words.</summary>
/// <param name="When">When it was, is or will be; empty where nothing tells.</param>
/// <param name="Tag">Where it stands, where that is not simply that it happened: planned, proposed, denied, ongoing, disputed; of a promise kept, overdue ...</param>
/// <param name="Text">What is said.</param>
/// <param name="Claims">The claims that say it, the best first; those shown.</param>
/// <param name="Reports">How many reports say it.</param>
/// <param name="Independent">How many origins say it in words of their own.</param>
/// <param name="Fact">Id of the fact, where the line is one.</param>
public sealed record DossierLine(string When, string Tag, string Text, IReadOnlyList<ReportedClaim> Claims, int Reports, int Independent, string? Fact);
