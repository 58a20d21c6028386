using Entente.Claims;
using Entente.Text;

namespace Entente.Asking;

/// <summary>The last stage: what a ledger says about somebody.</summary>
public sealed class Enquiry
{
    private const int MostFigures = 200;
    private const int ClaimsOfFigure = 3;
    private const int MostClaims = 24;
    private const int MostOfProject = 500;
    private const int MostQuotesOfProject = 3;
    private const int MostOffices = 200;
    private const int MostOfPair = 12;

    private readonly ILedger ledger;
    private readonly ActorNames names;
    private readonly DateOnly today;

    /// <summary>Questions to one ledger.</summary>
    /// <param name="ledger">Reconciled.</param>
    /// <param name="names">What actors are called.</param>
    /// <param name="today">The day on which it is asked: it decides what is overdue.</param>
    public Enquiry(ILedger ledger, ActorNames names, DateOnly today)
    {
        this.ledger = ledger ?? throw new ArgumentNullException(nameof(ledger));
        this.names = names ?? throw new ArgumentNullException(nameof(names));
        this.today = today;
        Words = new Wording(names);
    }

    /// <summary>How claims are put in words.</summary>
    public Wording Words { get; }

    /// <summary>The dossier of one actor or of a pair.</summary>
    /// <param name="about">One actor or two.</param>
    /// <param name="options">How much is shown.</param>
    public Dossier Dossier(IReadOnlyList<ActorCode> about, DossierOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(about);
        if (about.Count is < 1 or > 2) throw new ArgumentException("A dossier is about one actor or two.", nameof(about));
        options ??= new DossierOptions();
        LedgerCounts counts = ledger.Count(about);
        int quotes = Math.Max(1, options.QuotesEach);
        // Of a figure that statistics confirm, the claim of a report is shown beside them.
        IReadOnlyList<Fact> figures = Facts(about, "figure", counts, MostFigures, Math.Max(quotes, ClaimsOfFigure));
        List<DossierSection> sections = [];
        Add(sections, "Agreements", Facts(about, "agreement", counts, options.LinesEach, quotes), about, counts, options);
        Add(sections, "Trade and other figures", [.. figures.OrderBy(Rank).ThenBy(f => f.Status is ClaimStatus.Planned or ClaimStatus.Proposed).ThenByDescending(f => f.When?.End ?? default).Take(options.LinesEach)], about, counts, options);
        Add(sections, "Transfers", Facts(about, "transfer", counts, options.LinesEach, quotes), about, counts, options);
        Add(sections, "Events", Facts(about, "event", counts, options.LinesEach, quotes), about, counts, options);
        Add(sections, "Projects", Facts(about, "project", counts, options.LinesEach, quotes), about, counts, options);
        Add(sections, "Relations", Facts(about, "relation", counts, options.LinesEach, quotes), about, counts, options);
        AddOffices(sections, about, counts, options);
        AddPromises(sections, about, figures, options);
        DossierLine[] compared = [.. Comparisons.Of(figures, Words, about)];
        if (compared.Length > 0) sections.Insert(sections.FindIndex(s => s.Title.StartsWith("Trade", StringComparison.Ordinal)) + 1, new DossierSection("Reports and official statistics", [.. compared.Take(options.LinesEach)], Math.Max(0, compared.Length - options.LinesEach)));
        AddContradictions(sections, about, counts, options);
        return new Dossier(about, Words.List(about), counts, SeriesBuilder.Of(figures, Words, about), sections);
    }

