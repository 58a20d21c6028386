using System.Globalization;
using Entente.Claims;
using Entente.Web.Api;
using Entente.Web.Hosting;
using Entente.Web.Parts;
using Entente.Web.Writing;

namespace Entente.Web.Pages.Search;

/// <summary>What was asked: words and filters, as parameters and as a question to the ledger.</summary>
internal sealed record SearchForm
{
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>What may be asked, as lists of claims have it too.</summary>
    public static IReadOnlyList<Parameter> Parameters { get; } = [.. ClaimParameters.Filters.Where(p => p.Name is "q" or "actor" or "kind" or "type" or "status" or "since" or "until" or "publisher" or "place" or "confidence").Select(p => p.Name is "kind" or "status" or "type" ? p with { Many = false } : p)];

    public string? Words { get; private init; }

    public IReadOnlyList<ActorCode> Actors { get; private init; } = [];

    public string? Kind { get; private init; }

    public string? Type { get; private init; }

    public ClaimStatus? Status { get; private init; }

    public DateOnly? Since { get; private init; }

    public DateOnly? Until { get; private init; }

    public string? Publisher { get; private init; }

    public string? Place { get; private init; }

    public double? Least { get; private init; }

    /// <summary>Whether nothing was asked.</summary>
    public bool IsEmpty => this == new SearchForm();

    /// <summary>The form that a request sent.</summary>
    /// <exception cref="PageException">A value is none of its field.</exception>
    public static SearchForm Of(PageRequest request) => new()
    {
        Words = request.Query("q"),
        Actors = request.Queries("actor").Count == 0 ? [] : [.. request.Queries("actor").Select(a => DossierView.Actor(request, a)).Distinct().Take(2)],
        Kind = request.Query("kind") is { } kind ? ClaimNames.Kinds.Contains(kind) ? kind : throw PageException.Bad($"There is no kind “{kind}”. Kinds: {string.Join(", ", ClaimNames.Kinds)}.") : null,
        Type = request.Query("type"),
        Status = request.Query("status") is { } status ? ClaimNames.Status(status) ?? throw PageException.Bad($"There is no status “{status}”. Statuses: {string.Join(", ", ClaimNames.AllStatuses)}.") : null,
        Since = Day(request, "since"),
        Until = Day(request, "until"),
        Publisher = request.Query("publisher"),
        Place = request.Query("place"),
        Least = request.Query("confidence") is { } least ? double.TryParse(least, CultureInfo.InvariantCulture, out double value) && value is >= 0 and <= 1 ? value : throw PageException.Bad("confidence is from 0 to 1.") : null,
    };

    /// <summary>The question to the ledger.</summary>
    public ClaimQuery Query(int limit) => new()
    {
        Words = Words,
        Actors = Actors,
        Kinds = Kind is null ? [] : [Kind],
        Types = Type is null ? [] : [Type],
        Statuses = Status is { } status ? [status] : [],
        Since = Since,
        Until = Until,
        Publisher = Publisher,
        Place = Place,
        Confidence = Least,
        Limit = limit,
    };

    /// <summary>The address of the same question with one value set; of actors, added.</summary>
    public string With(string name, string value) => Links.With("/search", [.. Values().Where(v => v.Name != name || (name == "actor" && Actors.Count < 2)), (name, value)]);

    /// <summary>The address of the same question as a table or feed.</summary>
    public string As(string file) => Links.With(file, Values());

    /// <summary>The fields.</summary>
    public void Write(HtmlWriter page, PageRequest request)
    {
        page.Add($"<div class=\"row\"><label for=\"q\">Words</label><input id=\"q\" name=\"q\" type=\"search\" value=\"{Words}\"></div>\n");
        page.Add($"<div class=\"row\"><label for=\"actor1\">State or organisation</label><input id=\"actor1\" name=\"actor\" list=\"actors\" value=\"{Name(request, 0)}\"></div>\n<div class=\"row\"><label for=\"actor2\">and</label><input id=\"actor2\" name=\"actor\" list=\"actors\" value=\"{Name(request, 1)}\"></div>\n");
        Choice(page, "kind", "Kind", Kind, ClaimNames.Kinds);
        Choice(page, "status", "Status", Status is { } status ? ClaimNames.Of(status) : null, ClaimNames.AllStatuses);
        page.Add($"""
            <div class="row"><label for="since">From</label><input id="since" name="since" type="date" value="{Since?.ToString(DayFormat, CultureInfo.InvariantCulture)}"></div>
            <div class="row"><label for="until">to</label><input id="until" name="until" type="date" value="{Until?.ToString(DayFormat, CultureInfo.InvariantCulture)}"></div>
            <details class="more"{(Type is null && Publisher is null && Place is null && Least is null ? Html.None : Html.Of($" open"))}><summary>More filters</summary>
            <div class="row"><label for="type">Type or measure</label><input id="type" name="type" value="{Type}"></div>
            <div class="row"><label for="publisher">Publisher</label><input id="publisher" name="publisher" value="{Publisher}"></div>
            <div class="row"><label for="place">Place</label><input id="place" name="place" value="{Place}"></div>
            <div class="row"><label for="confidence">Least confidence</label><input id="confidence" name="confidence" type="number" min="0" max="1" step="0.05" value="{Least?.ToString(CultureInfo.InvariantCulture)}"></div>
            </details>
            <p><button type="submit">Search</button>{(IsEmpty ? Html.None : Html.Of($" <a href=\"/search\">Clear</a>"))}</p>

            """);
        page.Add($"<datalist id=\"actors\">");
        foreach (ActorCode actor in request.Site.Names.All) page.Add($"<option value=\"{request.Site.Names.Of(actor)}\">");
        page.Add($"</datalist>\n");
    }

    /// <inheritdoc/>
    public bool Equals(SearchForm? other) => other is not null && Values().SequenceEqual(other.Values());

    /// <inheritdoc/>
    public override int GetHashCode() => Values().Aggregate(0, HashCode.Combine);

    private IEnumerable<(string Name, string? Value)> Values() =>
        new (string Name, string? Value)[]
        {
            ("q", Words), ("kind", Kind), ("type", Type), ("status", Status is { } status ? ClaimNames.Of(status) : null), ("since", Since?.ToString(DayFormat, CultureInfo.InvariantCulture)),
            ("until", Until?.ToString(DayFormat, CultureInfo.InvariantCulture)), ("publisher", Publisher), ("place", Place), ("confidence", Least?.ToString(CultureInfo.InvariantCulture)),
        }.Concat(Actors.Select(a => ("actor", (string?)a.ToString()))).Where(v => v.Item2 is not null);

    private string? Name(PageRequest request, int at) => at < Actors.Count ? request.Site.Names.Of(Actors[at]) : null;

    private static void Choice(HtmlWriter page, string name, string label, string? value, IReadOnlyList<string> choices)
    {
        page.Add($"<div class=\"row\"><label for=\"{name}\">{label}</label><select id=\"{name}\" name=\"{name}\"><option value=\"\">any</option>");
        foreach (string choice in choices) page.Add($"<option{(choice == value ? Html.Of($" selected") : Html.None)}>{choice}</option>");
        page.Add($"</select></div>\n");
    }

    private static DateOnly? Day(PageRequest request, string name) =>
        request.Query(name) is not { } text ? null
        : DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day
        : throw PageException.Bad($"“{text}” is no day; write 2024-03-12.");
}
