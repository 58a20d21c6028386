using System.CommandLine;
using Entente.Asking;
using Entente.Claims;
using Entente.Storage;

namespace Entente.Cli.Verbs;

/// <summary><c>entente check</c>: claims that cannot both hold, and sums that do not come out.</summary>
internal sealed class CheckVerb : IVerb
{
    private readonly Argument<string[]> about = CommonOptions.Actors(0, 2);
    private readonly Option<int> limit = new("--limit") { Description = "How many at most", HelpName = "N", DefaultValueFactory = _ => 200 };
    private readonly Option<bool> json = CommonOptions.Json();
    private readonly Option<string> ledger = CommonOptions.Ledger();
    private readonly Option<string?> data = CommonOptions.Data();

    /// <inheritdoc/>
    public Command Build(Surroundings surroundings)
    {
        Command command = new("check", "Show where reports contradict each other or themselves") { about, limit, json, ledger, data };
        command.SetAction(parsed => Run(parsed, surroundings));
        return command;
    }

    private int Run(ParseResult parsed, Surroundings surroundings)
    {
        ActorNames names = CommonOptions.Names(parsed.GetValue(data));
        IReadOnlyList<ActorCode> actors = CommonOptions.Resolve(parsed.GetValue(about) ?? [], names);
        using ILedger open = Ledger.Open(parsed.GetRequiredValue(ledger), surroundings.Clock, mustExist: true);
        open.Reconcile();
        Enquiry enquiry = new(open, names, CommonOptions.Today(null, surroundings));
        DossierLine[] lines = [.. open.Contradictions(actors, Math.Max(1, parsed.GetValue(limit))).Select(c => enquiry.Line(c, actors))];
        SectionPrinter.Print(new DossierSection("Contradictions", lines, 0), parsed.GetValue(json), "no contradiction was found", surroundings);
        return ExitCode.Done;
    }
}
