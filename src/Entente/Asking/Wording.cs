using System.Text;
using Entente.Claims;
using Entente.Text;

namespace Entente.Asking;

/// <summary>Claims in plain words, in one line each.</summary>
public sealed class Wording(ActorNames names)
{
    private const int LongestQuote = 220;

    private static readonly string[] Signs = ["sign", "ratif", "initial", "conclud", "put their name", "seal", "adopt"];

    /// <summary>What a claim says, without its date and status.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="about">Actors that the page is about: an agreement of just these does not name its parties.</param>
    public string Of(Claim claim, IReadOnlyList<ActorCode> about)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(about);
        return Clean(claim switch
        {
            Event e => OfEvent(e),
            Agreement a => OfAgreement(a, about),
            Figure f => OfFigure(f, about),
            Transfer t => OfTransfer(t),
            Project p => OfProject(p, about),
            Relation r => OfRelation(r, about),
            Office o => OfOffice(o),
            _ => claim.Kind,
        });
    }

    /// <summary>When a claim is, as people write it: "2024-03-12", "2024-03-12–14", "2023-01 – 2023-07", "until 2044", "from 2030".</summary>
    public static string Of(DateRange? range) => range switch
    {
        null => "",
        { IsSingle: true } => range.Start!.Value.ToString(),
        { Start: null } => $"until {range.End}",
        { End: null } => $"from {range.Start}",
        { Start: { Day: not null } s, End: { Day: not null } e } when s.Year == e.Year && s.Month == e.Month => $"{s}–{e.Day:00}",
        _ => $"{range.Start} – {range.End}",
    };

    /// <summary>The words of a claim, in one line, cut where they are long. Nothing in them can steer a terminal.</summary>
    public static string Quote(Claim claim, int longest = LongestQuote)
    {
        ArgumentNullException.ThrowIfNull(claim);
        string text = claim.Evidence.Count > 0 ? Clean(claim.Evidence[0].Quote) : "";
        if (text.Length <= longest) return text;
        int cut = text.LastIndexOf(' ', longest - 1);
        if (cut < longest / 2) cut = char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest;
        return text[..cut] + " …";
    }

    /// <summary>Publisher, day and place of a report: "Example Wire, 2024-03-13, examples/a.txt".</summary>
    public static string Of(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return Clean(string.Join(", ", new[] { report.Publisher, report.Published?.ToString(), report.Url ?? report.Source }.Where(p => !string.IsNullOrEmpty(p))));
    }

    /// <summary>One line without characters that steer.</summary>
    public static string Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        StringBuilder clean = new(text.Length);
        foreach (char c in text)
        {
            // Bidirectional overrides can make a line read as something else.
            bool steers = char.IsControl(c) || char.IsWhiteSpace(c) || c is '\u200e' or '\u200f' or '\u061c' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');
            if (!steers) clean.Append(c);
            else if (clean.Length > 0 && clean[^1] != ' ') clean.Append(' ');
        }
        return clean.ToString().Trim();
    }

    /// <summary>"Kazakhstan", "Kazakhstan and Tajikistan", "A, B and C".</summary>
    public string List(IReadOnlyList<ActorCode> actors)
    {
        ArgumentNullException.ThrowIfNull(actors);
        string[] all = [.. actors.Select(names.Within)];
        return all.Length switch { 0 => "", 1 => all[0], _ => string.Join(", ", all[..^1]) + " and " + all[^1] };
    }

    /// <summary>A name in words: "trade_turnover" is "trade turnover".</summary>
    public static string Words(string name) => name?.Replace('_', ' ') ?? "";

    private string OfEvent(Event e)
    {
        string source = e.Source.Count == 0 ? "somebody" : List(e.Source), target = List(e.Target), both = List([.. e.Source.Concat(e.Target).Distinct()]);
        bool several = e.Source.Count > 1;
        string what = (e.Type, e.Format) switch
        {
            (EventType.Consult, "visit") when target.Length > 0 => $"{source} {Verb("visit", several)} {target}",
            (EventType.Consult, "call") when target.Length > 0 => $"{both} talk by telephone",
            (EventType.Consult, null or "meeting") when target.Length > 0 => $"{both} {(e.Format is null ? "consult" : "meet")}",
            (EventType.Consult, { } format) => $"{format} of {both}",
            (EventType.Consult, null) => $"{source} {Verb("consult", several)}",
            (EventType.Agree, _) when target.Length > 0 => $"{both} agree",
            (EventType.Cooperate, _) when target.Length > 0 => $"{both} work together",
            (EventType.Support, _) when IsSigning(e) => target.Length > 0 ? $"{both} sign" : $"{source} {Verb("sign", several)}",
            _ => $"{source} {Phrase(e.Type, several, target.Length > 0)}{(target.Length > 0 ? " " + target : "")}",
        };
        return what + (e.Place is null ? "" : $", {e.Place}") + $" [{ClaimNames.Of(e.Type)}]";
    }

    // SUPPORT is both the signing of a paper and the backing of somebody: the words of the report tell which.
    internal static bool IsSigning(Event e) =>
        e.Cameo == "057" || e.Evidence.Any(v => Signs.Any(s => v.Quote.Contains(s, StringComparison.OrdinalIgnoreCase)));

    private static string Phrase(EventType type, bool several, bool hasTarget) => type switch
    {
        EventType.Agree => Verb("agree", several) + (hasTarget ? " with" : ""),
        EventType.Support => hasTarget ? Verb("back", several) : Verb("endorse", several),
        EventType.Concede => Verb("yield", several) + (hasTarget ? " to" : ""),
        EventType.Cooperate => Verb("cooperate", several) + (hasTarget ? " with" : ""),
        EventType.Aid => Verb("help", several),
        EventType.Retreat => Verb("ease", several) + " its pressure" + (hasTarget ? " on" : ""),
        EventType.Request => Verb("ask", several),
        EventType.Accuse => Verb("accuse", several),
        EventType.Reject => Verb("refuse", several),
        EventType.Threaten => Verb("threaten", several),
        EventType.Protest => Verb("protest", several) + (hasTarget ? " against" : ""),
        EventType.Sanction => (several ? "take" : "takes") + " measures" + (hasTarget ? " against" : ""),
        EventType.Mobilize => Verb("move", several) + " forces" + (hasTarget ? " against" : ""),
        EventType.Coerce => Verb("coerce", several),
        EventType.Assault => Verb("attack", several),
        _ => Verb("consult", several) + (hasTarget ? " with" : ""),
    };

    private static string Verb(string verb, bool several) => several ? verb : verb + "s";

    private string OfAgreement(Agreement a, IReadOnlyList<ActorCode> about)
    {
        StringBuilder text = new();
        bool counted = a.Count > 1;
        string type = a.Type == "other" ? counted ? "documents" : "document" : counted ? Plural(a.Type) : a.Type;
        if (counted) text.Append(a.Count).Append(' ');
        text.Append(type);
        if (a.Subject is not null) text.Append(": ").Append(a.Subject);
        if (a.Value is { } value) text.Append(", worth ").Append(AmountText.Of(value, a.Currency));
        if (a.Until is { } until) text.Append(", until ").Append(until);
        return text.Append(Others(a.Parties, about)).ToString();
    }

    private string OfFigure(Figure f, IReadOnlyList<ActorCode> about)
    {
        StringBuilder text = new(Words(f.Measure));
        if (f.Commodity is not null) text.Append(f.Measure is "other" ? ": " : " of ").Append(f.Commodity);
        string flow = Flow(f.From, f.To);
        text.Append(flow.Length > 0 ? ", " + flow : Others(f.Parties, about));
        if (f.Value is { } value) text.Append(": ").Append(AmountText.Of(value, f.Unit, f.Comparator));
        if (f.Rate is not null) text.Append(' ').Append(f.Rate);
        if (f.ChangePct is { } change) text.Append(f.Value is null ? ": " : ", ").Append(AmountText.Change(change));
        if (f.Due is { } due) text.Append(" by ").Append(due);
        if (f.Status is ClaimStatus.Planned && f.Value is not null) text.Append(" (target)");
        return text.ToString();
    }

    private string OfTransfer(Transfer t)
    {
        StringBuilder text = new();
        string commodity = t.Commodity ?? "goods";
        if (t.Quantity is { } quantity)
        {
            text.Append(AmountText.Of(quantity, t.Unit));
            text.Append(t.Unit is "count" ? " " : " of ").Append(commodity);
            if (t.Value is { } worth) text.Append(", worth ").Append(AmountText.Of(worth, t.Currency));
        }
        else if (t.Value is { } value) text.Append(AmountText.Of(value, t.Currency)).Append(commodity is "money" ? "" : " of " + commodity);
        else text.Append(commodity);
        if (t.Rate is not null) text.Append(' ').Append(t.Rate);
        string flow = Flow(t.From, t.To);
        if (flow.Length > 0) text.Append(", ").Append(flow);
        if (t.Via is not null) text.Append(", via ").Append(t.Via);
        if (t.Terms is not null) text.Append(" (").Append(t.Terms).Append(')');
        return text.ToString();
    }

    private string OfProject(Project p, IReadOnlyList<ActorCode> about)
    {
        string[] more = [.. new[] { p.Sector, p.Capacity, p.Cost }.OfType<string>()];
        return p.Name + (more.Length > 0 ? $" ({string.Join(", ", more)})" : "") + Others(p.Parties, about);
    }

    private string OfRelation(Relation r, IReadOnlyList<ActorCode> about)
    {
        string since = r.Since is { } day ? $", since {day}" : "";
        if (r.Type is "trading_partner_rank" && r.Parties.Count > 1) return $"{names.Of(r.Parties[0])} ranks among the trading partners of {List([.. r.Parties.Skip(1)])}{since}";
        if (r.Type is "membership" or "observer" && r.Parties.Count > 1) return $"{names.Of(r.Parties[0])} is {(r.Type == "observer" ? "an observer" : "a member")} of {List([.. r.Parties.Skip(1)])}{since}";
        return Words(r.Type) + Others(r.Parties, about) + since;
    }

    private string Flow(IReadOnlyList<ActorCode> from, IReadOnlyList<ActorCode> to) =>
        from.Count > 0 && to.Count > 0 ? $"{Short(from)} → {Short(to)}" : from.Count > 0 ? $"from {List(from)}" : to.Count > 0 ? $"to {List(to)}" : "";

    private string Short(IReadOnlyList<ActorCode> actors) => string.Join(", ", actors.Select(names.Of));

    // Parties are named where they are not just those that the page is about.
    private string Others(IReadOnlyList<ActorCode> parties, IReadOnlyList<ActorCode> about)
    {
        if (parties.Count == 0) return "";
        if (about.Count == 1)
        {
            ActorCode[] others = [.. parties.Where(p => !about.Contains(p))];
            return others.Length == 0 ? "" : " with " + List(others);
        }
        return parties.All(about.Contains) && about.Count > 0 ? "" : $" ({string.Join(", ", parties.Select(names.Of))})";
    }

    private string OfOffice(Office o)
    {
        if (o.State is not { } state) return $"{o.Person}, {o.Title}";
        bool placed = o.Title.Contains(" of ", StringComparison.Ordinal) || o.Title.Contains(" to ", StringComparison.Ordinal) || o.Title.Contains(" in ", StringComparison.Ordinal);
        return placed ? $"{o.Person}, {OfficeTitle(o.Title)} ({names.Of(state)})" : $"{o.Person}, {o.Title} of {names.Within(state)}";
    }

    // "ambassador to TJK" is how the claim has it.
    private string OfficeTitle(string title)
    {
        int to = title.LastIndexOf(" to ", StringComparison.Ordinal);
        if (to < 0) return title;
        string last = title[(to + 4)..];
        return names.Find(last) is { } actor && last.All(char.IsUpper) ? $"{title[..to]} to {names.Within(actor)}" : title;
    }

    private static string Plural(string word) => word switch
    {
        "memorandum" => "memorandums",
        "treaty" => "treaties",
        _ => word + "s",
    };
}
