using System.Globalization;

namespace Entente.Reading;

/// <summary>Why something was not read: what it is, and the way out.</summary>
internal static class ReadingMessages
{
    public const string Empty = "nothing in it";
    public const string Binary = "not text: a picture, an office document or a program; save it as text or HTML";
    public const string NoText = "no text in it";
    public const string NotAnObject = "not a JSON object";
    public const string NoTextField = "no 'text' and no 'html' in the object";
    public const string NothingSpeaks = "no paragraph that speaks: a list of links or a form";

    public const string NoEntries = "a feed without entries";
    public const string NoPages = "an archive without a page or text";
    public const string ZipFromPipe = "a ZIP can be read from a file only; save it first";
    public const string Encrypted = "a ZIP entry that is locked or packed in an unknown way";

    public static string Bomb(int times) => string.Create(CultureInfo.InvariantCulture, $"unpacks to more than {times} times its size");

    public static string TooDeep(int depth) => string.Create(CultureInfo.InvariantCulture, $"packed more than {depth} times over");

    public const string BadPacking = "packed data is broken or breaks off; fetch it again";

    public static string TextTooLong(int limit) => string.Create(CultureInfo.InvariantCulture, $"a text of more than {limit:N0} characters; split it into its reports");

    public static string TooLong(long limit) => string.Create(CultureInfo.InvariantCulture, $"longer than {limit >> 20} MB; split it, or raise the limit");

    public static string BrokenJson(string detail) => $"broken JSON: {detail}";

    public static string NotAString(string field) => $"'{field}' is not a string";

    public static string Line(string source, long line) => string.Create(CultureInfo.InvariantCulture, $"{source}, line {line}");

    public static string Entry(string source, int entry) => string.Create(CultureInfo.InvariantCulture, $"{source}, entry {entry}");

    public static string Record(string source, long record) => string.Create(CultureInfo.InvariantCulture, $"{source}, record {record}");
}
