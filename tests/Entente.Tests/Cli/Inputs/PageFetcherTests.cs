using System.Net;
using System.Net.Sockets;
using System.Text;
using Entente.Cli;
using Entente.Cli.Inputs;
using Entente.Reading;

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
            string path = Encoding.ASCII.GetString(buffer, 0, read).Split(' ')[1];
            string answer = path switch
            {
                "/robots.txt" => Page("User-agent: *\nDisallow: /shut/\n"),
                "/page" => Page("The envoys met in Oslo."),
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

    private static string Page(string body) => $"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}";
}