    /// <summary>The dossier of a project: what reports say of it under its name, whoever they name as its parties; null where no report names it.</summary>
    /// <param name="name">Its name or a part that tells it from others: "Rogun".</param>
    /// <param name="options">How much is shown.</param>
    public Dossier? Project(string name, DossierOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        options ??= new DossierOptions();
        // All that has the name in its words, and of that the facts; the project itself first.
        string[] claims = [.. ledger.Claims(new ClaimQuery { Words = name, Limit = MostOfProject }).Select(c => c.Id)];
        IReadOnlyList<Fact> facts = claims.Length == 0 ? [] : ledger.Facts(new FactQuery { Claims = claims });
        Fact[] projects = [.. facts.Where(f => f.Kind == "project" && f.Claims.Any(c => Names(((Project)c.Claim).Name, name))).OrderByDescending(f => f.Reports).ThenBy(f => f.Id, StringComparer.Ordinal)];
        if (projects.Length == 0) return null;
        ActorCode[] about = [.. projects.SelectMany(p => p.Claims).SelectMany(c => ClaimSlots.Distinct(c.Claim)).Distinct().Order()];
        Fact[] others = [.. facts.Where(f => f.Kind is not ("project" or "office" or "relation"))];
        List<DossierSection> sections = [new DossierSection("Project", [.. projects.Select(p => Line(p, [], options with { QuotesEach = Math.Max(options.QuotesEach, MostQuotesOfProject) }))], 0)];
        foreach ((string kind, string title) in (ReadOnlySpan<(string, string)>)[("agreement", "Agreements"), ("figure", "Trade and other figures"), ("transfer", "Transfers"), ("event", "Events")])
        {
            Fact[] some = [.. others.Where(f => f.Kind == kind).OrderByDescending(f => f.When?.Start ?? f.When?.End ?? default).ThenBy(f => f.Id, StringComparer.Ordinal)];
            if (some.Length > 0) sections.Add(new DossierSection(title, [.. some.Take(options.LinesEach).Select(f => Line(f, [], options))], Math.Max(0, some.Length - options.LinesEach)));
        }
        Promise[] promises = [.. Ordered(facts.Where(f => f.WasPromised).Select(f => Asking.Promises.Of(f, others, today)).OfType<Promise>())];
        if (promises.Length > 0) sections.Add(new DossierSection("Promises", [.. promises.Take(options.LinesEach).Select(p => Line(p, []))], Math.Max(0, promises.Length - options.LinesEach)));
        return new Dossier(about, ((Project)projects[0].Best.Claim).Name, Counts(projects.Concat(others)), SeriesBuilder.Of(others.Where(f => f.Kind == "figure"), Words, []), sections);
    }

    private static bool Names(string project, string name) =>
        name.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(w => project.Contains(w.TrimEnd('*'), StringComparison.OrdinalIgnoreCase));

    // What was read of a project is few enough to be counted by itself.
    private static LedgerCounts Counts(IEnumerable<Fact> some)
    {
        Fact[] facts = [.. some];
        Report[] reports = [.. facts.SelectMany(f => f.Claims).Select(c => c.Report).DistinctBy(r => r.Id)];
        PartialDate[] days = [.. reports.Select(r => r.Published).OfType<PartialDate>().Order()];
        return new LedgerCounts(
            reports.Length, reports.Select(r => r.Publisher).OfType<string>().Distinct().Count(), days.Length == 0 ? null : days[0], days.Length == 0 ? null : days[^1],
            facts.GroupBy(f => f.Kind).ToDictionary(g => g.Key, g => g.Sum(f => (long)f.Claims.Count)), facts.GroupBy(f => f.Kind).ToDictionary(g => g.Key, g => (long)g.Count()));
    }

    private static IEnumerable<Promise> Ordered(IEnumerable<Promise> promises) =>
        promises.OrderBy(p => p.State switch { PromiseState.Overdue => 0, PromiseState.Open => 1, PromiseState.Partly => 2, PromiseState.CalledOff => 3, _ => 4 })
            .ThenBy(p => p.Due?.LastDay ?? DateOnly.MaxValue).ThenBy(p => p.Fact.Id, StringComparer.Ordinal);

