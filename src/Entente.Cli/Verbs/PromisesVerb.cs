using System.CommandLine;
using Entente.Asking;
using Entente.Claims;
using Entente.Storage;

namespace Entente.Cli.Verbs;

/// <summary><c>entente promises</c>: what was planned, and what came of it.</summary>
internal sealed class PromisesVerb : IVerb
{
    private readonly Argument<string[]> about = CommonOptions.Actors(0, 2);
    private readonly Option<bool> overdue = new("--overdue") { Description = "Only those whose date has passed without a report that they were kept" };
    private readonly Option<int> limit = new("--limit") { Description = "How many at most", HelpName = "N", DefaultValueFactory = _ => 200 };
    private readonly Option<string?> asOf = CommonOptions.AsOf();
    private readonly Option<bool> json = CommonOptions.Json();
    private readonly Option<string> ledger = CommonOptions.Ledger();
    private readonly Option<string?> data = CommonOptions.Data();

    /// <inheritdoc/>
    public Command Build(Surroundings surroundings)
    {
        Command command = new("promises", "Show what was planned or proposed, and what later reports say came of it") { about, overdue, limit, asOf, json, ledger, data };
        command.SetAction(parsed => Run(parsed, surroundings));
        return command;
    }

    private int Run(ParseResult parsed, Surroundings surroundings)
    {
        ActorNames names = CommonOptions.Names(parsed.GetValue(data));
        IReadOnlyList<ActorCode> actors = CommonOptions.Resolve(parsed.GetValue(about) ?? [], names);
        using ILedger open = Ledger.Open(parsed.GetRequiredValue(ledger), surroundings.Clock, mustExist: true);
        open.Reconcile();
        Enquiry enquiry = new(open, names, CommonOptions.Today(parsed.GetValue(asOf), surroundings));
        IEnumerable<Promise> promises = enquiry.Promises(actors);
        if (parsed.GetValue(overdue)) promises = promises.Where(p => p.State == PromiseState.Overdue);
        DossierLine[] lines = [.. promises.Take(Math.Max(1, parsed.GetValue(limit))).Select(p => enquiry.Line(p, actors))];
        SectionPrinter.Print(new DossierSection("Promises", lines, 0), parsed.GetValue(json), "no promise is known", surroundings);
        return ExitCode.Done;
    }
}
