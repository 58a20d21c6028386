using Entente.Claims;
using Entente.Extracting.Figures;
using Entente.Extracting.Propositions;
using Entente.Recognizing;
using Entente.Resolving;
using Entente.Text;

namespace Entente.Extracting.Transfers;

/// <summary>Reads the transfers of a sentence from its predicates: who moves what to whom, how much, by which way, on which terms.</summary>
internal sealed class TransferReader(ExtractionContext context, TransferTable table)
{
    /// <summary>The transfers of a sentence, in order of their predicates.</summary>
    public IEnumerable<Transfer> Read(SentenceView view)
    {
        foreach (int token in view.Predicates())
        {
            Proposition proposition = view.At(token);
            if (table.Of(proposition) is { } frame && Read(view, proposition, frame) is { } transfer) yield return transfer;
        }
    }

    private Transfer? Read(SentenceView view, Proposition proposition, TransferFrame frame)
    {
        if (frame.Pos == 'N' && view[proposition.Head].Relation is "compound" or "amod") return null;
        int goods = Slot(view, proposition, frame.Goods);
        if (LoadReader.Read(view, proposition, frame, goods) is not { } load) return null;
        Outlook outlook = context.StandingOf(proposition);
        if (StatusOf(view, proposition, frame, outlook) is not { } status) return null;
        List<ActorReference> used = [];
        List<ActorCode> from = Actors(view, proposition, frame.From, goods, used), to = Actors(view, proposition, frame.To, goods, used);
        if (from.Count == 0) from = Maker(view, goods, load, to, used);
        to.RemoveAll(from.Contains);
        if (from.Count + to.Count == 0) return null;
        if (IsStatistic(frame, load, status)) return null;
        IReadOnlyList<ActorCode> focus = context.Document.FocusAt(view.Index);
        string? via = ViaReader.Read(context, view, proposition, goods);
        if (to.Count == 0 && via is null && focus.Count == 2 && from.Count == 1 && focus.Contains(from[0])) to = [focus.First(a => a != from[0])];
        if (from.Count == 0 && focus.Count == 2 && to.Count == 1 && focus.Contains(to[0])) from = [focus.First(a => a != to[0])];
        ResolvedTime? time = context.TimeOf(proposition);
        Amount? quantity = load.Quantity?.Amount;
        string? rate = load.Quantity?.Rate ?? (load.IsMoney ? load.Price?.Rate : null);
        return new Transfer
        {
            Status = status,
            Evidence = [EvidenceOf(proposition, load)],
            Speaker = outlook.Speaker?.Name,
            Actors = [.. ExtractionContext.Mentions(used)],
            From = from,
            To = to,
            Commodity = load.Commodity,
            Quantity = quantity is null ? null : quantity.High ?? quantity.Value,
            Unit = load.Quantity is Measurement measured ? measured.Unit : load.Quantity is null ? null : "count",
            Value = load.Price is { } price ? price.Amount.High ?? price.Amount.Value : null,
            Currency = load.Price?.Currency,
            Period = rate is not null && rate.StartsWith("per", StringComparison.Ordinal) ? null : time?.Value,
            Rate = rate is not null && rate.StartsWith("per", StringComparison.Ordinal) ? rate : null,
            Via = via,
            Terms = TermsOf(view, proposition, frame, load, via),
        };
    }

    /// <summary>Money that was exported or imported is a trade statistic: a figure. So are exports that only have a size.</summary>
    private static bool IsStatistic(TransferFrame frame, Load load, ClaimStatus status)
    {
        if (load.IsMoney || frame.Terms != "sale") return false;
        bool goods = load.Class is null or "goods" && load.Quantity is null;
        return goods || (frame.Pos == 'N' && status is ClaimStatus.Happened && load.Quantity is null) || (load.Price is not null && load.Quantity is null && load.Class is null or "goods");
    }

