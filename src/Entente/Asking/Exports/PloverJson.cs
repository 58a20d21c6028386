using System.Globalization;
using System.Text;
using System.Text.Json;
using Entente.Claims;

namespace Entente.Asking.Exports;

/// <summary>Events as PLOVER records, one JSON object a line; sources and targets stay lists. The field status says what PLOVER cannot.</summary>
public static class PloverJson
{
    /// <summary>Writes the records, streamed.</summary>
    public static void Write(TextWriter output, IEnumerable<Fact> facts, ActorNames names, string version)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(names);
        using MemoryStream stream = new();
        foreach (Fact fact in facts)
        {
            // Of the pairs of one fact the first stands for all.
            if (EventRecord.Of([fact]).FirstOrDefault() is not { } record) continue;
            stream.SetLength(0);
            using (Utf8JsonWriter writer = new(stream, ClaimJson.WriterOptions)) Write(writer, record, names, version);
            output.Write(Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length));
            output.Write('\n');
        }
    }

    private static void Write(Utf8JsonWriter writer, EventRecord record, ActorNames names, string version)
    {
        Event e = record.Event;
        writer.WriteStartObject();
        writer.WriteString("id", record.Fact.Id);
        writer.WriteBoolean("has_event", true);
        writer.WriteString("date", record.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (e.Date?.End is { } end && end != e.Date.Start) writer.WriteString("enddate", end.LastDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Actors(writer, "actor", e.Source, record, names);
        Actors(writer, "recipient", e.Target, record, names);
        writer.WriteStartArray("event");
        writer.WriteStringValue(ClaimNames.Of(record.Type));
        writer.WriteEndArray();
        if (e.Place is not null)
        {
            writer.WriteStartObject("event_loc");
            writer.WriteString("extracted_place", e.Place);
            writer.WriteEndObject();
        }
        writer.WriteStartArray("event_text");
        foreach (Evidence evidence in e.Evidence) writer.WriteStringValue(evidence.Quote);
        writer.WriteEndArray();
        writer.WriteNumber("quad_code", EventCoding.Quad(record.Type));
        writer.WriteNumber("event_scale", EventCoding.Scale(record.Type));
        writer.WriteStartArray("mode");
        if (e.Mode is not null) writer.WriteStringValue(e.Mode);
        writer.WriteEndArray();
        writer.WriteStartArray("context");
        foreach (string context in e.Contexts) writer.WriteStringValue(context);
        writer.WriteEndArray();
        writer.WriteString("status", ClaimNames.Of(e.Status));
        if (record.Report.Url is not null) writer.WriteString("link", record.Report.Url);
        writer.WriteString("text", e.Evidence.Count > 0 ? e.Evidence[0].Quote : "");
        writer.WriteStartObject("text_info");
        writer.WriteNumber("start", e.Evidence.Count > 0 ? e.Evidence[0].Span.Start : 0);
        writer.WriteNumber("end", e.Evidence.Count > 0 ? e.Evidence[0].Span.End : 0);
        writer.WriteEndObject();
        writer.WriteStartObject("cite_info");
        writer.WriteString("url", record.Report.Url);
        writer.WriteString("title", record.Report.Title);
        writer.WriteString("language", record.Report.Language);
        writer.WriteString("publication", record.Report.Publisher);
        writer.WriteString("coder", "entente");
        writer.WriteString("version", version);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void Actors(Utf8JsonWriter writer, string name, IReadOnlyList<ActorCode> actors, EventRecord record, ActorNames names)
    {
        writer.WriteStartArray(name);
        foreach (ActorCode actor in actors)
        {
            ActorMention? mention = record.Mention(actor);
            writer.WriteStartObject();
            writer.WriteString("code", EventCoding.Three(actor));
            writer.WriteString("sector", mention?.Role ?? (actor.IsState ? "GOV" : ""));
            writer.WriteString("entity_text", mention?.Name ?? names.Of(actor));
            if (mention?.Office is not null) writer.WriteString("office", mention.Office);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }
}
