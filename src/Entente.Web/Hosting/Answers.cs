using System.Collections.Concurrent;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Entente.Web.Hosting;

/// <summary>
/// Answers requests that only read: says "not changed" where the browser has it, sends what is kept, and otherwise makes the answer, as many at a time as
/// there are processors. The ledger is given back before a byte is sent: a slow browser keeps nobody waiting.
/// </summary>
internal sealed class Answers(Site site) : IDisposable
{
    /// <summary>Set in the items of a request whose answer is for one browser alone: it is neither kept nor called unchanged.</summary>
    public static readonly object Personal = new();

    private const long MostBytesKept = 64 << 20;
    private const int MostWaiting = 400;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(15), LongestWork = TimeSpan.FromSeconds(15);

    private readonly AnswerCache cache = new(MostBytesKept);
    private readonly ConcurrentDictionary<(string Version, string Key), Task<Rendered?>> making = new();
    private readonly SemaphoreSlim places = new(Math.Max(2, Environment.ProcessorCount));
    private int waiting;

    /// <summary>Closes it.</summary>
    public void Dispose() => places.Dispose();

    /// <summary>Answers a request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="shape">"html", "json" ...: what tells two answers at one address apart.</param>
    /// <param name="make">Makes the answer; null where it wrote a redirect.</param>
    public async Task Serve(HttpContext context, string shape, Func<PageRequest, Rendered?> make)
    {
        bool json = shape != "html";
        try
        {
            // Read before the answer is made: what is made then is as new or newer.
            string version = $"{site.Watch.Version}-{site.Today.DayNumber.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
            string key = $"{shape} {context.Request.Host.Value} {context.Request.Path.Value}{context.Request.QueryString.Value}";
            string tag = Tag(version, key);
            context.Response.Headers.Vary = "Accept, Accept-Encoding";
            if (context.Request.Headers.IfNoneMatch.Any(given => given is not null && given.Contains(tag, StringComparison.Ordinal)))
            {
                Head(context, tag);
                context.Response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
            Rendered? answer = cache.Find(key, version) ?? await Join(context, key, version, make);
            if (answer is null) return;
            if (context.Items.ContainsKey(Personal)) context.Response.Headers.CacheControl = "no-store";
            else Head(context, tag);
            await answer.Send(context);
        }
        catch (PageException problem)
        {
            await Problems.Write(context, site, problem.Status, problem.Title, problem.Message, json);
        }
        catch (DbException error)
        {
            site.Options.Complain($"{context.Request.Path}: {error.Message}");
            context.Response.Headers.RetryAfter = "5";
            await Problems.Write(context, site, 503, "This takes too long", "The ledger gave no answer in time. Ask for less, or once more later.", json);
        }
        catch (Exception error) when (error is EntenteException or IOException)
        {
            site.Options.Complain($"{context.Request.Path}: {error.Message}");
            await Problems.Write(context, site, 503, "The ledger cannot be read", "The ledger cannot be read just now. Whoever runs this can see why.", json);
        }
    }

    // Of many who ask for the same at once, the first makes it and the others wait for that; where it is not for others, each makes its own.
    private async Task<Rendered?> Join(HttpContext context, string key, string version, Func<PageRequest, Rendered?> make)
    {
        TaskCompletionSource<Rendered?> mine = new(TaskCreationOptions.RunContinuationsAsynchronously);
        (string, string) what = (version, key);
        Task<Rendered?> first = making.GetOrAdd(what, mine.Task);
        if (first != mine.Task) return await first.WaitAsync(context.RequestAborted) ?? await Make(context, key, version, make);
        Rendered? answer = null;
        try
        {
            return answer = await Make(context, key, version, make);
        }
        finally
        {
            making.TryRemove(what, out _);
            mine.SetResult(context.Items.ContainsKey(Personal) ? null : answer);
        }
    }

    private async Task<Rendered?> Make(HttpContext context, string key, string version, Func<PageRequest, Rendered?> make)
    {
        bool entered = false;
        try
        {
            if (Interlocked.Increment(ref waiting) <= MostWaiting) entered = await places.WaitAsync(LongestWait, context.RequestAborted);
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
        if (!entered)
        {
            context.Response.Headers.RetryAfter = "5";
            throw new PageException(503, "Too busy", "Too many pages are being made just now. Ask once more later.");
        }
        try
        {
            // Somebody else may have made it while this one waited.
            if (cache.Find(key, version) is { } made) return made;
            Rendered? answer;
            using (LedgerPool.Lease lease = site.Ledgers.RentReader(version))
            {
                lease.Ledger.LimitTime(LongestWork);
                answer = make(new PageRequest(site, context, lease.Ledger, version));
            }
            // What is for one browser is not packed: the length of a packed secret beside words of an address tells of the secret.
            if (answer is null || context.Items.ContainsKey(Personal)) return answer;
            answer = answer.Packed();
            cache.Keep(key, version, answer);
            return answer;
        }
        finally
        {
            places.Release();
        }
    }

    // The browser may keep it and asks each time whether it still holds.
    private static void Head(HttpContext context, string tag)
    {
        // Weak, as it is the same whether the answer is packed or not.
        context.Response.Headers.ETag = "W/" + tag;
        context.Response.Headers.CacheControl = "private, no-cache";
    }

    private static string Tag(string version, string key)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{version} {key}"), hash);
        return $"\"{Convert.ToHexStringLower(hash[..12])}\"";
    }
}