    private static ClaimStatus? StatusOf(SentenceView view, Proposition proposition, TransferFrame frame, Outlook outlook)
    {
        switch (outlook.Standing)
        {
            case Standing.Threatened:
                return null;
            case Standing.Negated or Standing.Cancelled:
                return outlook.Speaker is null ? null : ClaimStatus.Denied;
            case Standing.Denied:
                return ClaimStatus.Denied;
            case Standing.Hypothetical or Standing.Requested or Standing.Proposed:
                return ClaimStatus.Proposed;
            case Standing.Planned or Standing.Ongoing:
                return outlook.Status;
        }
        if (frame.Status is { } status) return status;
        int head = proposition.Carrier >= 0 ? proposition.Carrier : proposition.Head;
        return view[head].Xpos is "VBZ" or "VBP" || (proposition.IsPassive && view.Sentence.Children(head).Any(c => view[c].Deprel == "aux:pass" && view[c].Xpos is "VBZ" or "VBP")) ? ClaimStatus.Ongoing : ClaimStatus.Happened;
    }

    private static int Slot(SentenceView view, Proposition proposition, IReadOnlyList<string> slots)
    {
        foreach (string slot in slots)
        {
            foreach (int head in Heads(view, proposition, slot))
                if (slot != "mod" || view.ActorAt(head) is null) return head;
        }
        return -1;
    }

    private List<ActorCode> Actors(SentenceView view, Proposition proposition, IReadOnlyList<string> slots, int goods, List<ActorReference> used)
    {
        foreach (string slot in slots)
        {
            List<ActorReference> found = [];
            foreach (int head in Heads(view, proposition, slot))
                if (head != goods || slot is "mod") found.AddRange(context.ReferencesOf(view, head));
            if (found.Count == 0) continue;
            used.AddRange(found);
            return [.. ExtractionContext.Codes(found)];
        }
        return [];
    }

    private static IEnumerable<int> Heads(SentenceView view, Proposition proposition, string slot)
    {
        switch (slot)
        {
            case "subj": return proposition.All(ArgumentRole.Subject).Select(a => a.Head);
            case "obj": return proposition.All(ArgumentRole.Object).Select(a => a.Head);
            case "iobj": return proposition.All(ArgumentRole.IndirectObject).Select(a => a.Head);
            case "poss": return proposition.All(ArgumentRole.Possessive).Select(a => a.Head);
            case "mod": return proposition.All(ArgumentRole.Modifier).Select(a => a.Head);
            case "by" when proposition.Pos == 'N': return proposition.Arguments.Where(a => a.Role == ArgumentRole.Subject && !a.Inherited).Select(a => a.Head);
            // "Supplied Armenia with arms": the object receives.
            case "with-obj": return proposition.Oblique("with") >= 0 ? proposition.All(ArgumentRole.Object).Select(a => a.Head) : [];
            default: return proposition.Arguments.Where(a => a.Role == ArgumentRole.Oblique && a.Preposition == slot).Select(a => a.Head);
        }
    }

    /// <summary>Whose goods they are: "Turkmen gas", "Iranian oil".</summary>
    private List<ActorCode> Maker(SentenceView view, int goods, Load load, List<ActorCode> to, List<ActorReference> used)
    {
        if (goods < 0 || load.IsMoney) return [];
        List<ActorReference> found = [.. view.References.Where(r => view.InPhrase(r.Head, goods) && view.Link(r.Head, goods) is "'s" or "of" or "from" && !r.Actors.Any(to.Contains))];
        used.AddRange(found);
        return [.. ExtractionContext.Codes(found)];
    }

    private static string? TermsOf(SentenceView view, Proposition proposition, TransferFrame frame, Load load, string? via)
    {
        foreach (int token in view.Sentence.Subtree(view.ClauseOf(proposition.Head)))
        {
            switch (view.Lemma(token))
            {
                case "humanitarian" or "donation" or "gift" or "free" when view.Lemma(token) != "free" || (token + 1 < view.Count && view.Lemma(token + 1) is "of"):
                    return "aid";
                case "loan" or "credit" when load.IsMoney: return "loan";
                case "grant" when load.IsMoney: return "grant";
                case "transit" when via is not null: return "transit";
            }
        }
        return load.Class == "aid" ? "aid" : frame.Terms ?? (proposition.Lemma is "transit" ? "transit" : null);
    }

    private Evidence EvidenceOf(Proposition proposition, Load load)
    {
        TextSpan span = context.EvidenceOf(proposition).Span;
        if (load.Quantity is { } quantity) span = span.Cover(quantity.Span);
        if (load.Price is { } price) span = span.Cover(price.Span);
        return Evidence.At(context.Document.Document, span);
    }
}
