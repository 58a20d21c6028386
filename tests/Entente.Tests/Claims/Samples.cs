using Entente.Claims;
using Entente.Text;

namespace Entente.Tests.Claims;

/// <summary>Claims made by hand, for tests that need some.</summary>
internal static class Samples
{
    public static readonly ActorCode Kaz = new("KAZ"), Tjk = new("TJK"), Uzb = new("UZB"), Rus = new("RUS"), Eu = new("IGO:EU");

    public static IReadOnlyList<Evidence> Says(string quote, int start = 0) => [new Evidence(new TextSpan(start, start + quote.Length), quote)];

    public static Document Report(string text, string? published = null, string? publisher = null, string? url = null, string source = "report.txt", string? title = null) => new()
    {
        Source = source,
        Text = text,
        Title = title,
        Blocks = [new Block(new TextSpan(0, text.Length), BlockKind.Paragraph)],
        Published = published is null ? null : PartialDate.TryParse(published),
        Publisher = publisher,
        Url = url,
    };

    public static DateRange? Range(string? text) => text is null ? null : DateRange.TryParse(text) ?? throw new ArgumentException(text);

    public static Event Event(EventType type, string source, string target, string? date = null, ClaimStatus status = ClaimStatus.Happened, string quote = "it happened", string? format = null, string? place = null, string? speaker = null) => new()
    {
        Status = status,
        Evidence = Says(quote),
        Type = type,
        Source = Codes(source),
        Target = Codes(target),
        Date = Range(date),
        Format = format,
        Place = place,
        Speaker = speaker,
    };

    public static Agreement Agreement(string type, string? subject, string parties, string? date = null, ClaimStatus status = ClaimStatus.Happened, int? count = null, string quote = "it was signed") => new()
    {
        Status = status,
        Evidence = Says(quote),
        Type = type,
        Subject = subject,
        Parties = Codes(parties),
        Date = Range(date),
        Count = count,
    };

    public static Figure Figure(string measure, string parties, decimal? value, string? period = null, string unit = "USD", string comparator = "=", ClaimStatus status = ClaimStatus.Happened, decimal? change = null, string? due = null, string quote = "the trade", string? commodity = null) => new()
    {
        Status = status,
        Evidence = Says(quote),
        Measure = measure,
        Parties = Codes(parties),
        Value = value,
        Unit = value is null ? null : unit,
        Comparator = value is null ? null : comparator,
        Period = Range(period),
        ChangePct = change,
        Due = due is null ? null : PartialDate.TryParse(due),
        Commodity = commodity,
    };

    public static Transfer Transfer(string from, string to, string commodity, decimal? quantity = null, string? unit = null, string? period = null, ClaimStatus status = ClaimStatus.Happened, decimal? value = null, string? terms = null, string quote = "was delivered") => new()
    {
        Status = status,
        Evidence = Says(quote),
        From = Codes(from),
        To = Codes(to),
        Commodity = commodity,
        Quantity = quantity,
        Unit = unit,
        Value = value,
        Currency = value is null ? null : "USD",
        Period = Range(period),
        Terms = terms,
    };

    public static Office Office(string person, string title, string state, ClaimStatus status = ClaimStatus.Ongoing, string quote = "the president") => new()
    {
        Status = status,
        Evidence = Says(quote),
        Person = person,
        Title = title,
        State = new ActorCode(state),
    };

    public static Relation Relation(string type, string parties, string? since = null) => new() { Status = ClaimStatus.Ongoing, Evidence = Says("relations"), Type = type, Parties = Codes(parties), Since = since is null ? null : PartialDate.TryParse(since) };

    public static IReadOnlyList<ActorCode> Codes(string codes) => [.. codes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(c => new ActorCode(c))];

    /// <summary>One claim of every kind with every field filled.</summary>
    public static IReadOnlyList<Claim> Full() =>
    [
        Event(EventType.Consult, "KAZ", "TJK UZB", "2024-08-22", ClaimStatus.Planned, "will pay a visit", "visit", "Dushanbe", "the ministry") with
        {
            Mode = "visit",
            Contexts = ["diplomatic", "economic"],
            Cameo = "042",
            Confidence = 0.83,
            Actors = [new ActorMention(Kaz, "Kassym-Jomart Tokayev", "president", "GOV", new TextSpan(3, 9)), new ActorMention(Tjk, null, null, null, new TextSpan(12, 18))],
        },
        Agreement("treaty", "allied relations", "KAZ TJK", "2024-08-22", count: 2) with { Until = new PartialDate(2034), Value = 1250000.5m, Currency = "EUR" },
        Figure("exports", "", 1_200_000_000m, "2023-01/2023-07", comparator: "~", change: -7.4m, due: "2030", commodity: "wheat") with { From = [Kaz], To = [Tjk, Uzb], Rate = "per year" },
        Figure("trade_turnover", "KAZ TJK", null, change: 100) with { Rate = "per year" },
        Transfer("KAZ", "TJK", "heating oil", 15000, "t", "2024-03-12", value: 5650000, terms: "aid") with { Via = "the railway", Rate = null },
        new Project { Status = ClaimStatus.Ongoing, Evidence = Says("a plant"), Name = "Rogun plant", Parties = [Kaz, Tjk], Sector = "energy", Capacity = "3,600 MW", Cost = "$6 billion" },
        new Relation { Status = ClaimStatus.Ongoing, Evidence = [.. Says("ties"), .. Says("relations", 40)], Type = "diplomatic_relations", Parties = [Kaz, Tjk], Since = new PartialDate(1993, 1) },
        Office("Emomali Rahmon", "president", "TJK"),
        Office("Ursula von der Leyen", "president of the European Commission", "IGO:EU", ClaimStatus.Denied),
    ];
}
