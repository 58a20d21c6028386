using Entente.Claims;
using Entente.Extracting.Figures;
using Entente.Extracting.Propositions;
using Entente.Recognizing;
using Entente.Resolving;

namespace Entente.Extracting.Transfers;

/// <summary>
/// Reads transfers of which words are left out because they were said before: "France pledged 100 million euros, Germany 96 million", "another five will
/// follow", "it includes 14 tanks".
/// </summary>
internal sealed class EllipsisReader(ExtractionContext context)
{
    private static readonly TransferFrame Contents = new("include", 'V', TakesGoods: true, TakesMoney: false, TakesThings: true, [], [], ["obj", "of", "with"], "aid", null);

    /// <summary>"Germany 96 million": a state that stands right before an amount, with the verb of the transfer before.</summary>
    public IEnumerable<Transfer> Gapped(SentenceView view, IReadOnlyList<Transfer> found)
    {
        if (found.FirstOrDefault(f => f.Quantity is not null || f.Value is not null) is not { } model || Side(view, model) is not { } giver) yield break;
        foreach (ActorReference reference in view.References)
        {
            if (reference.Head <= giver.Head || reference.Actors.Count != 1 || view.CaseOf(reference.Head).Length > 0 || view.Is(reference.Head, "amod") || view.Is(reference.Head, "nmod:poss")) continue;
            ActorCode actor = reference.Actors[0];
            if (model.From.Contains(actor) || model.To.Contains(actor)) continue;
            int start = reference.Tokens.End;
            while (start < view.Count && start - reference.Tokens.End < 4 && view.Mentions.All(m => m is not QuantityMention || m.Tokens.Start != start) && view.IsIn("gap", view[start].Form.ToLowerInvariant())) start++;
            if (view.Mentions.OfType<QuantityMention>().FirstOrDefault(m => m.Tokens.Start == start && m is not Percentage) is not { } amount || Fill(view, model, amount) is not { } filled) continue;
            if (found.Any(f => f.From.Contains(actor) && ((f.Quantity is not null && f.Quantity == filled.Quantity) || (f.Value is not null && f.Value == filled.Value)))) continue;
            yield return filled with
            {
                From = giver.IsGiver ? [actor] : model.From,
                To = giver.IsGiver ? model.To : [actor],
                Evidence = [Evidence.At(context.Document.Document, reference.Span.Cover(amount.Span))],
                Actors = [.. ExtractionContext.Mentions([reference])],
            };
        }
    }

    /// <summary>"23.5 billion cubic metres, down from 25.9 billion in 2023", "against 1.2 million tons a year earlier": the same flow at another time.</summary>
    public static IEnumerable<Transfer> Compared(SentenceView view, IReadOnlyList<Transfer> found)
    {
        foreach (Transfer model in found.Where(f => f is { Quantity: not null, Status: ClaimStatus.Happened or ClaimStatus.Ongoing, Period: not null }))
        {
            if (view.Mentions.OfType<Measurement>().FirstOrDefault(m => (m.Amount.High ?? m.Amount.Value) == model.Quantity) is not { } amount) continue;
            foreach (QuantityMention other in view.Mentions.OfType<QuantityMention>())
            {
                if (other is not (Number { IsOrdinal: false } or Measurement) || other.Tokens.Start < amount.Tokens.End || other.Tokens.Start - amount.Tokens.End > 14 || !IsCompared(view, other.Tokens.Start)) continue;
                if (other is Measurement measured && measured.Unit != amount.Unit) continue;
                if (FigureTimes.Find(view, other.Head, -1, [amount.Head], false) is not { } time || time.Value == model.Period || Math.Abs(time.Expression.Tokens.Start - other.Tokens.End) > 3) continue;
                decimal value = other.Amount.High ?? other.Amount.Value;
                // "6.4 bcm against 5.1": in the unit said before.
                for (int steps = 0; steps < 4 && other is Number && value > 0 && value * 1000 <= model.Quantity * 10; steps++) value *= 1000;
                yield return model with
                {
                    Quantity = value,
                    Value = null,
                    Currency = null,
                    Status = ClaimStatus.Happened,
                    Period = time.Value,
                    Evidence = model.Evidence,
                };
            }
        }
    }

    private static bool IsCompared(SentenceView view, int start)
    {
        for (int i = start - 1; i >= Math.Max(1, start - 4); i--)
        {
            string form = view[i].Form.ToLowerInvariant(), before = view[i - 1].Form.ToLowerInvariant();
            if (form is "against" or "versus" || (form is "from" && before is "up" or "down") || (form is "with" or "to" && before is "compared")) return true;
        }
        return false;
    }

