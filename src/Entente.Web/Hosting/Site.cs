using Entente.Asking;
using Entente.Web.Maps;

namespace Entente.Web.Hosting;

/// <summary>What all pages share: the options, the names of actors, the open ledgers, the assets and the pipeline that reads new reports.</summary>
internal sealed class Site : IDisposable
{
    private readonly Lazy<Pipeline> pipeline;
    private readonly Lazy<Outlines> outlines;

    public Site(WebOptions options)
    {
        Options = options;
        Names = new ActorNames(options.Data);
        Words = new Wording(Names);
        Ledgers = new LedgerPool(options.Ledger, options.Clock);
        Watch = new LedgerWatch(options);
        Answers = new Answers(this);
        Assets = new Assets();
        Guard = new ChangeGuard();
        Overview = new OverviewKeeper(options.Clock);
        Drafts = new DraftKeeper(options.Clock);
        outlines = new Lazy<Outlines>(() => new Outlines(options.Data));
        pipeline = new Lazy<Pipeline>(() => new Pipeline(options.Data));
    }

    public WebOptions Options { get; }

    public ActorNames Names { get; }

    public Wording Words { get; }

    public LedgerPool Ledgers { get; }

    public LedgerWatch Watch { get; }

    public Answers Answers { get; }

    public Assets Assets { get; }

    public ChangeGuard Guard { get; }

    /// <summary>The start's numbers.</summary>
    public OverviewKeeper Overview { get; }

    /// <summary>Reports that were read in a page and not yet kept.</summary>
    public DraftKeeper Drafts { get; }

    /// <summary>What maps are drawn of; loaded with the first map.</summary>
    public Outlines Outlines => outlines.Value;

    /// <summary>Reads reports; loaded when the first one is added.</summary>
    public Pipeline Pipeline => pipeline.Value;

    /// <summary>The day on which it is asked.</summary>
    public DateOnly Today => Options.AsOf ?? DateOnly.FromDateTime(Options.Clock.GetUtcNow().UtcDateTime);

    public void Dispose()
    {
        Answers.Dispose();
        Watch.Dispose();
        Ledgers.Dispose();
    }
}
