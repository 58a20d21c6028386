using Entente.Claims;
using Entente.Reading;
using Entente.Storage;
using Entente.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Tests.Web;

/// <summary>The pages over a ledger of the examples, in this process, at a free port.</summary>
public sealed class WebServer : IAsyncLifetime, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("entente-web-");
    private WebApplication? app;

    /// <summary>Where the server is: "http://127.0.0.1:12345".</summary>
    public string Address { get; private set; } = "";

    /// <summary>The ledger's file.</summary>
    public string LedgerFile => Path.Combine(folder.FullName, "entente.db");

    /// <summary>A client without redirects.</summary>
    public HttpClient Client { get; private set; } = new();

    /// <summary>Faults that the server told of.</summary>
    public List<string> Complaints { get; } = [];

    public async Task InitializeAsync()
    {
        Pipeline pipeline = new();
        Reader reader = new();
        List<ReadReport> reports = [];
        foreach (string file in Directory.EnumerateFiles(Repository.Path("examples")).Where(f => !f.EndsWith(".md", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            await using FileStream stream = File.OpenRead(file);
            foreach (ReadResult result in reader.Read(stream, "examples/" + Path.GetFileName(file)))
            {
                if (result.Document is { } document) reports.Add(new ReadReport(document, pipeline.Read(document)));
            }
        }
        using (ILedger ledger = Ledger.Open(LedgerFile))
        {
            ledger.Add(reports);
            ledger.Reconcile();
        }
        app = WebHost.Build(new WebOptions { Ledger = LedgerFile, Port = 0, AllowChanges = true, AsOf = new DateOnly(2026, 1, 1), Complain = Complaints.Add });
        await app.StartAsync();
        Address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(Address) };
    }

    public async Task DisposeAsync()
    {
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }
    }

    public void Dispose()
    {
        Client.Dispose();
        folder.Delete(recursive: true);
    }
}
