using Entente.Claims;
using Entente.Extracting.Figures;
using Entente.Extracting.Propositions;
using Entente.Recognizing;
using Entente.Resolving;

namespace Entente.Extracting.Transfers;

/// <summary>
/// Reads amounts that go on with a transfer told before: "The daily flow varied from 4.5 to 6 million cubic metres", "another 2 million
/// tons in 2024", "the cargo, weighing 2,200 tonnes", "this assistance, valued at $5 million".
/// </summary>
internal sealed class ContinuationReader(ExtractionContext context)
{
    /// <summary>How many sentences a transfer reaches.</summary>
    private const int Reach = 3;
    private readonly DetailReader details = new(context);
    private readonly EllipsisReader ellipses = new(context);
    private Transfer? last;
    private int lastSentence = -10;
    private Commodity? lastGoods;
    private readonly List<Transfer> told = [];
    private Transfer? lastMoney;
    private int lastMoneySentence = -10;

    /// <summary>The goods of a bare number, which were named shortly before.</summary>
    public Load? OfNumber(SentenceView view, int goods) => view.Index - lastSentence <= Reach ? EllipsisReader.OfNumber(view, goods, last) : null;

    /// <summary>The goods that a weight or volume without a name is of: those named last before it.</summary>
    public string? GoodsOf(SentenceView view, Measurement? amount)
    {
        if (amount is null) return null;
        if (Base(amount.Unit) is "kWh" or "MW") return "electricity";
        Commodity? before = view.Mentions.OfType<Commodity>().LastOrDefault(c => IsNamed(c) && !Describes(view, c));
        return (before ?? lastGoods) is { } goods && Suits(goods, amount.Unit) ? goods.Name : null;
    }

    /// <summary>The transfers that a sentence adds to those of <paramref name="found"/>.</summary>
    public IEnumerable<Transfer> Read(SentenceView view, IReadOnlyList<Transfer> found)
    {
        List<Transfer> more = [];
        if (found.LastOrDefault(f => f.Commodity == "money") is { } money) (lastMoney, lastMoneySentence) = (money, view.Index);
        if (found.Count > 0)
        {
            last = found.LastOrDefault(f => f.Unit is not (null or "count")) ?? (last?.Unit is not null && view.Index - lastSentence <= Reach ? last : found[^1]);
            lastSentence = view.Index;
        }
        if (last is { } known && view.Index - lastSentence <= (known.Unit is null or "t" or "count" ? Reach : 3 * Reach))
        {
            foreach (Measurement amount in view.Mentions.OfType<Measurement>())
            {
                if (!LoadReader.IsAmount(amount) || IsLowerEnd(view, amount) || found.Any(f => f.Quantity == (amount.Amount.High ?? amount.Amount.Value))) continue;
                if (Continued(view, amount, known) is { } transfer) more.Add(transfer);
            }
            if (found.Count == 0 && more.Count == 0 && (ellipses.Following(view, known) ?? ellipses.Included(view, known)) is { } further) more.Add(further);
            if (found.Count == 0 && more.Count == 0 && details.Read(view, known) is { } detailed) more.Add(detailed);
        }
        more.AddRange(ellipses.Gapped(view, found));
        more.AddRange(EllipsisReader.Compared(view, [.. found, .. more]));
        told.AddRange(found.Where(f => f.From.Count == 1 && f.To.Count == 1));
        if (more.Count > 0)
        {
            last = more[^1];
            lastSentence = view.Index;
        }
        lastGoods = view.Mentions.OfType<Commodity>().LastOrDefault(c => IsNamed(c) && !Describes(view, c)) ?? lastGoods;
        return more;
    }

