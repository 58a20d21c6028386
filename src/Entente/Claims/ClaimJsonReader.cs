using System.Text.Json;
using Entente.Text;

namespace Entente.Claims;

/// <summary>Reads one claim. Forgiving where the contract is: a null is a missing field, one code may stand for a list of one.</summary>
internal static class ClaimJsonReader
{
    public static Claim Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object) throw new FormatException("A claim is a JSON object.");
        string kind = Required(json, "kind");
        Claim claim = kind switch
        {
            "event" => new Event
            {
                Status = default,
                Evidence = [],
                Type = ClaimNames.Type(Required(json, "type")) ?? throw Wrong(json, "type"),
                Source = Actors(json, "source"),
                Target = Actors(json, "target"),
                Date = Range(json, "date"),
                Place = Text(json, "place"),
                Format = Text(json, "format"),
                Mode = Text(json, "mode"),
                Contexts = Texts(json, "contexts"),
                Cameo = Text(json, "cameo"),
            },
            "agreement" => new Agreement
            {
                Status = default,
                Evidence = [],
                Type = Text(json, "type") ?? "other",
                Subject = Text(json, "subject"),
                Parties = Actors(json, "parties"),
                Count = Count(json),
                Date = Range(json, "date"),
                Until = Date(json, "until"),
                Value = Number(json, "value"),
                Currency = Text(json, "currency"),
            },
            "figure" => new Figure
            {
                Status = default,
                Evidence = [],
                Measure = Text(json, "measure") ?? "other",
                Parties = Actors(json, "parties"),
                From = Actors(json, "from"),
                To = Actors(json, "to"),
                Value = Number(json, "value"),
                Unit = Text(json, "unit"),
                Comparator = Text(json, "comparator"),
                Period = Period(json).Range,
                Rate = Period(json).Rate,
                ChangePct = Number(json, "change_pct"),
                Commodity = Text(json, "commodity"),
                Due = Date(json, "due"),
            },
            "transfer" => new Transfer
            {
                Status = default,
                Evidence = [],
                From = Actors(json, "from"),
                To = Actors(json, "to"),
                Commodity = Text(json, "commodity"),
                Quantity = Number(json, "quantity"),
                Unit = Text(json, "unit"),
                Value = Number(json, "value"),
                Currency = Text(json, "currency"),
                Period = Period(json).Range,
                Rate = Period(json).Rate,
                Via = Text(json, "via"),
                Terms = Text(json, "terms"),
            },
            "project" => new Project
            {
                Status = default,
                Evidence = [],
                Name = Required(json, "name"),
                Parties = Actors(json, "parties"),
                Sector = Text(json, "sector"),
                Capacity = Text(json, "capacity"),
                Cost = Text(json, "cost"),
            },
            "relation" => new Relation
            {
                Status = default,
                Evidence = [],
                Type = Text(json, "type") ?? "other",
                Parties = Actors(json, "parties"),
                Since = Date(json, "since"),
            },
            "office" => new Office
            {
                Status = default,
                Evidence = [],
                Person = Required(json, "person"),
                Title = Required(json, "office"),
                State = Actors(json, "state") is [{ } state, ..] ? state : null,
            },
            _ => throw new FormatException($"There is no claim of the kind '{kind}'."),
        };
        return claim with
        {
            Status = ClaimNames.Status(Required(json, "status")) ?? throw Wrong(json, "status"),
            Evidence = Evidence(json),
            Speaker = Text(json, "speaker"),
            Confidence = Number(json, "confidence") is { } confidence ? (double)confidence : 0.5,
            Actors = Mentions(json),
        };
    }

    private static List<Evidence> Evidence(JsonElement json)
    {
        List<Evidence> found = [];
        foreach (JsonElement item in Items(json, "evidence")) found.Add(new Evidence(Span(item), Text(item, "quote") ?? ""));
        return found;
    }

    private static List<ActorMention> Mentions(JsonElement json)
    {
        List<ActorMention> found = [];
        foreach (JsonElement item in Items(json, "actors"))
        {
            found.Add(new ActorMention(Actors(item, "actor") is [{ } actor, ..] ? actor : default, Text(item, "name"), Text(item, "office"), Text(item, "role"), Span(item)));
        }
        return found;
    }

    private static TextSpan Span(JsonElement json)
    {
        int start = Whole(json, "start") ?? 0, end = Whole(json, "end") ?? start;
        return start >= 0 && end >= start ? new TextSpan(start, end) : throw new FormatException($"There are no characters {start} to {end}.");
    }

    private static (DateRange? Range, string? Rate) Period(JsonElement json)
    {
        string? text = Text(json, "period");
        DateRange? range = DateRange.TryParse(text);
        return range is null ? (null, text ?? Text(json, "rate")) : (range, Text(json, "rate"));
    }

    private static int? Count(JsonElement json) => Whole(json, "count");

    private static int? Whole(JsonElement json, string name) =>
        Number(json, name) is not { } number ? null
        : number == decimal.Truncate(number) && number is >= int.MinValue and <= int.MaxValue ? (int)number : throw Wrong(json, name);

    private static DateRange? Range(JsonElement json, string name) =>
        Text(json, name) is not { } text ? null : DateRange.TryParse(text) ?? throw Wrong(json, name);

    // "2022/2023" where one date is asked: the last that it may be is lost, the first kept.
    private static PartialDate? Date(JsonElement json, string name) =>
        Range(json, name) is not { } range ? null : range.Start ?? range.End;

    private static string Required(JsonElement json, string name) =>
        Text(json, name) ?? throw new FormatException($"The field '{name}' is missing.");

    private static string? Text(JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null) return null;
        return value.ValueKind == JsonValueKind.String ? value.GetString() : throw Wrong(json, name);
    }

    private static decimal? Number(JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null) return null;
        return value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out decimal number) ? number : throw Wrong(json, name);
    }

    private static JsonElement.ArrayEnumerator Items(JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null) return default;
        return value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : throw Wrong(json, name);
    }

    private static List<string> Texts(JsonElement json, string name)
    {
        List<string> found = [];
        foreach (JsonElement item in Items(json, name)) found.Add(item.ValueKind == JsonValueKind.String ? item.GetString()! : throw Wrong(json, name));
        return found;
    }

    private static List<ActorCode> Actors(JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null) return [];
        IEnumerable<JsonElement> items = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];
        List<ActorCode> found = [];
        foreach (JsonElement item in items)
        {
            if (item.ValueKind == JsonValueKind.Null) continue;
            if (item.ValueKind != JsonValueKind.String) throw Wrong(json, name);
            string code = item.GetString()!;
            try
            {
                found.Add(new ActorCode(code));
            }
            catch (ArgumentException)
            {
                throw Wrong(json, name);
            }
        }
        return found;
    }

    private static FormatException Wrong(JsonElement json, string name) =>
        new($"The field '{name}' cannot be {Shown(json.GetProperty(name).GetRawText())}.");

    private static string Shown(string raw) => raw.Length <= 60 ? raw : raw[..57] + "...";
}
