using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Data.Common;
using Entente.Cli.Verbs;

namespace Entente.Cli;

/// <summary>The command <c>entente</c>: its verbs, and what its exit codes mean.</summary>
internal static class EntenteCommand
{
    /// <summary>Runs one command line.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static int Run(IReadOnlyList<string> args, Surroundings surroundings)
    {
        // A file may be called @x, so no response files.
        ArgumentNullException.ThrowIfNull(args);
        // Building all verbs takes 25 ms that a run of one of them need not wait for.
        IVerb? only = args.Count > 0 ? VerbNamed(args[0]) : null;
        ParseResult parsed = Build(surroundings, only is null ? Verbs() : [only]).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction)
        {
            foreach (string message in parsed.Errors.Select(e => e.Message).Distinct(StringComparer.Ordinal)) surroundings.Complain(message);
            surroundings.Complain(Messages.SeeHelp(parsed.CommandResult.Command is RootCommand ? "" : parsed.CommandResult.Command.Name + " "));
            return ExitCode.Usage;
        }
        int code = Invoke(parsed, surroundings);
        try
        {
            surroundings.Out.Flush();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A full disk, or an output that was closed.
            surroundings.Complain(Messages.CannotWrite(error.Message));
            return ExitCode.Unread;
        }
        return code;
    }

    private static int Invoke(ParseResult parsed, Surroundings surroundings)
    {
        try
        {
            return parsed.Invoke(new InvocationConfiguration
            {
                Output = surroundings.Out,
                Error = surroundings.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            });
        }
        catch (UsageException error)
        {
            surroundings.Complain(error.Message);
            return ExitCode.Usage;
        }
        catch (Exception error) when (error is EntenteException or IOException or UnauthorizedAccessException or DbException)
        {
            surroundings.Complain(error.Message);
            return ExitCode.Unread;
        }
    }

    /// <summary>The root command with every verb of this assembly under it, in the order of their names.</summary>
    internal static RootCommand Build(Surroundings surroundings) => Build(surroundings, Verbs());

    /// <summary>The verbs of this assembly. A verb is added by adding its file; nothing lists them.</summary>
    internal static IEnumerable<IVerb> Verbs() =>
        from type in typeof(IVerb).Assembly.GetTypes()
        where type.IsClass && !type.IsAbstract && typeof(IVerb).IsAssignableFrom(type)
        select (IVerb)Activator.CreateInstance(type)!;

    private static RootCommand Build(Surroundings surroundings, IEnumerable<IVerb> verbs)
    {
        RootCommand root = new(Messages.Purpose) { HelpName = "entente" };
        // Help lines broken at the width of somebody's terminal could not be compared with the docs.
        foreach (HelpOption help in root.Options.OfType<HelpOption>()) help.Action = new HelpAction { MaxWidth = 120 };
        foreach (Command verb in verbs.Select(v => v.Build(surroundings)).OrderBy(c => c.Name, StringComparer.Ordinal)) root.Subcommands.Add(verb);
        return root;
    }

    // "read" is Verbs/ReadVerb.cs; a test holds every verb to it.
    private static IVerb? VerbNamed(string name)
    {
        if (name.Length == 0 || !name.All(char.IsAsciiLetterLower)) return null;
        Type? type = typeof(IVerb).Assembly.GetType($"{typeof(IVerb).Namespace}.{char.ToUpperInvariant(name[0])}{name.AsSpan(1)}Verb");
        return type is { IsClass: true, IsAbstract: false } && typeof(IVerb).IsAssignableFrom(type) ? (IVerb)Activator.CreateInstance(type)! : null;
    }
}
