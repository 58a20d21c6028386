using System.CommandLine;
using Entente.Asking;
using Entente.Claims;
using Entente.Storage;

namespace Entente.Cli.Verbs;

/// <summary><c>entente dossier</c>: a page about a pair, a state or an organisation.</summary>
internal sealed class DossierVerb : IVerb
{
    private readonly Argument<string[]> about = CommonOptions.Actors(1, 2);
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
        Command command = new("dossier", "Show what reports say about two states, or about one state or organisation") { about, format, lines, quotes, asOf, json, ledger, data };
        command.SetAction(parsed => Run(parsed, surroundings));
        return command;
    }

    private int Run(ParseResult parsed, Surroundings surroundings)
    {
        ActorNames names = CommonOptions.Names(parsed.GetValue(data));
        IReadOnlyList<ActorCode> actors = CommonOptions.Resolve(parsed.GetRequiredValue(about), names);
        using ILedger open = Ledger.Open(parsed.GetRequiredValue(ledger), surroundings.Clock, mustExist: true);
        open.Reconcile();
        Enquiry enquiry = new(open, names, CommonOptions.Today(parsed.GetValue(asOf), surroundings));
        Dossier dossier = enquiry.Dossier(actors, new DossierOptions { LinesEach = Math.Max(1, parsed.GetValue(lines)), QuotesEach = Math.Max(0, parsed.GetValue(quotes)) });
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
