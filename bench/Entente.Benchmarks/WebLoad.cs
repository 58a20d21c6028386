using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using Entente.Claims;
using Entente.Storage;

namespace Entente.Benchmarks;

/// <summary>
/// How fast the pages are: "web PROGRAM LEDGER [SECONDS] [A_SECOND]". PROGRAM is Entente.Cli.dll. It starts "serve" as a process of its own, asks for
/// each kind of page once (nothing is kept yet), and then for a mix of all of them at a steady rate. Prints two tables of Markdown.
/// </summary>
internal static class WebLoad
{
    private const int Connections = 64;
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    public static async Task Run(string program, string location, int seconds, int rate)
    {
        Dictionary<string, string[]> addresses = Addresses(location);
        using Process server = Start(program, location, out string at);
        try
        {
            using HttpClient client = new(new SocketsHttpHandler { MaxConnectionsPerServer = Connections, UseCookies = false, AutomaticDecompression = DecompressionMethods.All }) { BaseAddress = new Uri(at), Timeout = TimeSpan.FromSeconds(60) };
            (await client.GetAsync("/index.json")).EnsureSuccessStatusCode();
            await Once(client, server, addresses);
            await Steadily(client, server, addresses, seconds, rate);
        }
        finally
        {
            server.Kill();
        }
    }

    // Each address once, one after the other: what a page costs that nobody asked for before.
    private static async Task Once(HttpClient client, Process server, Dictionary<string, string[]> addresses)
    {
        Console.WriteLine("| page | asked for | median ms | slowest ms | processor ms each | kB each |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: |");
        foreach ((string kind, string[] all) in addresses.ToArray())
        {
            // The first of a kind pays for compiling its code.
            using (HttpResponseMessage first = await client.GetAsync(all[^1]))
            {
                if (!first.IsSuccessStatusCode)
                {
                    Console.Error.WriteLine($"{kind} is left out: {(int)first.StatusCode} {all[^1]}");
                    addresses.Remove(kind);
                    continue;
                }
            }
            string[] some = all[..Math.Min(40, all.Length - 1)];
            List<double> times = [];
            long bytes = 0;
            server.Refresh();
            TimeSpan before = server.TotalProcessorTime;
            foreach (string address in some)
            {
                Stopwatch watch = Stopwatch.StartNew();
                using HttpResponseMessage answer = await client.GetAsync(address);
                byte[] body = await answer.Content.ReadAsByteArrayAsync();
                times.Add(watch.Elapsed.TotalMilliseconds);
                bytes += body.Length;
                if (!answer.IsSuccessStatusCode) Console.Error.WriteLine($"{(int)answer.StatusCode} {address}");
            }
            server.Refresh();
            double cpu = (server.TotalProcessorTime - before).TotalMilliseconds / some.Length;
            times.Sort();
            Console.WriteLine(string.Create(Culture, $"| {kind} | {some.Length} | {times[times.Count / 2]:0.0} | {times[^1]:0} | {cpu:0.0} | {bytes / 1000.0 / some.Length:0} |"));
        }
    }

