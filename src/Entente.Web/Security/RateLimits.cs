using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;

namespace Entente.Web.Security;

/// <summary>How often one address may ask. This machine reads as often as it likes: it is the user, or a server in front that counts for itself.</summary>
internal sealed class RateLimits : IDisposable
{
    private const int ChangesAtOnce = 60;

    private readonly PartitionedRateLimiter<IPAddress> reading, changing;

    public RateLimits(WebOptions options)
    {
        int second = Math.Max(1, options.RequestsPerSecond);
        reading = PartitionedRateLimiter.Create<IPAddress, IPAddress>(from => IPAddress.IsLoopback(from)
            ? RateLimitPartition.GetNoLimiter(from)
            : RateLimitPartition.GetTokenBucketLimiter(from, _ => Bucket(second * 5, second, TimeSpan.FromSeconds(1))));
        // A change reads a report or fetches an address, and a sign-in is a guess at the token: one a second on the whole.
        changing = PartitionedRateLimiter.Create<IPAddress, IPAddress>(from => RateLimitPartition.GetTokenBucketLimiter(from, _ => Bucket(ChangesAtOnce, 10, TimeSpan.FromSeconds(10))));
    }

    /// <summary>Whether one more is not too many.</summary>
    public bool Take(HttpContext context, bool change)
    {
        IPAddress from = Network(context.Connection.RemoteIpAddress ?? IPAddress.None);
        using RateLimitLease lease = (change ? changing : reading).AttemptAcquire(from);
        return lease.IsAcquired;
    }

    /// <summary>Closes it.</summary>
    public void Dispose()
    {
        reading.Dispose();
        changing.Dispose();
    }

    // Whoever has one address of IPv6 has a network of 64 bits of them.
    private static IPAddress Network(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6 || IPAddress.IsLoopback(address)) return address;
        byte[] bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }

    private static TokenBucketRateLimiterOptions Bucket(int most, int each, TimeSpan period) => new()
    {
        TokenLimit = most,
        TokensPerPeriod = each,
        ReplenishmentPeriod = period,
        AutoReplenishment = true,
        QueueLimit = 0,
    };
}
