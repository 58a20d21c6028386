using System.Globalization;
using Entente.Asking;
using Entente.Claims;
using Entente.Web.Hosting;
using Microsoft.AspNetCore.Http.Extensions;

namespace Entente.Web.Api;

/// <summary>How claims are asked for in an address: the same names wherever claims are listed. What cannot be is a problem that names the value and the way out.</summary>
internal static class ClaimParameters
{
    /// <summary>The filters.</summary>
    public static IReadOnlyList<Parameter> Filters { get; } =
    [
        new("q", "Words that a quote must hold, all of them; wheat* finds what begins so"),
        new("actor", "A state or organisation that takes part, by code or name: KAZ, IGO:EU; twice for a pair") { Many = true },
        new("kind", "Any of these kinds") { Words = ClaimNames.Kinds, Many = true },
        new("type", "Any of these types: of an event, agreement or relation, a measure, commodity, sector or office") { Many = true },
        new("status", "Any of these statuses") { Words = ClaimNames.AllStatuses, Many = true },
        new("since", "What it is about touches this day or a later one: 2024-03-12") { Format = "date" },
        new("until", "What it is about touches this day or an earlier one: 2024-03-12") { Format = "date" },
        new("place", "Place of an event"),
        new("publisher", "Words that the publisher holds"),
        new("report", "Only claims of this report, by its id"),
        new("least", "The least value or quantity, in base units") { Type = "number" },
        new("most", "The greatest value or quantity, in base units") { Type = "number" },
        new("confidence", "The least confidence, 0 to 1") { Type = "number" },
    ];

    /// <summary>Which page.</summary>
    public static IReadOnlyList<Parameter> Paging(int most) =>
    [
        new("limit", string.Create(CultureInfo.InvariantCulture, $"How many at most, 1 to {most}")) { Type = "integer" },
        new("after", "Where to go on: the id that the page before ended with, as its 'next' has it"),
    ];

    /// <summary>What is asked for, without a limit.</summary>
    public static ClaimQuery Query(PageRequest request) => new()
    {
        Words = request.Query("q"),
        Actors = Actors(request, request.Queries("actor")),
        Kinds = Words(request, "kind", ClaimNames.Kinds),
        Types = request.Queries("type"),
        Statuses = [.. Words(request, "status", ClaimNames.AllStatuses).Select(s => ClaimNames.Status(s)!.Value)],
        Since = Day(request, "since"),
        Until = Day(request, "until"),
        Place = request.Query("place"),
        Publisher = request.Query("publisher"),
        Report = request.Query("report"),
        AtLeast = Decimal(request, "least"),
        AtMost = Decimal(request, "most"),
        Confidence = Decimal(request, "confidence") is { } confidence ? (double)confidence : null,
    };

    /// <summary>How many to a page.</summary>
    public static int Limit(PageRequest request, int otherwise, int most)
    {
        if (request.Query("limit") is not { } text) return otherwise;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int limit) && limit >= 1 && limit <= most
            ? limit
            : throw PageException.Bad(string.Create(CultureInfo.InvariantCulture, $"limit={text}: write a whole number from 1 to {most}."));
    }

    /// <summary>The actors of codes or names, at most two.</summary>
    public static IReadOnlyList<ActorCode> Actors(PageRequest request, IReadOnlyList<string> typed)
    {
        ActorCode[] actors = [.. typed.Select(t => Actor(request, t)).Distinct()];
        return actors.Length <= 2 ? actors : throw PageException.Bad("actor: at most two can be asked for.");
    }

    /// <summary>The actor of a code or name.</summary>
    public static ActorCode Actor(PageRequest request, string typed)
    {
        ActorNames names = request.Site.Names;
        if (names.Find(typed) is { } actor) return actor;
        string near = string.Join(", ", names.Near(typed));
        throw new PageException(404, "Not found", $"'{typed}' is no state or organisation: write a code (KAZ, IGO:EU) or a full name{(near.Length > 0 ? $" (near: {near})" : "")}.");
    }

    /// <summary>The address of the next page: this one, going on behind an id.</summary>
    public static string Next(PageRequest request, string after)
    {
        QueryBuilder query = new(request.Context.Request.Query.Where(p => p.Key != "after").SelectMany(p => p.Value.OfType<string>().Select(v => KeyValuePair.Create(p.Key, v))))
        {
            { "after", after },
        };
        return request.Context.Request.Path.ToUriComponent() + query.ToQueryString().ToUriComponent();
    }

    /// <summary>Refuses names that nobody reads: a misspelt filter would give another answer than the one asked for.</summary>
    public static void Known(PageRequest request, IReadOnlyList<Parameter> parameters)
    {
        foreach (string name in request.Context.Request.Query.Keys)
        {
            if (!parameters.Any(p => p.Name == name)) throw PageException.Bad($"'{name}' is nothing that can be asked for here. There are: {string.Join(", ", parameters.Select(p => p.Name))}.");
        }
    }

    private static string[] Words(PageRequest request, string name, IReadOnlyList<string> known) =>
    [
        .. request.Queries(name).SelectMany(v => v.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Select(v => known.FirstOrDefault(k => k.Equals(v, StringComparison.OrdinalIgnoreCase)) ?? throw PageException.Bad($"{name}={v}: there are {string.Join(", ", known)}.")),
    ];

    private static DateOnly? Day(PageRequest request, string name)
    {
        if (request.Query(name) is not { } text) return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : throw PageException.Bad($"{name}={text}: not a day; write 2024-03-12.");
    }

    private static decimal? Decimal(PageRequest request, string name)
    {
        if (request.Query(name) is not { } text) return null;
        return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value) ? value : throw PageException.Bad($"{name}={text}: not a number; write 1200000000 or 0.5.");
    }
}
