namespace Entente.Reading.Formats;

/// <summary>What a stream holds, told by its first bytes.</summary>
internal enum InputKind
{
    Empty,
    Binary,
    Text,
    Html,
    JsonLines,
    Json,
    Csv,
    Feed,
    Warc,
    Gzip,
    Zip,
}
