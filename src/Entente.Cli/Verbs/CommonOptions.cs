using System.CommandLine;
using System.Globalization;
using Entente.Asking;
using Entente.Claims;
using Entente.Gazetteers;

namespace Entente.Cli.Verbs;

/// <summary>Arguments and options that several verbs share, so that they are spelt and described alike.</summary>
internal static class CommonOptions
{
    /// <summary>INPUT...: at least one.</summary>
    public static Argument<string[]> Inputs(string description)
    {
        Argument<string[]> inputs = new("INPUT") { Description = description, Arity = ArgumentArity.OneOrMore };
        // The parser takes a mistyped option for one more input; a file that begins with a dash is written ./-x.
        inputs.Validators.Add(result =>
        {
            foreach (string value in result.Tokens.Select(t => t.Value).Where(v => v.Length > 1 && v[0] == '-')) result.AddError(Messages.NoSuchOption(value));
        });
        return inputs;
    }

    /// <summary>--json: for programs.</summary>
    public static Option<bool> Json() => new("--json") { Description = "Print JSON, for programs" };

    /// <summary>--ledger FILE or postgres://...</summary>
    public static Option<string> Ledger() => new("--ledger")
    {
        Description = "The ledger: a SQLite file, or postgres://...",
        HelpName = "FILE|URL",
        DefaultValueFactory = _ => "entente.db",
    };

    /// <summary>--data DIR: an analyst's own files on top of what is built in.</summary>
    public static Option<string?> Data() => new("--data") { Description = "Folder with lists of your own, read on top of the built-in ones", HelpName = "DIR" };

    /// <summary>--jobs N; 0 where it is not given, for as many as the machine has cores.</summary>
    public static Option<int> Jobs()
    {
        Option<int> jobs = new("--jobs")
        {
            Description = "Documents read at a time; the result is the same whatever it is (as many as there are cores if not given)",
            HelpName = "N",
        };
        jobs.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out int n) && n < 1) result.AddError("--jobs is at least 1.");
        });
        return jobs;
    }

    /// <summary>ACTOR...: states and organisations by code or name.</summary>
    public static Argument<string[]> Actors(int least, int most) => new("ACTOR")
    {
        Description = "A state or organisation by code or name: KAZ, IGO:EU, \"Saudi Arabia\"",
        Arity = new ArgumentArity(least, most),
    };

    /// <summary>--as-of DATE: what decides what is overdue.</summary>
    public static Option<string?> AsOf() => new("--as-of") { Description = "The day on which it is asked, for what is overdue (today if not given)", HelpName = "DATE" };

    /// <summary>What actors are called.</summary>
    public static ActorNames Names(string? folder) => new(folder is null ? DataFiles.BuiltIn : new DataFiles(folder));

    /// <summary>The actors that were typed.</summary>
    /// <exception cref="UsageException">One of them is not known, or the same is given twice.</exception>
    public static IReadOnlyList<ActorCode> Resolve(IEnumerable<string> typed, ActorNames names)
    {
        List<ActorCode> actors = [];
        foreach (string text in typed)
        {
            ActorCode actor = names.Find(text) ?? throw new UsageException(Messages.NoSuchActor(text, names.Near(text)));
            if (actors.Contains(actor)) throw new UsageException(Messages.SameActor(text));
            actors.Add(actor);
        }
        return actors;
    }

    /// <summary>The day that was given, or today.</summary>
    public static DateOnly Today(string? asOf, Surroundings surroundings) =>
        asOf is null ? DateOnly.FromDateTime(surroundings.Clock.GetUtcNow().UtcDateTime) : Day("--as-of", asOf);

    /// <summary>A day that was typed.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public static DateOnly Day(string option, string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : throw new UsageException(Messages.NoSuchDay(option, text));
}
