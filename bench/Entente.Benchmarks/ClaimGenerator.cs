using Entente.Claims;
using Entente.Text;

namespace Entente.Benchmarks;

/// <summary>
/// Reports with claims shaped like real ones: the mix of kinds of the panel, actors and pairs by Zipf's law, most things told by one report and
/// some by up to five with other days and roundings. The same seed gives the same reports.
/// </summary>
internal sealed class ClaimGenerator(int seed)
{
    private const int ClaimsEach = 10;

    private static readonly string[] States = "KAZ TJK UZB KGZ TKM RUS CHN USA TUR IRN AFG PAK IND AZE ARM GEO UKR BLR MDA DEU FRA GBR ITA ESP POL HUN ROU BGR SRB GRC JPN KOR MNG VNM LAO THA MYS SGP IDN PHL AUS NZL CAN MEX BRA ARG CHL COL PER VEN EGY SDN ETH KEN UGA TZA NGA GHA ZAF MAR DZA TUN LBY SAU ARE QAT KWT OMN IRQ SYR JOR ISR LBN YEM NPL LKA BGD MMR KHM".Split(' ');
    private static readonly string[] Words = "the two sides discussed trade energy transport water wheat oil gas railway border summit ministers president signed agreement cooperation delivered exports growth percent million billion dollars projects investment corridor meeting visit capital announced statement officials reported region supply contract electricity quarter year according customs".Split(' ');
    private static readonly string[] Goods = ["oil", "gas", "wheat", "electricity", "coal", "fertilisers", "steel", "cotton"];
    private static readonly string[] Names = ["Anna", "Boris", "Chen", "Dilshod", "Elena", "Farhad", "Gulnara", "Hans", "Ivan", "Jamshed"];
    private static readonly string[] Publishers = [.. Enumerable.Range(1, 400).Select(i => $"Wire {i}")];

    private readonly Random random = new(seed);
    private readonly Queue<(Claim Claim, int Left)> retold = new();
    private long number;

    /// <summary>Reports with ten claims each.</summary>
    public IEnumerable<ReadReport> Reports(long claims)
    {
        for (long made = 0; made < claims; made += ClaimsEach) yield return Report();
    }

    private ReadReport Report()
    {
        number++;
        DateOnly day = new DateOnly(2010, 1, 1).AddDays((int)(number % 5800));
        System.Text.StringBuilder text = new();
        List<(Claim Claim, TextSpan Span)> claims = [];
        for (int i = 0; i < ClaimsEach; i++)
        {
            Claim claim = retold.Count > 40 && random.Next(10) < 3 ? Retell() : New(day);
            int start = text.Length;
            for (int w = 0, n = random.Next(8, 18); w < n; w++) text.Append(Words[Zipf(Words.Length)]).Append(' ');
            text.Append(number % 1000 == 0 && i == 0 ? "zirconium" : "today");
            claims.Add((claim, new TextSpan(start, text.Length)));
            text.Append(". ");
        }
        Document document = new()
        {
            Source = $"report-{number}.txt",
            Text = text.ToString(),
            Blocks = [],
            Title = $"Report {number}",
            Publisher = Publishers[Zipf(Publishers.Length)],
            Url = $"https://wire.example/{number}",
            Published = PartialDate.Of(day),
        };
        return new ReadReport(document, [.. claims.Select(c => c.Claim with
        {
            Evidence = [Evidence.At(document, c.Span)],
            Confidence = Math.Round(0.4 + (random.NextDouble() * 0.6), 2),
            Actors = [.. ClaimSlots.Distinct(c.Claim).Take(1).Select(a => new ActorMention(a, Names[random.Next(Names.Length)], "minister", "GOV", c.Span))],
        })]);
    }

    private Claim Retell()
    {
        (Claim claim, int left) = retold.Dequeue();
        if (left > 1) retold.Enqueue((claim, left - 1));
        return claim switch
        {
            Event { Date: { IsSingle: true, Start: { Day: not null } d } } e => e with { Date = new DateRange(PartialDate.Of(d.FirstDay.AddDays(random.Next(2)))) },
            Figure { Value: { } v } f => f with { Value = random.Next(8) == 0 ? v * 1.2m : decimal.Round(v, 0) },
            _ => claim,
        };
    }

