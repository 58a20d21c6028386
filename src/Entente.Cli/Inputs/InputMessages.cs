namespace Entente.Cli.Inputs;

/// <summary>Why an input could not be opened, in a line.</summary>
internal static class InputMessages
{
    public const string Missing = "no such file or folder";
    public const string NoName = "an empty name";
    public const string NotUtf8 = "its name is not UTF-8 and cannot be opened; rename it, or pass it as standard input";
    public const string NoFile = "a pipe, socket or device, which is read only where it is named itself";
    public const string Denied = "may not be read: check its permissions";
    public const string NoFiles = "no files in this folder";
    public const string BadAddress = "not an address that can be fetched: http:// or https:// and a host";
    public const string Private = "an address inside a private network; --private allows it";
    public const string Robots = "robots.txt of the site does not allow it";
    public const string TooManyRedirects = "redirected too often";
    public const string Silent = "the server did not answer in time";
    public const string Slow = "the server sends too slowly";
    public const string TooLarge = "larger than a fetch may be";

    public static string Status(int code) => $"the server answered {code}";

    public static string Broken(string detail) => $"could not be read to its end: {detail}";

    public static string NoConnection(string detail) => $"no connection: {detail}";
}
