using System.CommandLine;

namespace Entente.Cli.Verbs;

/// <summary>
/// One verb of the command, in a file of its own: <c>entente read</c> is <c>ReadVerb.cs</c>. An implementer has a constructor without
/// parameters, is found by its type, has the name of its file, and does its work only inside the action that it sets. The action returns an <see cref="ExitCode"/>;
/// it may throw <see cref="UsageException"/>, <see cref="EntenteException"/> and what input and output throw.
/// </summary>
internal interface IVerb
{
    /// <summary>The verb's arguments, options and action, which uses nothing of the world outside but <paramref name="surroundings"/>.</summary>
    Command Build(Surroundings surroundings);
}
