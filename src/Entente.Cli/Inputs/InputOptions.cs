namespace Entente.Cli.Inputs;

/// <summary>Which inputs are opened, and how far the network is trusted.</summary>
internal sealed record InputOptions
{
    /// <summary>Names that files of a folder must match, with * and ?, or paths below it where the pattern has a slash; all if empty.</summary>
    public IReadOnlyList<string> Include { get; init; } = [];

    /// <summary>Names of files and folders inside a folder that are passed over, with * and ?.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>Only files of folders that were changed at this time or later.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Whether the page that an entry of a feed announces is fetched and read in its place.</summary>
    public bool FollowLinks { get; init; }

    /// <summary>What is known of addresses from earlier runs; null where nothing is kept.</summary>
    public FetchMemory? Memory { get; init; }

    /// <summary>Whether addresses inside one's own network may be fetched.</summary>
    public bool AllowPrivateAddresses { get; init; }

    /// <summary>Whether robots.txt is left unread.</summary>
    public bool IgnoreRobots { get; init; }

    /// <summary>The time between two requests to one host. 1 second if not set.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a server may keep silent. 20 seconds if not set.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The most bytes of one address. 2 GB if not set: an archive is streamed, and a single page is bounded by the reader.</summary>
    public long MaxBytes { get; init; } = 2L << 30;
}