    /// <summary>What was planned or proposed, and what came of it: overdue first, then open by date, then the rest.</summary>
    /// <param name="about">One actor, two, or none for all.</param>
    /// <param name="limit">How many facts are looked at, the latest first.</param>
    public IReadOnlyList<Promise> Promises(IReadOnlyList<ActorCode> about, int limit = 1000)
    {
        ArgumentNullException.ThrowIfNull(about);
        return Promises(about, null, limit);
    }

    private List<Promise> Promises(IReadOnlyList<ActorCode> about, IReadOnlyList<Fact>? figures, int limit)
    {
        IReadOnlyList<Fact> promised = ledger.Facts(new FactQuery { Actors = about, OnlyPromised = true, Limit = limit, ClaimsEach = MostClaims });
        if (promised.Any(f => f.Kind == "figure")) figures ??= ledger.Facts(new FactQuery { Actors = about, Kind = "figure", ClaimsEach = 1, Limit = limit });
        if (promised.Any(f => f.Kind == "transfer")) figures = [.. figures ?? [], .. ledger.Facts(new FactQuery { Actors = about, Kind = "transfer", ClaimsEach = 1, Limit = limit })];
        return [.. Ordered(promised.Select(f => Asking.Promises.Of(f, figures ?? [], today)).OfType<Promise>())];
    }

    private IReadOnlyList<Fact> Facts(IReadOnlyList<ActorCode> about, string kind, LedgerCounts counts, int limit, int claimsEach) =>
        counts.Facts.GetValueOrDefault(kind) == 0 ? [] : ledger.Facts(new FactQuery { Actors = about, Kind = kind, Limit = limit, ClaimsEach = claimsEach });

    private void Add(List<DossierSection> sections, string title, IReadOnlyList<Fact> facts, IReadOnlyList<ActorCode> about, LedgerCounts counts, DossierOptions options)
    {
        if (facts.Count == 0) return;
        DossierLine[] lines = [.. facts.Select(f => Line(f, about, options))];
        sections.Add(new DossierSection(title, lines, counts.Facts.GetValueOrDefault(facts[0].Kind) - lines.Length));
    }

    private DossierLine Line(Fact fact, IReadOnlyList<ActorCode> about, DossierOptions options)
    {
        bool told = ClaimSlots.When(fact.Best.Claim) is not null;
        // A day that only the report gives is not shown as the day of the thing.
        string when = told ? Wording.Of(fact.When) : "";
        return new DossierLine(when, Tag(fact), Words.Of(fact.Best.Claim, about), [.. fact.Claims.Take(options.QuotesEach)], fact.Reports, fact.Independent, fact.Id);
    }

    private static string Tag(Fact fact) =>
        fact.IsDisputed ? "disputed" : fact.Status == ClaimStatus.Happened || (fact.Status == ClaimStatus.Ongoing && fact.Kind is "office" or "relation" or "figure") ? "" : ClaimNames.Of(fact.Status);

    private static int Rank(Fact fact) => fact.Best.Claim is Figure f ? f.Measure switch { "trade_turnover" => 0, "exports" or "imports" => 1, "investment" => 2, "aid" => 3, _ => 4 } : 5;

    // Offices have one state: those of a pair are those of both, who played a part in what the reports tell of the pair.
    private void AddOffices(List<DossierSection> sections, IReadOnlyList<ActorCode> about, LedgerCounts counts, DossierOptions options)
    {
        List<Fact> facts = [];
        long total = 0;
        foreach (ActorCode actor in about)
        {
            // Of a pair, who is told of most on each side.
            int most = about.Count == 1 ? options.LinesEach : Math.Min(options.LinesEach, MostOfPair);
            facts.AddRange(ledger.Facts(new FactQuery { Actors = [actor], Kind = "office", Limit = MostOffices, MostTold = most, ClaimsEach = Math.Max(1, options.QuotesEach) }));
            // Of a pair, counting all offices of both sides would cost more than the rest of the page.
            total += about.Count == 1 ? counts.Facts.GetValueOrDefault("office") : 0;
        }
        if (facts.Count == 0) return;
        DossierLine[] lines =
        [
            .. facts.OrderBy(f => about.ToList().FindIndex(a => ((Office)f.Best.Claim).State == a)).ThenByDescending(f => f.Reports).ThenBy(f => ((Office)f.Best.Claim).Person, StringComparer.Ordinal)
                .Select(f => Line(f, about, options) with { When = "", Tag = f.Status == ClaimStatus.Happened ? "former" : f.Status == ClaimStatus.Ongoing ? "" : ClaimNames.Of(f.Status) }),
        ];
        sections.Add(new DossierSection("Who is who", lines, Math.Max(0, total - lines.Length)));
    }

