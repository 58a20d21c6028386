using System.Globalization;
using System.Text.Json;
using Entente.Text;

namespace Entente.Claims;

/// <summary>Writes one claim. The order of the fields is part of the contract: a claim's id is a hash over them.</summary>
internal static class ClaimJsonWriter
{
    public static void Write(Utf8JsonWriter writer, Claim claim, string? id, OffsetMap map)
    {
        writer.WriteStartObject();
        if (id is not null) writer.WriteString("id", id);
        WriteContent(writer, claim);
        writer.WriteNumber("confidence", claim.Confidence);
        writer.WriteStartArray("evidence");
        foreach (Evidence evidence in claim.Evidence)
        {
            writer.WriteStartObject();
            WriteSpan(writer, evidence.Span, map);
            writer.WriteString("quote", evidence.Quote);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        if (claim.Actors.Count > 0)
        {
            writer.WriteStartArray("actors");
            foreach (ActorMention actor in claim.Actors)
            {
                writer.WriteStartObject();
                writer.WriteString("actor", actor.Actor.ToString());
                Text(writer, "name", actor.Name);
                Text(writer, "office", actor.Office);
                Text(writer, "role", actor.Role);
                WriteSpan(writer, actor.Span, map);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
        }
        writer.WriteEndObject();
    }

    /// <summary>Kind, status, the slots of the kind and the speaker: what the claim says, without where it says so and how sure that is.</summary>
    public static void WriteContent(Utf8JsonWriter writer, Claim claim)
    {
        writer.WriteString("kind", claim.Kind);
        writer.WriteString("status", ClaimNames.Of(claim.Status));
        switch (claim)
        {
            case Event e: WriteEvent(writer, e); break;
            case Agreement a: WriteAgreement(writer, a); break;
            case Figure f: WriteFigure(writer, f); break;
            case Transfer t: WriteTransfer(writer, t); break;
            case Project p:
                writer.WriteString("name", p.Name);
                Actors(writer, "parties", p.Parties);
                Text(writer, "sector", p.Sector);
                Text(writer, "capacity", p.Capacity);
                Text(writer, "cost", p.Cost);
                break;
            case Relation r:
                writer.WriteString("type", r.Type);
                Actors(writer, "parties", r.Parties);
                Text(writer, "since", r.Since?.ToString());
                break;
            case Office o:
                writer.WriteString("person", o.Person);
                writer.WriteString("office", o.Title);
                Text(writer, "state", o.State?.ToString());
                break;
            default: throw new ArgumentException($"The kind {claim.Kind} has no JSON.", nameof(claim));
        }
        Text(writer, "speaker", claim.Speaker);
    }

    private static void WriteEvent(Utf8JsonWriter writer, Event claim)
    {
        writer.WriteString("type", ClaimNames.Of(claim.Type));
        Actors(writer, "source", claim.Source);
        Actors(writer, "target", claim.Target);
        Text(writer, "date", claim.Date?.ToString());
        Text(writer, "place", claim.Place);
        Text(writer, "format", claim.Format);
        Text(writer, "mode", claim.Mode);
        if (claim.Contexts.Count > 0)
        {
            writer.WriteStartArray("contexts");
            foreach (string context in claim.Contexts) writer.WriteStringValue(context);
            writer.WriteEndArray();
        }
        Text(writer, "cameo", claim.Cameo);
    }

    private static void WriteAgreement(Utf8JsonWriter writer, Agreement claim)
    {
        writer.WriteString("type", claim.Type);
        Text(writer, "subject", claim.Subject);
        Actors(writer, "parties", claim.Parties);
        if (claim.Count is { } count) writer.WriteNumber("count", count);
        Text(writer, "date", claim.Date?.ToString());
        Text(writer, "until", claim.Until?.ToString());
        Number(writer, "value", claim.Value);
        Text(writer, "currency", claim.Currency);
    }

    private static void WriteFigure(Utf8JsonWriter writer, Figure claim)
    {
        writer.WriteString("measure", claim.Measure);
        if (claim.Parties.Count > 0) Actors(writer, "parties", claim.Parties);
        OneOrMore(writer, "from", claim.From);
        OneOrMore(writer, "to", claim.To);
        Number(writer, "value", claim.Value);
        Text(writer, "unit", claim.Unit);
        Text(writer, "comparator", claim.Comparator);
        Period(writer, claim.Period, claim.Rate);
        Number(writer, "change_pct", claim.ChangePct);
        Text(writer, "commodity", claim.Commodity);
        Text(writer, "due", claim.Due?.ToString());
    }

    private static void WriteTransfer(Utf8JsonWriter writer, Transfer claim)
    {
        OneOrMore(writer, "from", claim.From);
        OneOrMore(writer, "to", claim.To);
        Text(writer, "commodity", claim.Commodity);
        Number(writer, "quantity", claim.Quantity);
        Text(writer, "unit", claim.Unit);
        Number(writer, "value", claim.Value);
        Text(writer, "currency", claim.Currency);
        Period(writer, claim.Period, claim.Rate);
        Text(writer, "via", claim.Via);
        Text(writer, "terms", claim.Terms);
    }

    private static void WriteSpan(Utf8JsonWriter writer, TextSpan span, OffsetMap map)
    {
        writer.WriteNumber("start", map[span.Start]);
        writer.WriteNumber("end", map[span.End]);
    }

    // The contract has one field for both; where a report gives a period and a rate, the rate stands in a field of its own.
    private static void Period(Utf8JsonWriter writer, DateRange? period, string? rate)
    {
        Text(writer, "period", period?.ToString() ?? rate);
        if (period is not null) Text(writer, "rate", rate);
    }

    private static void Text(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null) writer.WriteString(name, value);
    }

    // 1.20 and 1.2 are one number: trailing zeros would change the claim's id.
    private static void Number(Utf8JsonWriter writer, string name, decimal? value)
    {
        if (value is not { } number) return;
        writer.WritePropertyName(name);
        writer.WriteRawValue(number.ToString("0.############################", CultureInfo.InvariantCulture), skipInputValidation: true);
    }

    private static void Actors(Utf8JsonWriter writer, string name, IReadOnlyList<ActorCode> actors)
    {
        writer.WriteStartArray(name);
        foreach (ActorCode actor in actors) writer.WriteStringValue(actor.ToString());
        writer.WriteEndArray();
    }

    // One giver is written as the code, several as a list.
    private static void OneOrMore(Utf8JsonWriter writer, string name, IReadOnlyList<ActorCode> actors)
    {
        if (actors.Count == 1) writer.WriteString(name, actors[0].ToString());
        else if (actors.Count > 1) Actors(writer, name, actors);
    }
}
