using System.Net;
using System.Net.Sockets;
using System.Text;
using Entente.Claims;
using Entente.Cli;
using Entente.Cli.Inputs;
using Entente.Reading;
using Entente.Storage;

namespace Entente.Tests.Cli.Inputs;

/// <summary>Fetches from a server in this process, which answers by path.</summary>
public sealed class PageFetcherTests : IDisposable
{
    private static readonly InputOptions Local = new() { AllowPrivateAddresses = true, Pause = TimeSpan.Zero, Patience = TimeSpan.FromSeconds(2), MaxBytes = 100_000 };
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly string address;

    public PageFetcherTests()
    {
        listener.Start();
        address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        _ = Task.Run(Serve);
    }

    public void Dispose() => listener.Stop();

    [Fact]
    public void Reads_a_page_through_a_redirect()
    {
        ReadResult result = Assert.Single(Read(Local, "/moved"));
        Assert.Equal("The envoys met in Oslo.", result.Document!.Text);
    }

    [Theory]
    [InlineData("/loop", InputMessages.TooManyRedirects)]
    [InlineData("/absent", "the server answered 404")]
    [InlineData("/large", InputMessages.TooLarge)]
    [InlineData("/shut/page", InputMessages.Robots)]
    [InlineData("/silent", InputMessages.Silent)]
    [InlineData("/stalled", InputMessages.Silent)]
    public void Says_in_a_line_why_an_address_was_not_read(string path, string reason) =>
        Assert.Equal(reason, Assert.Single(Read(Local, path)).Skipped!.Reason);

    [Fact]
    public void Does_not_go_into_a_private_network_unasked() =>
        Assert.Equal(InputMessages.Private, Assert.Single(Read(Local with { AllowPrivateAddresses = false }, "/page")).Skipped!.Reason);

    [Theory]
    [InlineData("/etag")]
    [InlineData("/dated")]
    public void Asks_whether_a_page_has_changed_since_it_was_read(string path)
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory("entente-fetch").FullName, "x.db");
        using (ILedger ledger = Ledger.Open(file))
        {
            FetchMemory first = new(ledger, "one");
            Assert.NotNull(Assert.Single(Read(Local with { Memory = first }, path)).Document);
            // A run that is broken off keeps nothing of what it learnt.
            Assert.NotNull(Assert.Single(Read(Local with { Memory = new FetchMemory(ledger, "one") }, path)).Document);
            first.Keep();
            FetchMemory second = new(ledger, "one");
            Assert.Empty(Read(Local with { Memory = second }, path));
            Assert.Equal(1, second.Unchanged);
            Assert.NotNull(Assert.Single(Read(Local with { Memory = new FetchMemory(ledger, "another program") }, path)).Document);
        }
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    [Fact]
    public void Reads_the_pages_that_a_feed_announces_where_it_is_asked_to()
    {
        Assert.Equal(["Short.", "Gone."], Read(Local, "/feed").Select(r => r.Document?.Text));
        List<ReadResult> pages = Read(Local with { FollowLinks = true }, "/feed");
        // The second page is not there: its entry is read as the feed has it.
        Assert.Equal(["The envoys met in Oslo.", null, "Gone."], pages.Select(r => r.Document?.Text));
        Assert.Equal(("7", "Nomad", "2021-05-04", address + "/page"), (pages[0].Document!.Id, pages[0].Document!.Publisher, pages[0].Document!.Published?.ToString(), pages[0].Document!.Url));
        Assert.Equal("the server answered 404", pages[1].Skipped!.Reason);
    }

    [Fact]
    public void Does_not_follow_a_feed_into_a_private_network_unasked()
    {
        string feed = Path.GetTempFileName();
        File.WriteAllText(feed, $"<rss version=\"2.0\"><channel><item><title>Wells</title><link>{address}/page</link><description>Short.</description></item></channel></rss>");
        Surroundings surroundings = new() { Input = Stream.Null, Out = TextWriter.Null, Error = TextWriter.Null };
        using (InputReader reader = new(new Reader(), surroundings, Local with { AllowPrivateAddresses = false, FollowLinks = true }))
        {
            Assert.Equal([InputMessages.Private, null], reader.Read([feed]).Select(r => r.Skipped?.Reason));
        }
        File.Delete(feed);
    }

    private List<ReadResult> Read(InputOptions options, string path)
    {
        Surroundings surroundings = new() { Input = Stream.Null, Out = TextWriter.Null, Error = TextWriter.Null };
        using InputReader reader = new(new Reader(), surroundings, options);
        return [.. reader.Read([address + path])];
    }

    private async Task Serve()
    {
        try
        {
            while (true)
            {
                TcpClient client = await listener.AcceptTcpClientAsync();
                _ = Task.Run(() => Answer(client));
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task Answer(TcpClient client)
    {
        using (client)
        {
            NetworkStream stream = client.GetStream();
            byte[] buffer = new byte[4096];
            int read = await stream.ReadAsync(buffer);
            string request = Encoding.ASCII.GetString(buffer, 0, read), path = request.Split(' ')[1];
            const string unchanged = "HTTP/1.1 304 Not Modified\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
            string answer = path switch
            {
                "/robots.txt" => Page("User-agent: *\nDisallow: /shut/\n"),
                "/page" => Page("The envoys met in Oslo."),
                "/etag" => request.Contains("If-None-Match: \"v1\"", StringComparison.Ordinal) ? unchanged : Page("The envoys met in Oslo.", "ETag: \"v1\"\r\n"),
                "/dated" => request.Contains("If-Modified-Since: Tue, 04 May 2021 09:00:00 GMT", StringComparison.Ordinal) ? unchanged : Page("The envoys met in Oslo.", "Last-Modified: Tue, 04 May 2021 09:00:00 GMT\r\n"),
                "/feed" => Page("<rss version=\"2.0\"><channel><title>Nomad</title><item><guid>7</guid><title>Wells</title><link>/page</link><pubDate>Tue, 04 May 2021 09:00:00 GMT</pubDate><description>Short.</description></item><item><title>Other</title><link>/absent</link><description>Gone.</description></item></channel></rss>"),
                "/moved" => $"HTTP/1.1 302 Found\r\nLocation: {address}/page\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
                "/loop" => "HTTP/1.1 302 Found\r\nLocation: /loop\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
                "/large" => Page(new string('a', 200_000)),
                "/stalled" => "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\nConnection: close\r\n\r\nThe envoys",
                "/silent" => "",
                _ => "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
            };
            await stream.WriteAsync(Encoding.UTF8.GetBytes(answer));
            if (path is "/silent" or "/stalled") await Task.Delay(5000);
        }
    }

    private static string Page(string body, string headers = "") => $"HTTP/1.1 200 OK\r\n{headers}Content-Type: text/plain\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}";
}
