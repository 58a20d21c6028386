using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Entente.Claims;

namespace Entente.Fleet.Messages;

/// <summary>
/// Where a record of a WARC file lies: the pages of an archive need not go through the broker. The path is relative to a folder that the
/// submitter and each worker name, so that a message cannot make a worker open any other file.
/// </summary>
/// <param name="Source">The file as the user named it: what the ledger will say.</param>
/// <param name="Path">The file, relative to the folder of archives, with slashes.</param>
/// <param name="Offset">The first byte of the record, or of its gzip member.</param>
/// <param name="Length">How many bytes it has.</param>
internal sealed record RecordPointer(string Source, string Path, long Offset, long Length)
{
    /// <summary>What such a message is called in its property <c>type</c>.</summary>
    public const string Kind = "record.1";

    /// <summary>The message of a pointer.</summary>
    public FleetMessage ToMessage()
    {
        ArrayBufferWriter<byte> buffer = new(256);
        using (Utf8JsonWriter json = new(buffer, ClaimJson.WriterOptions))
        {
            json.WriteStartObject();
            json.WriteString("source", Source);
            json.WriteString("path", Path);
            json.WriteNumber("offset", Offset);
            json.WriteNumber("length", Length);
            json.WriteEndObject();
        }
        return new FleetMessage(Kind, string.Create(CultureInfo.InvariantCulture, $"{Path}@{Offset}"), Source, buffer.WrittenSpan.ToArray());
    }

    /// <summary>The pointer of a message.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static RecordPointer Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(body);
            JsonElement root = json.RootElement;
            RecordPointer pointer = new(root.GetProperty("source").GetString() ?? "", root.GetProperty("path").GetString() ?? "", root.GetProperty("offset").GetInt64(), root.GetProperty("length").GetInt64());
            return pointer.Source.Length > 0 && pointer.Path.Length > 0 && pointer is { Offset: >= 0, Length: > 0 } ? pointer : throw new FormatException("not a pointer to a record");
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new FormatException($"not a pointer to a record: {error.Message}", error);
        }
    }

    /// <summary>The file below a folder of archives.</summary>
    /// <exception cref="FormatException">The path leads out of the folder.</exception>
    public string Below(string folder)
    {
        string root = System.IO.Path.GetFullPath(folder), full = System.IO.Path.GetFullPath(Path, root);
        return full.StartsWith(root.EndsWith('/') ? root : root + '/', StringComparison.Ordinal) ? full : throw new FormatException("the path leads out of the folder of archives");
    }
}
