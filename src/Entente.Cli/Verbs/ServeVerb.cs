using System.CommandLine;
using System.Net;
using Entente.Cli.Inputs;
using Entente.Claims;
using Entente.Gazetteers;
using Entente.Reading;
using Entente.Storage;
using Entente.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Cli.Verbs;

/// <summary><c>entente serve</c>: the ledger as pages and as an API, on this machine unless told otherwise.</summary>
internal sealed class ServeVerb : IVerb
{
    private readonly Option<int> port = new("--port") { Description = "The port; 0 for any that is free", HelpName = "N", DefaultValueFactory = _ => 7440 };
    private readonly Option<string> address = new("--address") { Description = "The address that is listened at; only this machine reaches 127.0.0.1", HelpName = "IP", DefaultValueFactory = _ => "127.0.0.1" };
    private readonly Option<bool> allowChanges = new("--allow-changes") { Description = "Let reports be added and claims be corrected in the pages" };
    private readonly Option<string?> token = new("--token") { Description = "What changes must show; without one they are taken from this machine alone", HelpName = "TOKEN" };
    private readonly Option<string[]> hosts = new("--host") { Description = "A name that the server goes by besides localhost and its address, where a server in front gives it one", HelpName = "NAME" };
    private readonly Option<bool> isPrivate = new("--allow-private") { Description = "Fetch from addresses of private networks too, where an address is added" };
    private readonly Option<string?> asOf = CommonOptions.AsOf();
    private readonly Option<string> ledger = CommonOptions.Ledger();
    private readonly Option<string?> data = CommonOptions.Data();

    /// <inheritdoc/>
    public Command Build(Surroundings surroundings)
    {
        Command command = new("serve", "Show the ledger in a browser, and to programs") { ledger, port, address, hosts, allowChanges, token, isPrivate, asOf, data };
        command.SetAction(parsed => Run(parsed, surroundings));
        return command;
    }

    private int Run(ParseResult parsed, Surroundings surroundings)
    {
        string at = parsed.GetRequiredValue(address);
        if (at != "localhost" && !IPAddress.TryParse(at, out _)) throw new UsageException($"--address {at}: not an address; write 127.0.0.1 or 0.0.0.0");
        bool changes = parsed.GetValue(allowChanges);
        bool here = at == "localhost" || IPAddress.IsLoopback(IPAddress.Parse(at));
        if (changes && !here && string.IsNullOrEmpty(parsed.GetValue(token))) throw new UsageException("--allow-changes beyond this machine needs --token");
        DataFiles files = parsed.GetValue(data) is { } folder ? new DataFiles(folder) : DataFiles.BuiltIn;
        // A ledger that is not there is an error now and not in the browser; where changes are allowed it is made.
        using (ILedger open = Ledger.Open(parsed.GetRequiredValue(ledger), surroundings.Clock, mustExist: !changes)) open.Reconcile();
        InputOptions fetching = new() { AllowPrivateAddresses = parsed.GetValue(isPrivate) };
        WebOptions options = new()
        {
            Ledger = parsed.GetRequiredValue(ledger),
            Address = at,
            Port = parsed.GetValue(port),
            AllowChanges = changes,
            Token = parsed.GetValue(token) is { Length: > 0 } secret ? secret : null,
            Hosts = parsed.GetValue(hosts) ?? [],
            Data = files,
            Clock = surroundings.Clock,
            AsOf = parsed.GetValue(asOf) is { } day ? CommonOptions.Day("--as-of", day) : null,
            Fetch = changes ? link => Fetch(link, files, surroundings, fetching) : null,
            Complain = surroundings.Complain,
        };
        WebApplication app = WebHost.Build(options);
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            string where = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? at;
            surroundings.Out.WriteLine($"{parsed.GetRequiredValue(ledger)} is at {where}{(changes ? "; changes are allowed" : "")}. Ctrl+C ends it.");
            surroundings.Out.Flush();
        });
        app.Run();
        return ExitCode.Done;
    }

    private static List<ReadResult> Fetch(string link, DataFiles files, Surroundings surroundings, InputOptions options)
    {
        using InputReader reader = new(new Reader(files), surroundings, options);
        return [.. reader.ReadAddress(link)];
    }
}
