using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Entente.Claims;

namespace Entente.Cli.Inputs;

/// <summary>
/// Fetches addresses that the user named, and no others: five redirects at most, private networks only if asked, robots.txt respected, a
/// pause between requests to one host, and limits of time and size.
/// </summary>
internal sealed class PageFetcher : IDisposable
{
    private const int MaxRedirects = 5;
    private const int MaxRobotsBytes = 512 << 10;
    private readonly InputOptions options;
    private readonly TimeProvider clock;
    private readonly HttpClient client;
    private readonly Dictionary<string, RobotsRules> robots = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, long> lastRequest = new(StringComparer.OrdinalIgnoreCase);

    public PageFetcher(InputOptions options, TimeProvider clock)
    {
        this.options = options;
        this.clock = clock;
        SocketsHttpHandler handler = new()
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = options.Patience,
            MaxResponseHeadersLength = 64,
            UseCookies = false,
            // The address is looked at where the connection is made, so that a name cannot change what it stands for in between.
            ConnectCallback = Connect,
        };
        client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("Entente", "1.0"));
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, text/plain;q=0.9, */*;q=0.5");
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en, *;q=0.5");
    }

    /// <summary>The body of an address, as it comes; null where it has not changed since it was last read.</summary>
    /// <exception cref="FetchException">It cannot be fetched.</exception>
    public PatientStream? Open(string address)
    {
        FetchMark? known = options.Memory?.Of(address);
        if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0) throw new FetchException(InputMessages.BadAddress);
        for (int hop = 0; hop <= MaxRedirects; hop++)
        {
            if (!options.IgnoreRobots && !Robots(uri).Allows(uri.PathAndQuery)) throw new FetchException(InputMessages.Robots);
            HttpResponseMessage response = Send(uri, known);
            int code = (int)response.StatusCode;
            if (code is >= 300 and < 400 && response.Headers.Location is { } location)
            {
                response.Dispose();
                uri = new Uri(uri, location);
                if (uri.Scheme is not ("http" or "https")) throw new FetchException(InputMessages.BadAddress);
                continue;
            }
            if (response.StatusCode == HttpStatusCode.NotModified && known is not null)
            {
                response.Dispose();
                options.Memory!.Unchanged++;
                return null;
            }
            if (!response.IsSuccessStatusCode)
            {
                response.Dispose();
                throw new FetchException(InputMessages.Status(code));
            }
            if (response.Content.Headers.ContentLength > options.MaxBytes)
            {
                response.Dispose();
                throw new FetchException(InputMessages.TooLarge);
            }
            return new PatientStream(response, options, clock) { Mark = MarkOf(address, response) };
        }
        throw new FetchException(InputMessages.TooManyRedirects);
    }

    public void Dispose() => client.Dispose();

    private RobotsRules Robots(Uri uri)
    {
        string origin = uri.GetLeftPart(UriPartial.Authority);
        if (robots.TryGetValue(origin, out RobotsRules? known)) return known;
        RobotsRules rules = RobotsRules.None;
        try
        {
            Uri at = new(new Uri(origin), "/robots.txt");
            HttpResponseMessage response = Send(at);
            // Sites move it to another name of theirs; one step is followed (RFC 9309, section 2.3.1.2 asks for up to five).
            if ((int)response.StatusCode is >= 300 and < 400 && response.Headers.Location is { } location)
            {
                response.Dispose();
                response = Send(new Uri(at, location));
            }
            using (response)
            {
                if (response.IsSuccessStatusCode)
                {
                    using PatientStream stream = new(response, options, clock);
                    byte[] bytes = new byte[MaxRobotsBytes];
                    int length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
                    rules = RobotsRules.Parse(System.Text.Encoding.UTF8.GetString(bytes, 0, length), "entente");
                }
                else if ((int)response.StatusCode >= 500)
                {
                    // RFC 9309, section 2.3.1.4: a server in trouble is to be left alone.
                    rules = RobotsRules.All;
                }
            }
        }
        catch (FetchException)
        {
            // No robots.txt can be had; the page itself will tell what is wrong.
        }
        robots[origin] = rules;
        return rules;
    }

    private static FetchMark? MarkOf(string address, HttpResponseMessage response)
    {
        string? etag = response.Headers.ETag?.ToString(), modified = response.Content.Headers.LastModified?.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        return etag is null && modified is null ? null : new FetchMark(address, etag, modified);
    }

    private HttpResponseMessage Send(Uri uri, FetchMark? known = null)
    {
        Wait(uri.Authority);
        using CancellationTokenSource deadline = new(options.Patience, clock);
        try
        {
            using HttpRequestMessage request = new(HttpMethod.Get, uri);
            if (known?.ETag is { } etag) request.Headers.TryAddWithoutValidation("If-None-Match", etag);
            if (known?.Modified is { } modified) request.Headers.TryAddWithoutValidation("If-Modified-Since", modified);
            return client.Send(request, HttpCompletionOption.ResponseHeadersRead, deadline.Token);
        }
        catch (OperationCanceledException error)
        {
            throw new FetchException(InputMessages.Silent, error);
        }
        catch (HttpRequestException error)
        {
            throw error.InnerException is FetchException inner ? inner : new FetchException(InputMessages.NoConnection(error.Message), error);
        }
    }

    private void Wait(string host)
    {
        if (lastRequest.TryGetValue(host, out long last))
        {
            TimeSpan left = options.Pause - clock.GetElapsedTime(last);
            if (left > TimeSpan.Zero) Thread.Sleep(left);
        }
        lastRequest[host] = clock.GetTimestamp();
    }

    private async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        IPAddress[] addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancel);
        IPAddress[] allowed = options.AllowPrivateAddresses ? addresses : [.. addresses.Where(a => !PrivateAddresses.Contains(a))];
        if (allowed.Length == 0) throw new FetchException(addresses.Length == 0 ? InputMessages.NoConnection("no such host") : InputMessages.Private);
        Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (Exception error) when (error is SocketException or OperationCanceledException)
        {
            socket.Dispose();
            throw;
        }
    }
}
