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

    /// <summary>A verb whose work is not there yet.</summary>
    public static string NotBuilt(string verb) => $"{verb} is not built in this version";

    /// <summary>A line of JSONL that is no document.</summary>
    public static string NoDocument(string input, int line) => $"{input}, line {line}: no JSON object with a text";
}
