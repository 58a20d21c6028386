using System.Diagnostics;
using System.Globalization;
using Entente.Asking;
using Entente.Claims;
using Entente.Gazetteers;
using Entente.Storage;

namespace Entente.Benchmarks;

/// <summary>
/// Loads generated claims into a ledger and times what people ask: "ledger CLAIMS FILE|postgres://... [REPORTS]", REPORTS to a transaction. Prints one row of Markdown, in processor
/// time, so that a busy machine changes the figures little: claims, added a second, added and compared a second, both by the clock, dossiers of a large pair, a small pair
/// and a state in ms, slowest filter and slowest search in ms, peak memory and file in MB.
/// </summary>
internal static class LedgerSpeed
{
    private const long TellEvery = 500_000;

    public static void Run(long claims, string location, int batchReports)
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        TimeSpan adding = default, comparing = default;
        Stopwatch wall = new();
        TimeSpan added;
        ActorNames names = new(DataFiles.BuiltIn);
        using (ILedger ledger = Ledger.Open(location))
        {
            // Processor time, so that a busy machine does not change the figure; what making the reports costs is not the ledger's.
            List<ReadReport> batch = [];
            long made = 0;
            void Add()
            {
                TimeSpan start = Cpu();
                wall.Start();
                ledger.Add(batch);
                wall.Stop();
                adding += Cpu() - start;
                made += batch.Sum(r => r.Claims.Count);
                batch.Clear();
                if (made % TellEvery < batchReports * 10) Console.Error.WriteLine($"added {made:#,##0}: {adding.TotalSeconds:0} s of a processor, {wall.Elapsed.TotalSeconds:0} s by the clock");
            }
            foreach (ReadReport report in new ClaimGenerator(1).Reports(claims))
            {
                batch.Add(report);
                if (batch.Count == batchReports) Add();
            }
            Add();
            added = wall.Elapsed;
            TimeSpan last = Cpu();
            int steps = 0;
            wall.Start();
            ledger.Reconcile(left =>
            {
                if (++steps % 20 == 0) Console.Error.WriteLine($"{left:#,##0} topics left: {(Cpu() - last).TotalSeconds:0} s of a processor, {(wall.Elapsed - added).TotalSeconds:0} s by the clock");
            });
            comparing = Cpu() - last;
            wall.Stop();
        }
        long memory = Process.GetCurrentProcess().PeakWorkingSet64 / (1 << 20);
        using (ILedger ledger = Ledger.Open(location))
        {
            Enquiry enquiry = new(ledger, names, new DateOnly(2026, 1, 1));
            ActorCode kaz = new("KAZ"), tjk = new("TJK"), pol = new("POL"), hun = new("HUN");
            double Median(Action action)
            {
                action();
                double[] times = new double[5];
                for (int i = 0; i < times.Length; i++)
                {
                    TimeSpan start = Cpu();
                    action();
                    times[i] = (Cpu() - start).TotalMilliseconds;
                }
                Array.Sort(times);
                return times[2];
            }
            double dossier = Median(() => TextDossier.Render(enquiry.Dossier([kaz, tjk]))), small = Median(() => TextDossier.Render(enquiry.Dossier([pol, hun]))), one = Median(() => TextDossier.Render(enquiry.Dossier([pol])));
            double Ask(ClaimQuery query) => Median(() => _ = ledger.Claims(query with { Limit = 50 }).Count());
            double[] filters =
            [
                Ask(new ClaimQuery { Actors = [kaz, tjk], Kinds = ["figure"] }), Ask(new ClaimQuery { Actors = [kaz], Statuses = [ClaimStatus.Denied], Types = ["aid"] }), Ask(new ClaimQuery { Statuses = [ClaimStatus.Planned], Kinds = ["agreement"] }),
                Ask(new ClaimQuery { Place = "City 17" }), Ask(new ClaimQuery { Publisher = "Wire 399" }), Ask(new ClaimQuery { AtLeast = 9_000_000_000m }), Ask(new ClaimQuery { Since = new DateOnly(2015, 1, 1), Until = new DateOnly(2015, 1, 31), Actors = [kaz] }),
                Ask(new ClaimQuery { Actors = [pol, hun], Confidence = 0.95 }),
            ];
            double[] words = [Ask(new ClaimQuery { Words = "wheat" }), Ask(new ClaimQuery { Words = "zirconium" }), Ask(new ClaimQuery { Words = "wheat customs", Actors = [kaz, tjk] }), Ask(new ClaimQuery { Words = "the", Kinds = ["office"] })];
            LedgerCounts counts = ledger.Count([kaz, tjk]);
            double all = adding.TotalSeconds + comparing.TotalSeconds;
            Console.WriteLine(string.Create(culture, $"| {claims:#,##0} | {claims / adding.TotalSeconds:#,##0} | {claims / all:#,##0} | {claims / added.TotalSeconds:#,##0} | {claims / wall.Elapsed.TotalSeconds:#,##0} | {dossier:0} ({counts.Claims.Values.Sum():#,##0} claims) | {small:0} | {one:0} | {filters.Max():0.0} | {words.Max():0.0} | {memory:#,##0} | {(File.Exists(location) ? new FileInfo(location).Length / 1_000_000 : 0):#,##0} |"));
            Console.Error.WriteLine($"adding {adding.TotalSeconds:0.0} comparing {comparing.TotalSeconds:0.0} filters " + string.Join(' ', filters.Select(f => f.ToString("0.0", culture))) + " words " + string.Join(' ', words.Select(f => f.ToString("0.0", culture))));
        }
    }

    private static TimeSpan Cpu() => Process.GetCurrentProcess().TotalProcessorTime;
}
