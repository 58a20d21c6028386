using Entente.Gazetteers;
using Entente.Reading;

namespace Entente.Web;

/// <summary>How the pages are served.</summary>
public sealed record WebOptions
{
    /// <summary>A SQLite file, or postgres://...</summary>
    public required string Ledger { get; init; }

    /// <summary>The address that is listened at; only this machine can reach 127.0.0.1, the default.</summary>
    public string Address { get; init; } = "127.0.0.1";

    /// <summary>The port; 0 for any that is free.</summary>
    public int Port { get; init; } = 7440;

    /// <summary>Whether reports may be added and claims corrected.</summary>
    public bool AllowChanges { get; init; }

    /// <summary>What changes must show, wherever they come from; null for none, and then they are taken from this machine alone.</summary>
    public string? Token { get; init; }

    /// <summary>Names that the server goes by besides localhost and its address: a request under another name is not answered.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Requests that one address beyond this machine may make a second, and five times as many at once.</summary>
    public int RequestsPerSecond { get; init; } = 40;

    /// <summary>The tables of what the world is.</summary>
    public DataFiles Data { get; init; } = DataFiles.BuiltIn;

    /// <summary>Tells what day it is.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The day on which it is asked, for what is overdue; the clock's if not set.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Fetches an address that a person gave, or null where none may be fetched.</summary>
    public Func<string, IEnumerable<ReadResult>>? Fetch { get; init; }

    /// <summary>Is told of faults, in one line.</summary>
    public Action<string> Complain { get; init; } = _ => { };
}