    /// <summary>"Another five will follow next year": more of what was told before.</summary>
    public Transfer? Following(SentenceView view, Transfer before)
    {
        foreach (int verb in view.Predicates())
        {
            if (view[verb].Upos != "VERB" || view.LemmaOf(verb) is not ("follow" or "come" or "arrive" or "be" or "due" or "expect" or "plan" or "schedule")) continue;
            Proposition proposition = view.At(verb);
            int subject = proposition.IsPassive ? proposition.Object : proposition.Subject;
            if (subject < 0 || !view.Sentence.Subtree(subject).Any(t => view[t].Form.ToLowerInvariant() is "another" or "further" or "more" or "additional")) continue;
            if (view.Mentions.OfType<Number>().FirstOrDefault(n => !n.IsOrdinal && view.Sentence.IsBelow(n.Head, subject)) is not { } number || before.Unit != "count") continue;
            Outlook outlook = context.StandingOf(proposition);
            if (outlook.Status is not (ClaimStatus.Planned or ClaimStatus.Happened or ClaimStatus.Ongoing)) return null;
            return before with
            {
                Status = outlook.Status is ClaimStatus.Happened ? ClaimStatus.Happened : ClaimStatus.Planned,
                Evidence = [context.EvidenceOf(proposition)],
                Speaker = outlook.Speaker?.Name,
                Commodity = view[subject].Upos is "NOUN" or "PROPN" && view.MentionAt(subject) is not QuantityMention ? LoadReader.PhraseOf(view, subject) : before.Commodity,
                Quantity = number.Amount.High ?? number.Amount.Value,
                Value = null,
                Currency = null,
                Period = context.TimeOf(proposition)?.Value,
            };
        }
        return null;
    }

    /// <summary>"It includes 14 tanks and ammunition": what aid told before is made of.</summary>
    public Transfer? Included(SentenceView view, Transfer before)
    {
        if (before.Terms is not "aid" and not "grant" && before.Commodity?.EndsWith("aid", StringComparison.Ordinal) != true) return null;
        foreach (int verb in view.Predicates())
        {
            if (view[verb].Upos != "VERB" || view.LemmaOf(verb) is not ("include" or "contain" or "comprise" or "consist" or "feature" or "carry")) continue;
            Proposition proposition = view.At(verb);
            if (proposition.Subject is not (>= 0 and int subject) || (view[subject].Form.ToLowerInvariant() is not ("it" or "this" or "they" or "these") && !view.IsIn("aid-holder", view.Lemma(subject))) || (view[subject].Upos != "PRON" && context.ActorsOf(view, subject).Count > 0)) continue;
            int goods = proposition.Object >= 0 ? proposition.Object : proposition.Oblique("of");
            if (goods < 0 || LoadReader.Read(view, proposition, Contents, goods) is not { IsMoney: false } load) continue;
            Outlook outlook = context.StandingOf(proposition);
            return before with
            {
                Status = outlook.Status is ClaimStatus.Planned ? ClaimStatus.Planned : before.Status,
                Evidence = [context.EvidenceOf(proposition)],
                Commodity = load.Commodity ?? before.Commodity,
                Quantity = load.Quantity is { } quantity ? quantity.Amount.High ?? quantity.Amount.Value : null,
                Unit = load.Quantity is Measurement measured ? measured.Unit : load.Quantity is null ? null : "count",
                Value = null,
                Currency = null,
                Terms = "aid",
            };
        }
        return null;
    }

    /// <summary>The goods of a bare number: "handed over another two", "the first two will be delivered".</summary>
    public static Load? OfNumber(SentenceView view, int goods, Transfer? before)
    {
        if (goods < 0 || before is not { Unit: "count", Commodity: { } things } || view[goods].Upos != "NUM") return null;
        return view.Mentions.OfType<Number>().FirstOrDefault(n => n.Tokens.Contains(goods) && !n.IsOrdinal) is { } number ? new Load { Commodity = things, Class = "things", Quantity = number } : null;
    }

    /// <summary>The amount in place of the model's, or null where it is of another sort.</summary>
    private static Transfer? Fill(SentenceView view, Transfer model, QuantityMention amount)
    {
        decimal value = amount.Amount.High ?? amount.Amount.Value;
        switch (amount)
        {
            case Money money when model.Value is not null && (money.Currency ?? model.Currency) is { } currency:
                return model with { Value = value, Currency = currency, Quantity = null, Unit = null };
            case Measurement measured when model.Unit is { } unit && (unit == measured.Unit || unit == measured.Unit + "/d"):
                return model with { Quantity = value, Value = null, Currency = null };
            case Number { IsOrdinal: false } when model is { Commodity: "money", Value: not null } && value >= 10_000:
                return model with { Value = value };
            case Number { IsOrdinal: false } number when model.Unit == "count":
                int noun = view[number.Head].HeadIndex;
                bool named = noun >= 0 && view.Is(number.Head, "nummod") && view[noun].Upos is "NOUN" && !number.Tokens.Contains(noun);
                return model with { Quantity = value, Value = null, Currency = null, Commodity = named ? LoadReader.PhraseOf(view, noun) : model.Commodity };
            default:
                return null;
        }
    }

    /// <summary>The state of the model that stands as the gapped ones do, before its amount: who gives, or who receives.</summary>
    private static (int Head, bool IsGiver)? Side(SentenceView view, Transfer model)
    {
        int amount = view.Mentions.OfType<QuantityMention>().Where(m => (m.Amount.High ?? m.Amount.Value) is var v && (v == model.Quantity || v == model.Value)).Select(m => m.Head).DefaultIfEmpty(-1).First();
        foreach (ActorReference reference in view.References)
        {
            if (reference.Head > amount || view.CaseOf(reference.Head).Length > 0) continue;
            if (model.From.Count == 1 && reference.Actors.Contains(model.From[0])) return (reference.Head, true);
            if (model.To.Count == 1 && reference.Actors.Contains(model.To[0])) return (reference.Head, false);
        }
        return null;
    }
}