    private Transfer? Continued(SentenceView view, Measurement amount, Transfer before)
    {
        bool same = before.Unit is not null && Base(before.Unit) == Base(amount.Unit);
        // What another state's company does, an output, a capacity: no more of the flow told before.
        if (view.References.Any(r => r.Basis is not ReferenceBasis.Adjective && r.Actors.Any(a => a.IsState && !before.From.Contains(a) && !before.To.Contains(a)) && view.ClauseOf(r.Head) == view.ClauseOf(amount.Head))) return null;
        if (view.Path(amount.Head).Take(5).Concat(view.Sentence.ChildrenBy(view.ClauseOf(amount.Head), "nsubj")).Any(t => view.IsIn("no-flow", t))) return null;
        bool weighs = before.Unit is null && before.Terms == "aid" && amount.Unit == "t" && IsBack(view, "cargo", "aid", "assistance", "shipment", "consignment", "batch", "delivery");
        // "Gazprom delivers gas to Serbia. The volume is 6 million cubic metres a day."
        bool sized = before.Unit is null && before.Commodity is not (null or "money") && IsBack(view, "volume", "amount", "quantity", "flow", "delivery", "supply", "shipment");
        if (!same && !weighs && !sized) return null;
        if (view.Mentions.OfType<Commodity>().Any(c => IsNamed(c) && before.Commodity is { } goods && !goods.Contains(c.Name, StringComparison.OrdinalIgnoreCase) && !c.Name.Contains(goods, StringComparison.OrdinalIgnoreCase) && view.Distance(c.Head, amount.Head).Arcs < 3)) return null;
        Proposition proposition = view.At(view.ClauseOf(amount.Head));
        Outlook outlook = context.StandingOf(proposition);
        // "Is able to carry 2,000 MW": a capacity.
        if (outlook.Standing is Standing.Hypothetical && proposition.Lemma is "carry" or "handle" or "transmit" or "transport" or "accommodate" or "move" or "take") return null;
        if (outlook.Standing is Standing.Requested or Standing.Threatened or Standing.Negated or Standing.Cancelled) return null;
        bool perTime = amount.Rate is { } rate && rate.StartsWith("per", StringComparison.Ordinal);
        return before with
        {
            Status = weighs || sized ? before.Status : outlook.Status ?? ClaimStatus.Planned,
            Evidence = [Evidence.At(context.Document.Document, context.EvidenceOf(proposition).Span.Cover(amount.Span))],
            Speaker = outlook.Speaker?.Name,
            Quantity = amount.Amount.High ?? amount.Amount.Value,
            Unit = TransferReader.UnitOf(amount, amount.Rate ?? TransferReader.RateOf(view, proposition)) is var unit && IsDaily(view, amount) && !unit.EndsWith("/d", StringComparison.Ordinal) ? unit + "/d" : unit,
            Value = null,
            Currency = null,
            Period = perTime ? null : FigureTimes.Find(view, amount.Head, -1, [.. view.Mentions.OfType<Measurement>().Where(m => m != amount).Select(m => m.Head)], false)?.Value ?? (weighs ? before.Period : null),
            Rate = perTime ? amount.Rate : null,
        };
    }

    /// <summary>Whether the sentence speaks of "the cargo", "this assistance".</summary>
    private static bool IsBack(SentenceView view, params string[] nouns)
    {
        for (int i = 0; i < view.Count; i++)
        {
            if (view[i].Upos == "NOUN" && nouns.Contains(view.Lemma(i)) && view.Sentence.Children(i).Any(c => view[c].Relation == "det" && view[c].Form.ToLowerInvariant() is "the" or "this" or "these")) return true;
        }
        return false;
    }

    private static bool IsNamed(Commodity commodity) => commodity.Class is "energy" or "food" or "metal" or "material" or "medical" or "arms" or "machinery";

    /// <summary>"The Energy Ministry", "a power plant": the word names no goods here.</summary>
    private static bool Describes(SentenceView view, Commodity commodity) =>
        view[commodity.Head].Relation is "compound" or "amod" && view[commodity.Head].HeadIndex is >= 0 and int noun && !commodity.Tokens.Contains(noun) && !LoadReader.IsHolder(view, noun);

