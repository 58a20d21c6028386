using System.Text.Encodings.Web;
using System.Text.Json;
using Entente.Claims;
using Entente.Recognizing;
using Entente.Resolving;
using Entente.Text;

namespace Entente.Cli;

/// <summary>
/// Mentions as JSON: {"id", "mentions": [{"type", "start", "end", "text", ...}]}, in the order of the text. A range of amounts is two mentions, one
/// for each number. A date's <c>from</c> and <c>to</c> are days, <c>to</c> not included. Two dates that a dash joins are two mentions; of one
/// range ("from 2014 to 2018") <c>to</c> is the first day of the second date, as interval notations have it, and <c>value</c> names both.
/// </summary>
internal static class MentionJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One document's mentions as one line.</summary>
    public static string Line(ResolvedDocument document)
    {
        using MemoryStream buffer = new();
        using (Utf8JsonWriter json = new(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("id", document.Document.Id ?? document.Document.Source);
            json.WriteStartArray("mentions");
            string text = document.Document.Text;
            Dictionary<TimeExpression, ResolvedTime> times = new(ReferenceEqualityComparer.Instance);
            foreach (ResolvedTime time in document.Times) times[time.Expression] = time;
            List<(TextSpan Span, Action Write)> items = [];
            foreach (Mention mention in document.Recognized.Mentions)
            {
                switch (mention)
                {
                    case QuantityMention quantity:
                        items.Add((quantity.Span, () => Quantity(json, text, quantity)));
                        break;
                    case TimeExpression time:
                        items.Add((time.Span, () => Time(json, text, time, times.GetValueOrDefault(time))));
                        break;
                }
            }
            foreach (ActorReference actor in document.Actors) items.Add((actor.Span, () => Actor(json, text, actor)));
            foreach ((TextSpan _, Action write) in items.OrderBy(i => i.Span)) write();
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Quantity(Utf8JsonWriter json, string text, QuantityMention mention)
    {
        Amount amount = mention.Amount;
        if (amount.High is { } high && mention.HighSpan is { } upper)
        {
            int end = mention.Span.Start;
            for (int i = mention.Span.Start; i < upper.Start; i++)
            {
                if (char.IsLetterOrDigit(text[i]) || text[i] == '%') end = i + 1;
            }
            // "5 to 7": the joining word is no part of the number before it.
            foreach (string word in (ReadOnlySpan<string>)[" up to", " to", " and"])
            {
                if (text.AsSpan(0, end).EndsWith(word, StringComparison.OrdinalIgnoreCase)) end -= word.Length;
            }
            Amounts(json, text, mention, new TextSpan(mention.Span.Start, Math.Max(end, mention.Span.Start + 1)), amount.Value);
            Amounts(json, text, mention, upper, high);
            return;
        }
        Amounts(json, text, mention, mention.Span, amount.Value);
    }

    private static void Amounts(Utf8JsonWriter json, string text, QuantityMention mention, TextSpan span, decimal value)
    {
        string? minor = (mention as Money)?.MinorUnit;
        Open(json, text, span, mention switch
        {
            Money => "money",
            Percentage => "percent",
            Measurement => "measurement",
            Multiple => "multiple",
            Number { IsOrdinal: true } => "ordinal",
            _ => "number",
        });
        json.WriteNumber("value", Plain(minor is null ? value : value * 100));
        if (mention is Money money) json.WriteString("currency", minor is null ? money.Currency : null);
        if (minor is not null) json.WriteString("unit", minor);
        if (mention is Measurement measurement) json.WriteString("unit", measurement.Unit);
        if (mention.Amount.Comparator != "=") json.WriteString("comparator", mention.Amount.Comparator);
        if (mention.Rate is not null) json.WriteString("rate", mention.Rate);
        json.WriteEndObject();
    }

    private static void Time(Utf8JsonWriter json, string text, TimeExpression expression, ResolvedTime? time)
    {
        if (time is null)
        {
            Open(json, text, expression.Span, "date");
            json.WriteEndObject();
            return;
        }
        if (expression.SecondSpan is { } second && time.Value is { Start: { } first, End: { } last })
        {
            int end = second.Start;
            while (end > expression.Span.Start + 1 && !char.IsLetterOrDigit(text[end - 1])) end--;
            if (text.AsSpan(0, end).EndsWith(" and", StringComparison.OrdinalIgnoreCase)) end -= 4;
            Day(json, text, new TextSpan(expression.Span.Start, end), new DateRange(first), first.FirstDay, first.LastDay.AddDays(1));
            Day(json, text, second, new DateRange(last), last.FirstDay, last.LastDay.AddDays(1));
            return;
        }
        Day(json, text, expression.Span, time.Value, time.From, expression.IsRange && time.LastFrom > time.From ? time.LastFrom : time.To);
    }

    private static void Day(Utf8JsonWriter json, string text, TextSpan span, DateRange value, DateOnly from, DateOnly to)
    {
        Open(json, text, span, "date");
        json.WriteString("value", value.ToString());
        json.WriteString("from", from.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        json.WriteString("to", to.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }

    private static void Actor(Utf8JsonWriter json, string text, ActorReference actor)
    {
        Open(json, text, actor.Span, "actor");
        json.WriteStartArray("actors");
        foreach (ActorCode code in actor.Actors) json.WriteStringValue(code.ToString());
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Open(Utf8JsonWriter json, string text, TextSpan span, string type)
    {
        json.WriteStartObject();
        json.WriteString("type", type);
        json.WriteNumber("start", span.Start);
        json.WriteNumber("end", span.End);
        json.WriteString("text", span.In(text));
    }

    // 75000000 and not 75000000.000.
    private static decimal Plain(decimal value) => value / 1.000000000000000000000000000000000m;
}
