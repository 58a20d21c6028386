using System.Collections.Concurrent;
using Entente.Claims;

namespace Entente.Storage;

/// <summary>
/// What readers of one version of a ledger share, so that what one of them found the others need not look for: claims, and numbers that take a walk
/// through all claims of an actor. For one version: when <see cref="ILedger.Version"/> changed, a new one is made. Safe for several threads.
/// </summary>
public sealed class LedgerCache
{
    // Some 30 MB.
    private const int MostClaims = 20_000;
    private const int MostNumbers = 2_000;

    private readonly ConcurrentDictionary<long, ReportedClaim> claims = new();
    private readonly ConcurrentDictionary<string, object> numbers = new(StringComparer.Ordinal);

    private int kept;

    /// <summary>Of more claims than this the reports are counted in one walk beside the heads of all reports; of fewer they are looked up one by one. In a ledger of a million claims from 100,000 reports.</summary>
    internal long MostLookedUp { get; init; } = 5_000;

    internal ReportedClaim? Claim(long key) => claims.GetValueOrDefault(key);

    internal void Keep(long key, ReportedClaim claim)
    {
        // Emptied rather than counted out one by one: what is asked for often is there again at once.
        if (Interlocked.Increment(ref kept) > MostClaims)
        {
            claims.Clear();
            kept = 1;
        }
        claims[key] = claim;
    }

    /// <summary>What was worked out under this name, or now.</summary>
    internal T Of<T>(string name, Func<T> make)
        where T : class
    {
        if (numbers.TryGetValue(name, out object? kept)) return (T)kept;
        T made = make();
        if (numbers.Count >= MostNumbers) numbers.Clear();
        numbers[name] = made;
        return made;
    }
}
