using Entente.Claims;
using Entente.Extracting.Figures;
using Entente.Extracting.Propositions;
using Entente.Recognizing;
using Entente.Resolving;

namespace Entente.Extracting.Transfers;

/// <summary>
/// Reads what a contract is for: "signed a 15-year contract with Qatar for 2 million tonnes of LNG a year", "a deal for up to 36 F-15 fighters", "agreed with
/// Adnoc on 137,000 cubic metres of LNG". Contract volumes are transfers that are planned; who sells is the owner of the goods, or who sells such goods as a rule.
/// </summary>
internal sealed class ContractReader(ExtractionContext context, ExporterTable exporters)
{
    private const int Reach = 14;

    /// <summary>The transfers that contracts of a sentence provide for and that <paramref name="found"/> does not hold.</summary>
    public IEnumerable<Transfer> Read(SentenceView view, IReadOnlyList<Transfer> found)
    {
        foreach (QuantityMention amount in view.Mentions.OfType<QuantityMention>())
        {
            if (amount is not (Measurement or Number { IsOrdinal: false }) || (amount is Measurement measured && !LoadReader.IsAmount(measured))) continue;
            decimal quantity = amount.Amount.High ?? amount.Amount.Value;
            if (found.Any(f => f.Quantity == quantity) || (amount is Number && quantity < 2) || SignOf(view, amount) is not (>= 0 and int sign)) continue;
            if (Goods(view, amount) is not { } goods) continue;
            if (Sides(view, sign, amount, goods) is not { } sides) continue;
            Proposition deed = view.At(view.ClauseOf(sign));
            Outlook outlook = context.StandingOf(deed);
            if (outlook.Standing is Standing.Negated or Standing.Cancelled or Standing.Threatened or Standing.Denied) continue;
            string? rate = amount.Rate ?? YearlyAfter(view, amount);
            bool perTime = rate is not null && rate.StartsWith("per", StringComparison.Ordinal);
            Money? price = view.Mentions.OfType<Money>().FirstOrDefault(m => m.Currency is not null && Math.Abs(m.Tokens.Start - amount.Tokens.Start) < Reach);
            yield return new Transfer
            {
                Status = outlook.Standing is Standing.Proposed or Standing.Requested or Standing.Hypothetical ? ClaimStatus.Proposed : ClaimStatus.Planned,
                Evidence = [Evidence.At(context.Document.Document, context.EvidenceOf(deed).Span.Cover(amount.Span))],
                Speaker = outlook.Speaker?.Name,
                Actors = [.. ExtractionContext.Mentions(view.References.Where(r => r.Actors.Any(a => a == sides.From || a == sides.To)))],
                Confidence = 0.65,
                From = [sides.From],
                To = [sides.To],
                Commodity = goods.Name,
                Quantity = quantity,
                Unit = amount is Measurement weight ? TransferReader.UnitOf(weight, rate) : "count",
                Value = price is null ? null : price.Amount.High ?? price.Amount.Value,
                Currency = price?.Currency,
                Rate = perTime ? rate : null,
                Terms = "sale",
            };
        }
    }

    /// <summary>The contract or the verb of agreeing that an amount behind "for", "on" or "covering" belongs to, or -1.</summary>
    private static int SignOf(SentenceView view, QuantityMention amount)
    {
        int preposition = amount.Tokens.Start - 1;
        while (preposition > 0 && (view[preposition].Upos is "ADV" or "ADJ" or "NUM" or "DET" || view[preposition].Form.ToLowerInvariant() is "up" or "to" or "at" or "least" or "some" or "than" or "more" or "over" or "about")) preposition--;
        if (preposition < 1 || view[preposition].Form.ToLowerInvariant() is not ("for" or "on" or "covering")) return -1;
        for (int i = preposition - 1; i >= Math.Max(0, preposition - Reach); i--)
        {
            if (view[i].Form is ";" or ":" || view.MentionAt(i) is Measurement) return -1;
            if (view.Mentions.Any(m => m is Instrument { Type: "contract" or "agreement" or "memorandum" } && m.Head == i) || view.LemmaOf(i) is "order" && view[i].Upos == "NOUN") return i;
            if (view[i].Upos == "VERB" && view.LemmaOf(i) is "sign" or "agree" or "contract" && view.At(i) is { } verb && (verb.Object < 0 || verb.Oblique("with") >= 0)) return i;
            if (view[i].Upos == "VERB") return -1;
        }
        return -1;
    }

    /// <summary>What the amount is of: the goods named right behind it.</summary>
    private static Commodity? Goods(SentenceView view, QuantityMention amount) =>
        view.Mentions.OfType<Commodity>().Where(c => c.Class is "energy" or "food" or "metal" or "material" or "arms" or "machinery" or "medical" && c.Tokens.Start >= amount.Tokens.End && c.Tokens.Start - amount.Tokens.End < 5 && !Enumerable.Range(amount.Tokens.End, c.Tokens.Start - amount.Tokens.End).Any(i => view[i].Upos is "VERB" or "PUNCT" && view[i].Form is not "-" || view[i].Form is "for" or "to" or "from")).MinBy(c => c.Tokens.Start);

    private (ActorCode From, ActorCode To)? Sides(SentenceView view, int sign, QuantityMention amount, Commodity goods)
    {
        List<ActorReference> own = [.. view.References.Where(r => r.Tokens.Start >= amount.Tokens.Start && r.Tokens.End <= goods.Tokens.End + 1 && r.Basis is ReferenceBasis.Adjective or ReferenceBasis.Name && r.Actors.Count == 1)];
        List<ActorReference> beside = [.. view.References.Where(r => !own.Contains(r) && !view.Mentions.Any(m => m is Money && m.Tokens.Contains(r.Tokens)) && (view.ClauseOf(r.Head) == view.ClauseOf(sign) || view.Sentence.IsBelow(r.Head, sign) || view.Sentence.IsBelow(sign, r.Head)))];
        List<ActorCode> parties = [.. ExtractionContext.Codes(beside).Where(a => a.IsState)];
        if (parties.Count > 2) parties = [.. ExtractionContext.Codes(beside.Where(r => r.Head < amount.Tokens.Start)).Where(a => a.IsState)];
        IReadOnlyList<ActorCode> focus = context.Document.FocusAt(view.Index);
        if (parties.Count < 2 && focus.Count == 2 && parties.All(focus.Contains)) parties = [.. focus];
        if (own.Count == 1 && parties.FirstOrDefault(p => p != own[0].Actors[0]) is { } buyer && buyer != default) return (own[0].Actors[0], buyer);
        if (parties.Count != 2 || exporters.Seller(goods.Name, goods.Class, parties[0], parties[1]) is not { } seller) return null;
        return (seller, seller == parties[0] ? parties[1] : parties[0]);
    }

    private static string? YearlyAfter(SentenceView view, QuantityMention amount)
    {
        for (int i = amount.Tokens.End; i < Math.Min(view.Count - 1, amount.Tokens.End + 7); i++)
            if (view[i].Form.ToLowerInvariant() is "a" or "per" or "each" or "every" && view[i + 1].Form.ToLowerInvariant() is "year" or "month" or "day") return view[i + 1].Form.Equals("day", StringComparison.OrdinalIgnoreCase) ? "/d" : "per " + view[i + 1].Form.ToLowerInvariant();
        return null;
    }
}
