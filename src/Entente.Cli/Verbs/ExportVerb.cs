using System.CommandLine;
using System.Reflection;
using System.Text;
using Entente.Asking;
using Entente.Asking.Exports;
using Entente.Claims;
using Entente.Storage;

namespace Entente.Cli.Verbs;

/// <summary><c>entente export</c>: the ledger in the formats of others, streamed.</summary>
internal sealed class ExportVerb : IVerb
{
    private static readonly string[] Formats = ["jsonl", "csv", "plover", "polecat", "gdelt", "gdelt-mentions", "phoenix", "icews", "iati", "ftm", "gold"];

    private readonly Option<string> format = new("--format") { Description = "jsonl or csv of all claims; events: plover, polecat, gdelt, gdelt-mentions, phoenix, icews; transfers: iati; offices: ftm", HelpName = "FORMAT", Required = true };
    private readonly Option<string?> kind = new("--kind") { Description = "With jsonl and csv: only this kind, in csv with its own columns", HelpName = "KIND" };
    private readonly Option<string[]> actors = new("--actor") { Description = "Only where this state or organisation takes part; twice for a pair", HelpName = "ACTOR" };
    private readonly Option<string?> output = new("--output") { Description = "File to write instead of standard output", HelpName = "FILE" };
    private readonly Option<string> ledger = CommonOptions.Ledger();
    private readonly Option<string?> data = CommonOptions.Data();

    /// <inheritdoc/>
    public Command Build(Surroundings surroundings)
    {
        format.AcceptOnlyFromAmong(Formats);
        kind.AcceptOnlyFromAmong([.. ClaimNames.Kinds]);
        Command command = new("export", "Write the ledger in the formats of other programs") { format, kind, actors, output, ledger, data };
        command.SetAction(parsed => Run(parsed, surroundings));
        return command;
    }

    private int Run(ParseResult parsed, Surroundings surroundings)
    {
        ActorNames names = CommonOptions.Names(parsed.GetValue(data));
        string[] with = parsed.GetValue(actors) ?? [];
        if (with.Length > 2) throw new UsageException("--actor can be given twice at most");
        IReadOnlyList<ActorCode> about = CommonOptions.Resolve(with, names);
        using ILedger open = Ledger.Open(parsed.GetRequiredValue(ledger), surroundings.Clock, mustExist: true);
        open.Reconcile();
        if (parsed.GetValue(format) == "gold")
        {
            string folder = parsed.GetValue(output) ?? throw new UsageException("--format gold needs --output FOLDER");
            surroundings.Out.WriteLine($"{GoldFolder.Write(folder, open)} corrected reports written to {folder}; score with 'entente score {folder}'");
            return ExitCode.Done;
        }
        if (parsed.GetValue(output) is not { } file)
        {
            Write(surroundings.Out, parsed, open, names, about, surroundings);
            return ExitCode.Done;
        }
        using StreamWriter writer = new(file, append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        Write(writer, parsed, open, names, about, surroundings);
        return ExitCode.Done;
    }

    private void Write(TextWriter writer, ParseResult parsed, ILedger ledger, ActorNames names, IReadOnlyList<ActorCode> about, Surroundings surroundings)
    {
        string? only = parsed.GetValue(kind);
        string version = typeof(ExportVerb).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "1";
        IEnumerable<Fact> Facts(string of) => about.Count == 0 ? ledger.AllFacts(of) : ledger.Facts(new FactQuery { Actors = about, Kind = of });
        IEnumerable<ReportedClaim> Claims() => ledger.Claims(new ClaimQuery { Actors = about, Kinds = only is null ? [] : [only] });
        switch (parsed.GetRequiredValue(format))
        {
            case "jsonl":
                foreach (ReportedClaim claim in Claims()) writer.Write(ReportedClaimJson.Line(claim) + "\n");
                break;
            case "csv": ClaimCsv.Write(writer, Claims(), only); break;
            case "plover": PloverJson.Write(writer, Facts("event"), names, version); break;
            case "polecat": TabFormats.Polecat(writer, Facts("event"), names, version); break;
            case "gdelt": TabFormats.GdeltEvents(writer, Facts("event"), names, surroundings.Clock.GetUtcNow()); break;
            case "gdelt-mentions": TabFormats.GdeltMentions(writer, Facts("event")); break;
            case "phoenix": TabFormats.Phoenix(writer, Facts("event"), version); break;
            case "icews": TabFormats.Icews(writer, Facts("event"), names); break;
            case "iati": IatiXml.Write(writer, Facts("transfer"), new Wording(names), names, surroundings.Clock.GetUtcNow()); break;
            default: FollowTheMoney.Write(writer, Facts("office"), names); break;
        }
    }
}
