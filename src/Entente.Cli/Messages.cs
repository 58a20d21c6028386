namespace Entente.Cli;

/// <summary>What the command says when something is wrong: the value, and the way out.</summary>
internal static class Messages
{
    /// <summary>First line of the help.</summary>
    public const string Purpose = "Reads reports about relations between states and keeps a sourced ledger of what they claim.";

    /// <summary>Where help is.</summary>
    public static string SeeHelp(string verb) => $"see 'entente {verb}--help'";

    /// <summary>An option that the verb does not have.</summary>
    public static string NoSuchOption(string option) => $"{option}: no such option";

    /// <summary>A path that names nothing.</summary>
    public static string NoSuchFile(string path) => $"{path}: no such file or folder";

    /// <summary>A report that is kept and not parsed.</summary>
    public static string OtherLanguage(string source, string language) => $"{source}: kept, but no claims read from it: its language is '{language}', and only English is parsed";

    /// <summary>Results that could not be written.</summary>
    public static string CannotWrite(string detail) => $"the results could not be written: {detail}";

    /// <summary>The process may not open enough files.</summary>
    public static string FewFileHandles(long limit) => $"entente: this process may have {limit} files open, and needs {FileHandles.Needed}: raise the limit ('ulimit -n 1024'), and run it again";

    /// <summary>A signal ended the run in good order.</summary>
    public static string Stopped(string signal) => $"stopped by {signal}; what was read is kept, and reading the same again completes it";

    /// <summary>A verb whose work is not there yet.</summary>
    public static string NotBuilt(string verb) => $"{verb} is not built in this version";

    /// <summary>A name that stands for no actor, or for several.</summary>
    public static string NoSuchActor(string name, IEnumerable<string> near)
    {
        string some = string.Join(", ", near);
        return $"{name}: no such state or organisation; write a code (KAZ, IGO:EU) or a full name{(some.Length > 0 ? $" (near: {some})" : "")}";
    }

    /// <summary>One actor given twice.</summary>
    public static string SameActor(string name) => $"{name}: named twice";

    /// <summary>A date that cannot be read.</summary>
    public static string NoSuchDay(string option, string text) => $"{option} {text}: not a day; write 2024-03-12";
}