    private Claim New(DateOnly day)
    {
        ActorCode a = Actor(), b = Actor();
        while (b == a) b = Actor();
        ClaimStatus status = random.Next(10) switch { < 7 => ClaimStatus.Happened, 7 => ClaimStatus.Ongoing, 8 => ClaimStatus.Planned, _ => random.Next(3) == 0 ? ClaimStatus.Denied : ClaimStatus.Proposed };
        DateRange on = new(PartialDate.Of(day.AddDays(-random.Next(3)))), year = new(new PartialDate(day.Year - 1));
        Claim claim = random.Next(1396) switch
        {
            < 620 => new Event { Status = status, Evidence = [], Type = (EventType)random.Next(16), Source = [a], Target = [b], Date = random.Next(5) < 3 ? on : null, Place = random.Next(4) == 0 ? "City " + random.Next(300) : null, Format = random.Next(3) == 0 ? "meeting" : null },
            < 747 => new Agreement { Status = status, Evidence = [], Type = "agreement", Subject = $"{Goods[random.Next(Goods.Length)]} {Words[random.Next(Words.Length)]}", Parties = [a, b], Date = on },
            < 958 => NewFigure(a, b, status, day.Year - 1),
            < 1060 => new Transfer { Status = status, Evidence = [], From = [a], To = [b], Commodity = Goods[random.Next(Goods.Length)], Quantity = random.Next(1, 9999) * 100m, Unit = "t", Period = year },
            < 1124 => new Project { Status = status, Evidence = [], Name = $"{Names[random.Next(Names.Length)]}{random.Next(500)} railway", Parties = [a, b], Sector = "transport" },
            < 1189 => new Relation { Status = ClaimStatus.Ongoing, Evidence = [], Type = random.Next(2) == 0 ? "strategic_partnership" : "diplomatic_relations", Parties = [a, b] },
            _ => new Office { Status = ClaimStatus.Ongoing, Evidence = [], Person = Holder(a, day.Year / 6, out string title), Title = title, State = a },
        };
        if (random.Next(10) < 3) retold.Enqueue((claim, random.Next(1, 5)));
        return claim;
    }

    // A measure of a pair in a year has one true value, told exactly or rounded; one report in eight has another.
    private Figure NewFigure(ActorCode a, ActorCode b, ClaimStatus status, int year)
    {
        string measure = random.Next(2) == 0 ? "trade_turnover" : "exports";
        string? goods = random.Next(3) == 0 ? Goods[random.Next(Goods.Length)] : null;
        (ActorCode first, ActorCode second) = a.CompareTo(b) < 0 ? (a, b) : (b, a);
        Random truth = new(Hash($"{first}{second}{measure}{goods}{year}"));
        decimal exact = truth.Next(1_000_000, 99_999_999) * 100m;
        decimal value = random.Next(8) == 0 ? exact * random.Next(50, 200) / 100 : random.Next(2) == 0 ? exact : decimal.Round(exact / 10_000_000m) * 10_000_000m;
        return new Figure { Status = status, Evidence = [], Measure = measure, Parties = [a, b], Value = value, Unit = "USD", Comparator = "=", Period = new DateRange(new PartialDate(year)), ChangePct = random.Next(4) == 0 ? random.Next(-20, 40) : null, Commodity = goods };
    }

    // An office changes hands every six years; its holder is written in two ways, and one report in forty names another.
    private string Holder(ActorCode state, int term, out string title)
    {
        title = random.Next(2) == 0 ? "president" : "minister of " + Goods[random.Next(Goods.Length)];
        Random truth = new(Hash($"{state}{title}{(random.Next(40) == 0 ? term - 1 : term)}"));
        string first = Names[truth.Next(Names.Length)], last = Names[truth.Next(Names.Length)] + "ov";
        return random.Next(3) == 0 ? last : $"{first} {last}";
    }

    private static int Hash(string text)
    {
        uint hash = 2166136261;
        foreach (char c in text) hash = unchecked((hash ^ c) * 16777619);
        return (int)(hash & 0x7fffffff);
    }

    private ActorCode Actor() => new(States[Zipf(States.Length)]);

    // Rank by Zipf's law, near enough: the logarithm of a uniform number.
    private int Zipf(int count) => Math.Min(count - 1, (int)Math.Exp(random.NextDouble() * Math.Log(count + 1)) - 1);
}
