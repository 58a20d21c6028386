using System.CommandLine;
using System.Globalization;
using Entente.Asking;
using Entente.Claims;
using Entente.Storage;

namespace Entente.Cli.Verbs;

/// <summary><c>entente ask</c>: claims by words and filters.</summary>
internal sealed class AskVerb : IVerb
{
    private readonly Argument<string[]> words = new("WORDS") { Description = "Words that a quote must hold, all of them; wheat* finds what begins so", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string[]> actors = new("--actor") { Description = "A state or organisation that takes part; twice for a pair", HelpName = "ACTOR" };
    private readonly Option<string[]> kinds = new("--kind") { Description = "Kind: event, agreement, figure, transfer, project, relation, office", HelpName = "KIND" };
    private readonly Option<string[]> types = new("--type") { Description = "Type of an event, agreement or relation, measure, commodity, sector or office", HelpName = "TYPE" };
    private readonly Option<string[]> statuses = new("--status") { Description = "Status: happened, ongoing, planned, proposed, denied", HelpName = "STATUS" };
    private readonly Option<string?> since = new("--since") { Description = "What it is about touches this day or a later one", HelpName = "DATE" };
    private readonly Option<string?> until = new("--until") { Description = "What it is about touches this day or an earlier one", HelpName = "DATE" };
    private readonly Option<string?> place = new("--place") { Description = "Place of an event", HelpName = "PLACE" };
    private readonly Option<string?> publisher = new("--publisher") { Description = "Words of the publisher's name", HelpName = "NAME" };
    private readonly Option<decimal?> atLeast = new("--at-least") { Description = "Least value or quantity", HelpName = "NUMBER" };
    private readonly Option<decimal?> atMost = new("--at-most") { Description = "Greatest value or quantity", HelpName = "NUMBER" };
    private readonly Option<double?> confidence = new("--confidence") { Description = "Least confidence, 0 to 1", HelpName = "NUMBER" };
    private readonly Option<bool> reports = new("--reports") { Description = "Search the texts of whole reports instead of quotes; filters do not apply" };
    private readonly Option<bool> ids = new("--ids") { Description = "Show the ids of claims, for 'entente judge'" };
    private readonly Option<int> limit = new("--limit") { Description = "How many at most, the latest first", HelpName = "N", DefaultValueFactory = _ => 50 };
    private readonly Option<string> format = new("--format") { Description = "table, json or csv", HelpName = "FORMAT", DefaultValueFactory = _ => "table" };
    private readonly Option<bool> json = CommonOptions.Json();
    private readonly Option<string> ledger = CommonOptions.Ledger();
    private readonly Option<string?> data = CommonOptions.Data();

    /// <inheritdoc/>
    public Command Build(Surroundings surroundings)
    {
        format.AcceptOnlyFromAmong("table", "json", "csv");
        kinds.AcceptOnlyFromAmong([.. ClaimNames.Kinds]);
        statuses.AcceptOnlyFromAmong([.. ClaimNames.AllStatuses]);
        Command command = new("ask", "Find claims by words and filters")
        {
            words, actors, kinds, types, statuses, since, until, place, publisher, atLeast, atMost, confidence, reports, ids, limit, format, json, ledger, data,
        };
        command.SetAction(parsed => Run(parsed, surroundings));
        return command;
    }

    private int Run(ParseResult parsed, Surroundings surroundings)
    {
        ActorNames names = CommonOptions.Names(parsed.GetValue(data));
        string asked = string.Join(' ', parsed.GetValue(words) ?? []);
        string[] with = parsed.GetValue(actors) ?? [];
        if (with.Length > 2) throw new UsageException("--actor can be given twice at most");
        ClaimQuery query = new()
        {
            Actors = CommonOptions.Resolve(with, names),
            Kinds = parsed.GetValue(kinds) ?? [],
            Types = parsed.GetValue(types) ?? [],
            Statuses = [.. (parsed.GetValue(statuses) ?? []).Select(s => ClaimNames.Status(s)).OfType<ClaimStatus>()],
            Since = parsed.GetValue(since) is { } first ? CommonOptions.Day("--since", first) : null,
            Until = parsed.GetValue(until) is { } last ? CommonOptions.Day("--until", last) : null,
            Place = parsed.GetValue(place),
            Publisher = parsed.GetValue(publisher),
            AtLeast = parsed.GetValue(atLeast),
            AtMost = parsed.GetValue(atMost),
            Confidence = parsed.GetValue(confidence),
            Words = asked.Length == 0 ? null : asked,
            Limit = Math.Max(1, parsed.GetValue(limit)),
        };
        using ILedger open = Ledger.Open(parsed.GetRequiredValue(ledger), surroundings.Clock, mustExist: true);
        open.Reconcile();
        if (parsed.GetValue(reports)) return Reports(open, asked, query.Limit.Value, surroundings);
        IEnumerable<ReportedClaim> claims = open.Claims(query);
        string shape = parsed.GetValue(json) ? "json" : parsed.GetRequiredValue(format);
        switch (shape)
        {
            case "json":
                foreach (ReportedClaim claim in claims) surroundings.Out.WriteLine(ReportedClaimJson.Line(claim));
                break;
            case "csv":
                ClaimCsv.Write(surroundings.Out, claims, null);
                break;
            default:
                Table(claims, query.Actors, new Wording(names), parsed.GetValue(ids), surroundings);
                break;
        }
        return ExitCode.Done;
    }

    private static void Table(IEnumerable<ReportedClaim> claims, IReadOnlyList<ActorCode> about, Wording wording, bool ids, Surroundings surroundings)
    {
        DossierLine[] lines =
        [
            .. claims.Select(c => new DossierLine(
                Wording.Of(ClaimSlots.When(c.Claim)),
                c.Claim.Status == ClaimStatus.Happened ? "" : ClaimNames.Of(c.Claim.Status),
                (ids ? c.Id + "  " : "") + wording.Of(c.Claim, about),
                [c], 1, 1, null)),
        ];
        if (lines.Length == 0) surroundings.Error.WriteLine("no claim fits");
        else surroundings.Out.Write(TextDossier.Render(new DossierSection("", lines, 0), surroundings.Width, surroundings.OutIsTerminal));
    }

    private static int Reports(ILedger ledger, string words, int limit, Surroundings surroundings)
    {
        if (words.Length == 0) throw new UsageException("--reports needs words to look for");
        foreach ((Report report, string passage) in ledger.Search(words, limit))
        {
            surroundings.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Wording.Clean(report.Title ?? "(no title)")} — {Wording.Of(report)}"));
            surroundings.Out.WriteLine("    " + Wording.Clean(passage));
        }
        return ExitCode.Done;
    }
}
