using Entente.Claims;
using Entente.Extracting.Figures;
using Entente.Extracting.Propositions;
using Entente.Recognizing;
using Entente.Text;

namespace Entente.Extracting.Transfers;

/// <summary>
/// Reads what a later sentence tells of goods that were told before: what they are worth, what they weigh, when they were handed over
/// ("The fuel, worth about $5.65 million, was handed over on March 12", "Its value is put at 3 million euros").
/// </summary>
internal sealed class DetailReader(ExtractionContext context)
{
    /// <summary>Words for any goods told before; of an energy carrier also "the fuel".</summary>
    private static readonly HashSet<string> Carriers = new(StringComparer.Ordinal)
    {
        "cargo", "aid", "assistance", "shipment", "consignment", "batch", "delivery", "donation", "gift", "supplies", "supply", "relief", "goods", "good", "load", "convoy", "train", "package", "contribution", "help", "item", "equipment", "support",
    };

    private static readonly HashSet<string> Funds = new(StringComparer.Ordinal) { "money", "sum", "fund", "funds", "grant", "loan", "amount", "tranche", "payment", "credit", "funding", "financing", "aid", "assistance", "support" };

    /// <summary>Verbs whose date is that of the transfer.</summary>
    private static readonly HashSet<string> Arrivals = new(StringComparer.Ordinal)
    {
        "hand over", "hand", "deliver", "arrive", "reach", "receive", "send", "dispatch", "ship", "transfer", "unload", "leave", "depart", "cross", "disburse", "pay", "distribute", "complete", "take", "land", "set off", "fly", "transport", "bring", "provide", "donate", "present", "pay out", "enter", "get",
    };

    /// <summary>Words that say that goods were given.</summary>
    private static readonly HashSet<string> Giving = new(StringComparer.Ordinal) { "aid", "assistance", "donation", "gift", "relief", "help" };

    /// <summary>The transfer with what the sentence adds, or null where it adds nothing.</summary>
    public Transfer? Read(SentenceView view, Transfer before)
    {
        int noun = BackOf(view, before);
        if (noun < 0) return null;
        bool money = before.Commodity == "money";
        Money? price = money || before.Value is not null ? null : PriceOf(view);
        Measurement? weight = before.Quantity is null && !money ? view.Mentions.OfType<Measurement>().FirstOrDefault(m => m.Unit == "t" && LoadReader.IsAmount(m)) : null;
        int verb = view.ClauseOf(noun);
        Proposition clause = view.At(verb);
        Outlook outlook = context.StandingOf(clause);
        bool arrives = view[verb].Upos == "VERB" && Arrivals.Contains(clause.Lemma) && outlook.Status is ClaimStatus.Happened or ClaimStatus.Planned;
        DateRange? day = arrives && before.Period is null && before.Rate is null ? context.TimeOf(clause)?.Value : null;
        if (price is null && weight is null && day is null) return null;
        TextSpan span = context.EvidenceOf(clause).Span;
        if (price is not null) span = span.Cover(price.Span);
        if (weight is not null) span = span.Cover(weight.Span);
        return before with
        {
            Evidence = [Evidence.At(context.Document.Document, span)],
            Status = arrives && outlook.Status is ClaimStatus.Happened && before.Status is ClaimStatus.Planned ? ClaimStatus.Happened : before.Status,
            Value = price is null ? before.Value : price.Amount.High ?? price.Amount.Value,
            Currency = price is null ? before.Currency : price.Currency,
            Quantity = weight is null ? before.Quantity : weight.Amount.High ?? weight.Amount.Value,
            Unit = weight is null ? before.Unit : weight.Unit,
            Period = before.Period ?? day,
            Terms = Giving.Contains(view.Lemma(noun)) && before.Terms is null or "sale" ? "aid" : before.Terms,
        };
    }

    /// <summary>The noun that points back to the goods, or -1.</summary>
    private static int BackOf(SentenceView view, Transfer before)
    {
        string goods = before.Commodity is { } name ? name[(name.LastIndexOf(' ') + 1)..].ToLowerInvariant() : "";
        for (int i = 0; i < view.Count; i++)
        {
            if (view[i].Upos is not ("NOUN" or "PROPN")) continue;
            string lemma = view.Lemma(i), form = view[i].Form.ToLowerInvariant();
            bool named = goods.Length > 2 && (lemma == goods || form == goods);
            bool word = before.Commodity == "money" ? Funds.Contains(lemma) : Carriers.Contains(lemma) || Carriers.Contains(form) || (lemma == "fuel" && before.Commodity is { } fuel && (fuel.Contains("oil", StringComparison.Ordinal) || fuel.Contains("gas", StringComparison.Ordinal) || fuel.Contains("diesel", StringComparison.Ordinal) || fuel.Contains("petrol", StringComparison.Ordinal)));
            foreach (int child in view.Sentence.Children(i))
            {
                string determiner = view[child].Form.ToLowerInvariant();
                if ((named || word) && view[child].Relation == "det" && determiner is "the" or "this" or "these" or "that" or "those") return i;
                // "Their value is put at": of the goods.
                if (lemma is "value" or "cost" or "worth" or "price" or "weight" && determiner is "its" or "their") return i;
            }
        }
        return -1;
    }

    private static Money? PriceOf(SentenceView view)
    {
        foreach (Money money in view.Mentions.OfType<Money>())
        {
            int from = Math.Max(0, money.Tokens.Start - 5);
            if (money.Currency is not null && Enumerable.Range(from, money.Tokens.Start - from).Any(t => view.Lemma(t) is "value" or "worth" or "cost" or "valued" or "price" or "estimate" or "total")) return money;
        }
        return null;
    }
}
