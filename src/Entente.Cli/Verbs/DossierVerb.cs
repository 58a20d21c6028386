using System.CommandLine;
using Entente.Asking;
using Entente.Claims;
using Entente.Storage;

namespace Entente.Cli.Verbs;

/// <summary><c>entente dossier</c>: a page about a pair, a state, an organisation or a project.</summary>
internal sealed class DossierVerb : IVerb
{
    private readonly Argument<string[]> about = CommonOptions.Actors(0, 2);
    private readonly Option<string?> project = new("--project") { Description = "Instead of actors: a project by its name, or the part of it that tells it from others", HelpName = "NAME" };
    private readonly Option<string> format = new("--format") { Description = "text, md or html", HelpName = "FORMAT", DefaultValueFactory = _ => "text" };
    private readonly Option<int> lines = new("--lines") { Description = "Lines of each section at most", HelpName = "N", DefaultValueFactory = _ => 40 };
    private readonly Option<int> quotes = new("--quotes") { Description = "Quotes of each line at most", HelpName = "N", DefaultValueFactory = _ => 1 };
    private readonly Option<string?> asOf = CommonOptions.AsOf();
    private readonly Option<bool> json = CommonOptions.Json();
    private readonly Option<string> ledger = CommonOptions.Ledger();
    private readonly Option<string?> data = CommonOptions.Data();

    /// <inheritdoc/>
    public Command Build(Surroundings surroundings)
    {
        format.AcceptOnlyFromAmong("text", "md", "html");
        Command command = new("dossier", "Show what reports say about two states, about one state or organisation, or about a project") { about, project, format, lines, quotes, asOf, json, ledger, data };
        command.SetAction(parsed => Run(parsed, surroundings));
        return command;
    }

    private int Run(ParseResult parsed, Surroundings surroundings)
    {
        ActorNames names = CommonOptions.Names(parsed.GetValue(data));
        IReadOnlyList<ActorCode> actors = CommonOptions.Resolve(parsed.GetValue(about) ?? [], names);
        string? named = parsed.GetValue(project);
        if (string.IsNullOrWhiteSpace(named) == (actors.Count == 0)) throw new UsageException("name one actor or two, or a project with --project");
        using ILedger open = Ledger.Open(parsed.GetRequiredValue(ledger), surroundings.Clock, mustExist: true);
        open.Reconcile();
        Enquiry enquiry = new(open, names, CommonOptions.Today(parsed.GetValue(asOf), surroundings));
        DossierOptions options = new() { LinesEach = Math.Max(1, parsed.GetValue(lines)), QuotesEach = Math.Max(0, parsed.GetValue(quotes)) };
        if ((named is null ? enquiry.Dossier(actors, options) : enquiry.Project(named, options)) is not { } dossier)
        {
            surroundings.Error.WriteLine($"no report names a project '{named}'");
            return ExitCode.Done;
        }
        if (parsed.GetValue(json))
        {
            surroundings.Out.WriteLine(DossierJson.Render(dossier));
            return ExitCode.Done;
        }
        surroundings.Out.Write(parsed.GetRequiredValue(format) switch
        {
            "md" => MarkdownDossier.Render(dossier),
            "html" => HtmlDossier.Render(dossier),
            _ => TextDossier.Render(dossier, surroundings.Width, surroundings.OutIsTerminal),
        });
        return ExitCode.Done;
    }
}
