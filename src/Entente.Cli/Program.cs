using Entente.Cli;

if (FileHandles.Limit() is < FileHandles.Needed and { } limit)
{
    Console.Error.WriteLine(Messages.FewFileHandles(limit));
    return ExitCode.Unread;
}
try
{
    return EntenteCommand.Run(args, Surroundings.OfProcess());
}
catch (Exception error) when (error is FileNotFoundException or FileLoadException or TypeInitializationException or BadImageFormatException)
{
    // The program's own parts are loaded when they are first used; nothing of ours can be relied on here.
    Console.Error.WriteLine($"entente: a part of the program could not be loaded (too few file handles, see 'ulimit -n', or a broken installation): {error.GetBaseException().Message.ReplaceLineEndings(" ")}");
    return ExitCode.Unread;
}