    private void AddPromises(List<DossierSection> sections, IReadOnlyList<ActorCode> about, IReadOnlyList<Fact> figures, DossierOptions options)
    {
        List<Promise> promises = Promises(about, figures, Math.Max(200, options.LinesEach));
        if (promises.Count == 0) return;
        sections.Add(new DossierSection("Promises", [.. promises.Take(options.LinesEach).Select(p => Line(p, about))], Math.Max(0, promises.Count - options.LinesEach)));
    }

    /// <summary>A promise in words.</summary>
    public DossierLine Line(Promise promise, IReadOnlyList<ActorCode> about)
    {
        ArgumentNullException.ThrowIfNull(promise);
        List<ReportedClaim> claims = [promise.Announced];
        if (promise.Outcome is { } outcome && outcome.Id != promise.Announced.Id) claims.Add(outcome);
        string tag = promise.State switch { PromiseState.CalledOff => "called off", _ => promise.State.ToString().ToLowerInvariant() };
        string due = promise.Due is { } d ? "due " + d : "";
        string text = Words.Of(promise.Announced.Claim, about);
        if (promise is { State: not PromiseState.Kept, Announced.Claim: Figure, Outcome.Claim: Figure { Value: { } reached } f }) text += $"; so far {AmountText.Of(reached, f.Unit, f.Comparator)}{(f.Period is { } p ? " in " + Wording.Of(p) : "")}";
        return new DossierLine(due, tag, text, claims, promise.Fact.Reports, promise.Fact.Independent, promise.Fact.Id);
    }

    private void AddContradictions(List<DossierSection> sections, IReadOnlyList<ActorCode> about, LedgerCounts counts, DossierOptions options)
    {
        if (counts.Contradictions == 0) return;
        IReadOnlyList<Contradiction> found = ledger.Contradictions(about, options.LinesEach);
        if (found.Count > 0) sections.Add(new DossierSection("Contradictions", [.. found.Select(c => Line(c, about))], counts.Contradictions - found.Count));
    }

    /// <summary>A contradiction in words.</summary>
    public DossierLine Line(Contradiction contradiction, IReadOnlyList<ActorCode> about)
    {
        ArgumentNullException.ThrowIfNull(contradiction);
        string text = contradiction.By.EndsWith(":arithmetic", StringComparison.Ordinal)
            ? contradiction.Reason
            : contradiction is { Left.Claim: Figure { Value: { } left } a, Right.Claim: Figure { Value: { } right } b }
            ? $"{contradiction.Reason}: {AmountText.Of(left, a.Unit, a.Comparator)} and {AmountText.Of(right, b.Unit, b.Comparator)} ({Words.List(ClaimSlots.Distinct(a))})"
            : $"{contradiction.Reason}: {Words.Of(contradiction.Left.Claim, about)} / {Words.Of(contradiction.Right.Claim, about)}";
        int reports = contradiction.Left.Report.Id == contradiction.Right.Report.Id ? 1 : 2;
        return new DossierLine(Wording.Of(ClaimSlots.When(contradiction.Left.Claim)), "", text, [contradiction.Left, contradiction.Right], reports, reports, null);
    }
}