    // A request starts every so many microseconds whether or not the ones before are answered, as people do.
    private static async Task Steadily(HttpClient client, Process server, Dictionary<string, string[]> addresses, int seconds, int rate)
    {
        Random random = new(1);
        string[][] kinds = [.. addresses.Values];
        ConcurrentBag<(double Ms, bool Good)> done = [];
        List<Task> under = [];
        server.Refresh();
        TimeSpan before = server.TotalProcessorTime;
        Stopwatch clock = Stopwatch.StartNew();
        for (int i = 0; i < seconds * rate; i++)
        {
            TimeSpan due = TimeSpan.FromSeconds((double)i / rate);
            if (due > clock.Elapsed) await Task.Delay(due - clock.Elapsed);
            string[] kind = kinds[random.Next(kinds.Length)];
            // Most people look at the same pages: by Zipf's law.
            string address = kind[Math.Min(kind.Length - 1, (int)Math.Exp(random.NextDouble() * Math.Log(kind.Length + 1)) - 1)];
            under.Add(Ask(client, address, due, clock, done));
        }
        await Task.WhenAll(under);
        double took = clock.Elapsed.TotalSeconds;
        server.Refresh();
        double[] times = [.. done.Select(d => d.Ms).Order()];
        double Share(double part) => times[Math.Min(times.Length - 1, (int)(times.Length * part))];
        Console.WriteLine();
        Console.WriteLine("| asked | a second | errors | median ms | 90 % ms | 99 % ms | slowest ms | processor s | peak memory MB |");
        Console.WriteLine("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        Console.WriteLine(string.Create(Culture, $"| {times.Length} | {times.Length / took:0} | {done.Count(d => !d.Good)} | {Share(0.5):0.0} | {Share(0.9):0.0} | {Share(0.99):0} | {times[^1]:0} | {(server.TotalProcessorTime - before).TotalSeconds:0.0} | {server.PeakWorkingSet64 / (1 << 20)} |"));
    }

    private static async Task Ask(HttpClient client, string address, TimeSpan due, Stopwatch clock, ConcurrentBag<(double, bool)> done)
    {
        bool good = false;
        try
        {
            using HttpResponseMessage answer = await client.GetAsync(address);
            await answer.Content.ReadAsByteArrayAsync();
            good = answer.IsSuccessStatusCode;
            if (!good) Console.Error.WriteLine($"{(int)answer.StatusCode} {address}");
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
        {
            Console.Error.WriteLine($"{address}: {error.Message}");
        }
        // From when it was due, so that a server that keeps others waiting shows it.
        done.Add(((clock.Elapsed - due).TotalMilliseconds, good));
    }

    private static Dictionary<string, string[]> Addresses(string location)
    {
        using ILedger ledger = Ledger.OpenForReading(location);
        List<ReportedClaim> claims = [];
        for (int i = 0; i < 60; i++) claims.AddRange(ledger.Claims(new ClaimQuery { Until = new DateOnly(2011, 1, 1).AddDays(i * 83), Limit = 12 }));
        string[] pairs =
        [
            .. claims.Select(c => ClaimSlots.Distinct(c.Claim)).Where(a => a.Count == 2).Select(a => $"{a[0]}/{a[1]}").GroupBy(p => p, StringComparer.Ordinal)
                .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key),
        ];
        string[] states = [.. claims.SelectMany(c => ClaimSlots.Distinct(c.Claim)).GroupBy(a => a.ToString(), StringComparer.Ordinal).OrderByDescending(g => g.Count()).Select(g => g.Key)];
        string[] words = ["wheat", "zirconium", "trade customs", "electricity exports", "oil", "the", "summit ministers", "railway border", "grain*", "percent million"];
        string[] searches = [.. words.Select(w => "q=" + Uri.EscapeDataString(w)), .. words.SelectMany(w => states.Take(6).Select(s => $"q={Uri.EscapeDataString(w)}&actor={s}")), .. states.Take(20).Select(s => $"actor={s}&kind=figure"), .. pairs.Take(20).Select(p => $"actor={p.Replace("/", "&actor=", StringComparison.Ordinal)}")];
        return new Dictionary<string, string[]>
        {
            ["start"] = ["/", "/about", "/check", "/index.json", "/about.json", "/check.json"],
            ["pair"] = [.. pairs.Select(p => "/pair/" + p)],
            ["pair, JSON"] = [.. pairs.Select(p => $"/pair/{p}.json")],
            ["state"] = [.. states.Select(s => "/state/" + s)],
            ["claim"] = [.. claims.Select(c => "/claim/" + c.Id)],
            ["document"] = [.. claims.Select(c => "/document/" + c.Report.Id).Distinct()],
            ["search"] = [.. searches.Select(s => "/search?" + s)],
            ["claims, JSON"] = [.. searches.Select(s => "/claims.json?" + s)],
            ["feed of a pair"] = [.. pairs.Select(p => $"/pair/{p}.atom")],
            ["table of a pair, 1,000 rows"] = [.. pairs.Select(p => $"/pair/{p}.csv")],
        };
    }

    private static Process Start(string program, string location, out string at)
    {
        ProcessStartInfo start = new("dotnet") { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (string argument in (string[])[program, "serve", "--port", "0", "--ledger", location]) start.ArgumentList.Add(argument);
        Process server = Process.Start(start)!;
        string line = server.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The server said nothing.");
        at = line.Split(' ').First(w => w.StartsWith("http://", StringComparison.Ordinal)).TrimEnd('.', ';');
        return server;
    }
}