    /// <summary>"The daily flow".</summary>
    private static bool IsDaily(SentenceView view, Measurement amount) =>
        view.Sentence.Children(view.ClauseOf(amount.Head)).Any(c => view[c].Relation == "nsubj" && view.Sentence.Children(c).Any(a => view[a].Form.Equals("daily", StringComparison.OrdinalIgnoreCase)));

    /// <summary>"From 4.5 to 6 million": the upper end speaks for both.</summary>
    private static bool IsLowerEnd(SentenceView view, Measurement amount) =>
        view.Mentions.OfType<Measurement>().Any(m => m.Tokens.Start > amount.Tokens.Start && m.Tokens.Start - amount.Tokens.End <= 2 && m.Unit == amount.Unit && amount.Tokens.End < view.Count && view[amount.Tokens.End].Form is "to");

    /// <summary>Who gave the money told shortly before: "another 20 million is set aside for Chad".</summary>
    public IReadOnlyList<ActorCode> Giver(SentenceView view, Load load) =>
        load is { IsMoney: true, Price: not null } && lastMoney is { } paid && view.Index - lastMoneySentence <= Reach ? paid.From : [];

    /// <summary>The sides of a transfer told shortly before, for an amount that names none: "$90,000 is set aside for", "the gas has gone to the border".</summary>
    public (IReadOnlyList<ActorCode> From, IReadOnlyList<ActorCode> To, string? Terms)? Sides(SentenceView view, Load load)
    {
        if (load.IsMoney) return load.Price is not null && lastMoney is { } paid && view.Index - lastMoneySentence <= 2 * Reach ? (paid.From, paid.To, paid.Terms) : null;
        if (last is not { } known || view.Index - lastSentence > 2 * Reach || (load.Quantity is null && load.Price is null)) return null;
        // "Medicines will also be flown in": more of the same aid.
        if (known.Terms == "aid" && (load.Class is "food" or "medical" or "material" || (load.Quantity is not null && load.Class is "aid" or "goods")) && view.Index - lastSentence <= Reach) return (known.From, known.To, known.Terms);
        bool same = (load.Quantity is Measurement amount && known.Unit is { } unit && Base(unit) == Base(amount.Unit)) || (load.Commodity is { } goods && known.Commodity?.Contains(goods, StringComparison.OrdinalIgnoreCase) == true);
        return same ? (known.From, known.To, known.Terms) : null;
    }

    /// <summary>Who gave or received in the last of the transfers told before that agree on it: of two, both; null where they differ.</summary>
    public ActorCode? Usual(SentenceView view, bool isGiver)
    {
        if (told.Count == 0 || view.Index - lastSentence > 3 * Reach) return null;
        List<ActorCode> sides = [.. told.TakeLast(3).Select(t => isGiver ? t.From[0] : t.To[0]).Distinct()];
        return sides.Count == 1 ? sides[0] : null;
    }

    /// <summary>The other side of a gift told shortly before, where one side is the same: "Warsaw also pays for 20,000 terminals".</summary>
    public ActorCode? Other(SentenceView view, Load load, List<ActorCode> from, List<ActorCode> to)
    {
        if (last is not { } known || (known.Terms is not ("aid" or "grant" or "loan") && load.Commodity is { } goods && goods != known.Commodity) || view.Index - lastSentence > Reach || view.Index == lastSentence || known.From.Count != 1 || known.To.Count != 1) return null;
        if (to.Count == 0 && from.Count == 1) return from[0] == known.To[0] ? null : known.To[0];
        return from.Count == 0 && to.Count == 1 && to[0] == known.To[0] ? known.From[0] : null;
    }

    private static string Base(string unit) => unit.EndsWith("/d", StringComparison.Ordinal) ? unit[..^2] : unit;

    private static bool Suits(Commodity goods, string unit) => Base(unit) switch
    {
        "kWh" or "MW" => goods.Name is "electricity" or "power" or "energy",
        "bbl" => goods.Class == "energy",
        _ => true,
    };
}
