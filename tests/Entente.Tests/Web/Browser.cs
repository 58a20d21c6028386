using Microsoft.Playwright;

namespace Entente.Tests.Web;

/// <summary>The pages over the examples, and a browser to look at them with.</summary>
public sealed class Browser : IAsyncLifetime, IDisposable
{
    /// <summary>The browser's program.</summary>
    public const string Program = "/usr/bin/chromium";

    /// <summary>Why tests are skipped where it is missing.</summary>
    public const string NotInstalled = "NOT RUN: chromium is not installed (.ci/install installs it from Debian)";

    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The server.</summary>
    public WebServer Server { get; } = new();

    /// <summary>What a page told of trouble: scripts that failed, things that the policy forbade.</summary>
    public List<string> Trouble { get; } = [];

    public async Task InitializeAsync()
    {
        await Server.InitializeAsync();
        if (!File.Exists(Program)) return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Program, Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"] });
    }

    public async Task DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        await Server.DisposeAsync();
    }

    public void Dispose()
    {
        playwright?.Dispose();
        Server.Dispose();
    }

    /// <summary>A page of a browser of its own.</summary>
    public async Task<IPage> OpenAsync(int width = 1280, bool script = true)
    {
        IBrowserContext context = await browser!.NewContextAsync(new BrowserNewContextOptions { BaseURL = Server.Address, JavaScriptEnabled = script, ViewportSize = new ViewportSize { Width = width, Height = 900 }, AcceptDownloads = true });
        // Another's work may share the machine.
        context.SetDefaultTimeout(20_000);
        IPage page = await context.NewPageAsync();
        page.Console += (_, message) =>
        {
            // That a page is not there is told by the test that asks for it.
            if (message.Type is "error" or "warning" && !message.Text.Contains("status of 404", StringComparison.Ordinal)) Trouble.Add($"{page.Url}: {message.Text}");
        };
        page.PageError += (_, error) => Trouble.Add($"{page.Url}: {error}");
        return page;
    }
}
