using Entente.Claims;
using Entente.Extracting.Figures;
using Entente.Extracting.Propositions;
using Entente.Recognizing;
using Entente.Resolving;
using Entente.Text;

namespace Entente.Extracting.Transfers;

/// <summary>Reads the transfers of a report from its predicates: who moves what to whom, how much, by which way, on which terms.</summary>
internal sealed class TransferReader(ExtractionContext context, TransferTable table, ExporterTable exporters)
{
    private readonly ActorCode? protagonist = Protagonist.Of(context.Document);
    private readonly bool isDominant = Protagonist.Of(context.Document) is { } main && Protagonist.IsDominant(context.Document, main);
    private readonly ContinuationReader continuations = new(context);
    private readonly ContractReader contracts = new(context, exporters);
    // "Humanitarian", "earthquake": a report on relief, in which food is given and not sold.
    private readonly bool isRelief = context.Sentences.Sum(s => Enumerable.Range(0, s.Count).Count(t => s.IsIn("relief-word", t))) > 1;
    private static readonly HashSet<string> Paying = new(StringComparer.Ordinal) { "finance", "fund", "pay", "pay for", "bankroll", "cover", "underwrite", "co-finance", "sponsor", "subsidise", "subsidize", "support" };

    /// <summary>The transfers of a sentence, in order of their predicates.</summary>
    public IReadOnlyList<Transfer> Read(SentenceView view)
    {
        List<Transfer> found = [];
        foreach (int token in view.Predicates())
        {
            Proposition proposition = view.At(token);
            if (table.Of(proposition) is { } frame && Read(view, proposition, frame) is { } transfer) found.Add(transfer);
        }
        found.AddRange(contracts.Read(view, found));
        found.AddRange(continuations.Read(view, found));
        return found;
    }

    private Transfer? Read(SentenceView view, Proposition proposition, TransferFrame frame)
    {
        if (frame.Pos == 'N' && (table.IsBlocked(view, proposition.Head) || IsMovedByVerb(view, proposition))) return null;
        int goods = -1;
        Load? load = null;
        foreach (int candidate in Slots(view, proposition, frame.Goods))
        {
            load = LoadReader.Read(view, proposition, frame, candidate) ?? (frame.TakesGoods ? continuations.OfNumber(view, candidate) : null);
            if (load is null) continue;
            goods = candidate;
            break;
        }
        // "Is paying for 15 generators" gives them; "pays for gas" does not.
        if (frame.Lemma == "pay" && load is { IsMoney: false } && (load.Quantity is null || load.Class is "energy")) return null;
        if (load is null && context.Notes is not null) context.Note(view, proposition.Head, $"transfers.tsv {frame.Lemma}: nothing that can be moved");
        if (load is null || (frame.Lemma is "carry" or "transport" && load.Class == "goods")) return null;
        Outlook outlook = context.StandingOf(proposition);
        if (StatusOf(view, proposition, frame, load, outlook) is not { } status)
        {
            if (context.Notes is not null) context.Note(view, proposition.Head, $"transfers.tsv {frame.Lemma}: {load.Commodity}, but it is {outlook.Standing.ToString().ToLowerInvariant()}");
            return null;
        }
        List<ActorReference> used = [];
        // "Will receive a billion dollars a year for the transit": fees are a figure.
        if (load.IsMoney && view.Sentence.Subtree(proposition.Head).Any(t => view.Lemma(t) is "transit" && view.CaseOf(t) == "for")) return null;
        // "Each receiving eight tonnes" shares out what was told.
        if (proposition.Subject >= 0 && view[proposition.Subject].Form.Equals("each", StringComparison.OrdinalIgnoreCase)) return null;
        List<ActorCode> from = Actors(view, proposition, frame.From, goods, used), to = Actors(view, proposition, frame.To, goods, used);
        if (to.Count == 0 && Bound(view, proposition) is { } bound) to = ExtractionContext.Codes(ActorFinder.Of(view, bound)) is { Count: > 0 } arrived ? [.. arrived] : view.Mentions.OfType<PlaceName>().FirstOrDefault(p => p.Tokens.Contains(bound)) is { State: { } ground } ? [ground] : to;
        if (frame.Pos == 'N') FromGovernor(view, proposition, frame, from, to, used);
        if (frame.Pos == 'V') Steered(view, proposition, frame, from, to, used);
        // "Eni exported a cargo of LNG from Congo to Italy": whence it came, where a company moves it.
        if (frame is { Pos: 'V', IsMotion: false } && from.Count > 0 && frame.From is ["subj", "from", ..] && used.Where(r => r.Actors.Any(from.Contains)).All(r => r.Basis is ReferenceBasis.Company)
            && Heads(view, proposition, "from").SelectMany(h => ActorFinder.Of(view, h)).ToList() is { Count: > 0 } origin && !origin.Any(o => o.Actors.Any(from.Contains)))
        {
            from = [.. ExtractionContext.Codes(origin)];
            if (to.Count == 0) to = Actors(view, proposition, frame.To, goods, used);
            used.AddRange(origin);
        }
        if (from.Count == 0) from = Maker(view, goods, load, to, used);
        to.RemoveAll(from.Contains);
        ResolvedTime? time = context.TimeOf(proposition);
        string? terms = null;
        if (from.Count == 0 && to.Count > 0 && proposition.IsPassive) from.AddRange(continuations.Giver(view, load).Where(a => !to.Contains(a)));
        if (from.Count + to.Count == 0 && continuations.Sides(view, load) is { } before)
        {
            from.AddRange(before.From);
            to.AddRange(before.To);
            terms = before.Terms;
        }
        if (context.Notes is not null) context.Note(view, proposition.Head, $"transfers.tsv {frame.Lemma}: {load.Commodity} {load.Quantity?.Amount.Value} {load.Price?.Amount.Value} {string.Join('+', from)} > {string.Join('+', to)}, {status.ToString().ToLowerInvariant()}");
        if (from.Count + to.Count == 0 || IsStatistic(frame, load) || IsTradeOfPeriod(frame, load, status, time) || IsCumulative(view, load, time)) return null;
        // "Is a supplier of gas to": it goes on.
        if (status is ClaimStatus.Happened && (Begins(view, proposition) || (frame.Lemma == "supplier" && view.Sentence.Children(proposition.Head).Any(c => view.Is(c, "cop") && view[c].Xpos is "VBZ" or "VBP")))) status = ClaimStatus.Ongoing;
        if (load is { IsMoney: true, Price: null } && frame.IsMotion) return null;
        // "Two bombers entered the airspace", "fishing boats crossed into": craft that move by themselves change no owner.
        if (frame.IsMotion && goods >= 0 && (IsCraft(view, goods) || load.Class == "arms") && frame.Lemma is "enter" or "cross" or "leave" or "reach" or "sail" or "pass through" or "head" or "move" or "come") return null;
        // What is asked for by its kind only is a wish.
        if (frame.Lemma is "ask" or "request" or "seek" && load.Quantity is null && load.Price is null) return null;
        // "Able to carry 2,000 MW": a capacity.
        if (frame.Lemma is "carry" or "transmit" or "transport" or "convey" && outlook.Standing is Standing.Hypothetical && view.Path(proposition.Head).Take(3).Any(t => view.Lemma(t) is "able" or "capable" or "design" or "capacity")) return null;
        bool bare = status is ClaimStatus.Happened && load.Quantity is null && load.Price is null && (frame.Pos == 'N' || frame.IsMotion);
        if (bare && frame.Pos == 'N' && frame.Terms == "sale") return null;
        if (bare && (from.Count == 0 || to.Count == 0) && !(frame.Pos == 'N' && goods == proposition.Oblique("of") && goods >= 0)) return null;
        if (load.Class == "arms" && frame.Lemma is "send" or "dispatch" or "fly" && to.Count == 0 && goods >= 0 && IsCraft(view, goods)) return null;
        string? via = ViaReader.Read(context, view, proposition, goods);
        Complete(view, proposition, frame, load, goods, via, from, to);
        string? rate = load.Quantity?.Rate ?? (load.IsMoney ? load.Price?.Rate : null) ?? RateOf(view, proposition);
        bool perTime = rate is not null && rate.StartsWith("per", StringComparison.Ordinal);
        return new Transfer
        {
            Status = status,
            Evidence = [EvidenceOf(proposition, load)],
            Speaker = outlook.Speaker?.Name,
            Actors = [.. ExtractionContext.Mentions(used)],
            // Shares of the claims that were right on the panel: with an amount, and without.
            Confidence = load.Quantity is not null || load.Price is not null ? 0.8 : 0.65,
            From = from,
            To = to,
            Commodity = NameOf(load) ?? continuations.GoodsOf(view, load.Quantity as Measurement),
            Quantity = load.Quantity is { } quantity ? quantity.Amount.High ?? quantity.Amount.Value : null,
            Unit = load.Quantity is Measurement measured ? UnitOf(measured, rate) : load.Quantity is null ? null : "count",
            Value = load.Price is { } price ? price.Amount.High ?? price.Amount.Value : null,
            Currency = load.Price?.Currency,
            // "By Wednesday they had set down": until when it was done is not when.
            Period = perTime || (status is ClaimStatus.Happened && time?.Expression.Function == TimeFunction.Until) ? null : time?.Value,
            Rate = perTime ? rate : null,
            Via = via,
            Terms = terms is "aid" or "grant" or "loan" ? terms : TermsOf(view, proposition, frame, load, via),
        };
    }

    /// <summary>Power that is counted in megawatts is electricity.</summary>
    private static string? NameOf(Load load) => load.Commodity is "power" or "hydropower" or "energy" && load.Quantity is Measurement { Unit: "MW" or "kWh" } ? "electricity" : load.Commodity;

    /// <summary>"Gave a grant of": the verb speaks for its noun.</summary>
    private bool IsMovedByVerb(SentenceView view, Proposition noun)
    {
        int governor = view[noun.Head].HeadIndex;
        // "A loan that Minsk had granted", "the first shipment of copper went to Baltimore": the verb tells it.
        if (view.Sentence.ChildrenBy(noun.Head, "acl").Any(c => view[c].Upos == "VERB" && table.Of(view.At(c)) is { TakesMoney: true } verb && table.Of(noun) is { TakesMoney: true } && LoadReader.Read(view, view.At(c), verb, noun.Head) is { Price: not null })) return true;
        if (governor >= 0 && view.Is(noun.Head, "nsubj") && view[governor].Upos == "VERB" && table.Of(view.At(governor)) is { IsMotion: true } motion && LoadReader.Read(view, view.At(governor), motion, noun.Head) is { } moved && (moved.Quantity is not null || !view.Mentions.Any(m => m is QuantityMention && view.InPhrase(m.Head, noun.Head)))) return true;
        // "Approved the sale of 40 jets" is no move of its own.
        return governor >= 0 && view[governor].Upos == "VERB" && view[noun.Head].Relation is "obj" && table.Of(view.At(governor)) is { TakesMoney: true } frame && (frame.TakesGoods || table.Of(noun) is { TakesMoney: true });
    }

    /// <summary>Exported goods that only have a price are a trade statistic: a figure.</summary>
    private static bool IsStatistic(TransferFrame frame, Load load) => !load.IsMoney && load.Quantity is null && ((load.Price is not null && frame.Terms == "sale") || load.Class is null || (load.Class == "goods" && frame.Terms != "aid"));

    /// <summary>What was bought or sold in a year or in some months is a trade statistic: a figure.</summary>
    private static bool IsTradeOfPeriod(TransferFrame frame, Load load, ClaimStatus status, ResolvedTime? time) =>
        frame is { Pos: 'V', Terms: "sale" } && status is ClaimStatus.Happened && load.Class != "energy" && load.Quantity is Measurement { Rate: null, Unit: not ("kWh" or "MW" or "m3" or "bbl") } && time is { Expression.Function: TimeFunction.At or TimeFunction.Since } && time.To.DayNumber - time.From.DayNumber > 31;

    /// <summary>What was given over years is a total: a figure.</summary>
    private static bool IsCumulative(SentenceView view, Load load, ResolvedTime? time) =>
        load.IsMoney && load.Quantity is null && (time is { Expression.Function: TimeFunction.Since } || view.Times.Any(t => t.Expression.Function == TimeFunction.Since && t.To.DayNumber - t.From.DayNumber > 200));

    private ClaimStatus? StatusOf(SentenceView view, Proposition proposition, TransferFrame frame, Load load, Outlook outlook)
    {
        switch (outlook.Standing)
        {
            case Standing.Threatened:
                return null;
            case Standing.Requested:
                return load.IsMoney ? null : ClaimStatus.Proposed;
            case Standing.Negated or Standing.Cancelled:
                return outlook.Speaker is null ? null : ClaimStatus.Denied;
            case Standing.Denied:
                return ClaimStatus.Denied;
            case Standing.Hypothetical when context.BlockOf(view) is Text.BlockKind.Title or Text.BlockKind.Heading && frame.Pos == 'V' && view.CaseOf(proposition.Head, "mark") == "to":
                return ClaimStatus.Planned;
            case Standing.Hypothetical:
                return IsNegative(view, proposition.Head) ? outlook.Speaker is null ? null : ClaimStatus.Denied : ClaimStatus.Proposed;
            case Standing.Planned when outlook.Embedder >= 0 && view.Lemma(outlook.Embedder) is "ready" or "prepared" or "willing" or "readiness" or "willingness" or "prepare":
                return ClaimStatus.Proposed;
            case Standing.Proposed or Standing.Planned or Standing.Ongoing:
                return outlook.Status;
        }
        if (frame.Status is { } status) return status;
        // "Will finance the purchase of": as it stands with who pays.
        if (frame.Pos == 'N' && view[proposition.Head].HeadIndex is >= 0 and int payer && Paying.Contains(view.LemmaOf(payer)) && view.Is(proposition.Head, "obj")) return context.StandingOf(view.At(payer)).Status ?? ClaimStatus.Happened;
        // "An agreement was signed on the supply of".
        if (frame.Pos == 'N' && view.CaseOf(proposition.Head) is "on" or "for" && view.Mentions.Any(m => m is Instrument)) return ClaimStatus.Planned;
        // A headline tells what happened in the present, and what will in the infinitive.
        if (context.BlockOf(view) is Text.BlockKind.Title or Text.BlockKind.Heading && frame.Pos == 'V' && view[proposition.Head].Xpos is "VBZ" or "VBP") return ClaimStatus.Happened;
        // "Approved the sale of", "cleared the delivery of": still to come.
        if (frame.Pos == 'N' && view[proposition.Head].Relation == "obj" && view.LemmaOf(view[proposition.Head].HeadIndex) is "approve" or "authorise" or "authorize" or "clear" or "permit" or "allow" or "agree" or "order") return ClaimStatus.Planned;
        // "Began to export": it goes on.
        if (view[proposition.Head].Relation is "xcomp" or "advcl" or "ccomp" && view.Lemma(view[proposition.Head].HeadIndex) is "begin" or "start" or "continue" or "resume" or "commence" or "keep") return ClaimStatus.Ongoing;
        // "The terms for supplying power": not yet.
        if (frame.Pos == 'V' && view[proposition.Head].Relation is "acl" or "advcl" && view.CaseOf(proposition.Head, "mark") is "for") return ClaimStatus.Planned;
        int head = proposition.Carrier >= 0 ? proposition.Carrier : proposition.Head;
        return view[head].Xpos is "VBZ" or "VBP" || (proposition.IsPassive && view.Sentence.Children(head).Any(c => view[c].Deprel == "aux:pass" && view[c].Xpos is "VBZ" or "VBP")) ? ClaimStatus.Ongoing : ClaimStatus.Happened;
    }

    /// <summary>Warships and aircraft are sent on duty more often than to a new owner.</summary>
    private static bool IsCraft(SentenceView view, int goods) =>
        view.Lemma(goods) is "frigate" or "warship" or "ship" or "destroyer" or "submarine" or "carrier" or "jet" or "aircraft" or "fighter" or "bomber" or "drone" or "missile" or "vessel" or "helicopter" or "plane" or "boat";

    /// <summary>"May no longer enter", "would not be able to sell".</summary>
    private static bool IsNegative(SentenceView view, int predicate)
    {
        for (int at = predicate, steps = 0; at >= 0 && steps < 3; at = view[at].HeadIndex, steps++)
        {
            if (view.Sentence.Children(at).Any(c => view[c].Relation == "advmod" && view[c].Form.ToLowerInvariant() is "not" or "n't" or "n’t" or "never" or "longer")) return true;
            if (view[at].Relation is not "xcomp") break;
        }
        return false;
    }

    private static IEnumerable<int> Slots(SentenceView view, Proposition proposition, IReadOnlyList<string> slots)
    {
        bool any = false;
        foreach (string slot in slots)
        {
            foreach (int head in Heads(view, proposition, slot))
            {
                if (slot == "mod" && view.ActorAt(head) is not null) continue;
                any = true;
                yield return head;
            }
        }
        if (!any) yield return -1;
    }

    private static List<ActorCode> Actors(SentenceView view, Proposition proposition, IReadOnlyList<string> slots, int goods, List<ActorReference> used)
    {
        foreach (string slot in slots)
        {
            List<ActorReference> found = [];
            foreach (int head in Heads(view, proposition, slot))
                if ((head != goods || slot is "mod") && !(slot is "into" or "to" && ViaReader.IsRoute(view, head))) found.AddRange(ActorFinder.Of(view, head));
            if (found.Count == 0 && (slot is "to" or "from" or "into" || (slot == "for" && goods >= 0))) found.AddRange(Deeper(view, proposition.Head, slot));
            if (found.Count == 0 && slot == "iobj" && view[proposition.Head].Upos == "VERB" && BehindVerb(view, proposition.Head, goods) is { } receiver) found.Add(receiver);
            if (found.Count == 0 && Placed(view, proposition, slot) is { } state) return [state];
            if (found.Count == 0) continue;
            used.AddRange(found);
            return [.. ExtractionContext.Codes(found)];
        }
        return [];
    }

    /// <summary>"Pledged Lebanon 100 million euros": the parser may hang the receiver on the amount.</summary>
    private static ActorReference? BehindVerb(SentenceView view, int verb, int goods)
    {
        int start = verb + 1;
        if (start < view.Count && view[start].Upos == "DET") start++;
        ActorReference? found = view.References.Where(r => r.Tokens.Start == start).MaxBy(r => r.Tokens.Length);
        if (found is null || found.Tokens.End >= view.Count || (goods >= 0 && goods < found.Tokens.End) || view.Is(found.Head, "amod") || view.Mentions.Any(m => m is Money && m.Tokens.Contains(found.Tokens))) return null;
        int end = found.Tokens.End;
        while (end < view.Count && end < found.Tokens.End + 3 && view[end].Upos is "DET" or "ADJ" or "ADV" or "ADP") end++;
        return view.Mentions.Any(m => m is QuantityMention && m.Tokens.Contains(end)) ? found : null;
    }

    /// <summary>"Has started gas exports to": a flow that goes on.</summary>
    private static bool Begins(SentenceView view, Proposition proposition) =>
        proposition.Pos == 'N' && view[proposition.Head].Relation == "obj" && view.LemmaOf(view[proposition.Head].HeadIndex) is "start" or "begin" or "resume" or "launch" or "commence" or "restart" or "continue" or "increase" or "expand" or "boost";

    /// <summary>"Lorries carrying 200 tonnes of maize had left for Malawi": where the carrier is bound for.</summary>
    private static int? Bound(SentenceView view, Proposition proposition)
    {
        if (proposition.Lemma is not ("carry" or "transport" or "bring") || view[proposition.Head].Relation != "acl" || view[proposition.Head].HeadIndex is not (>= 0 and int carrier)) return null;
        int verb = view[carrier].HeadIndex;
        // The parser may hang the verb of arrival on the goods.
        if (verb < 0 || !view.Is(carrier, "nsubj")) verb = Enumerable.Range(proposition.Head + 1, view.Count - proposition.Head - 1).FirstOrDefault(t => view[t].Upos == "VERB" && view.LemmaOf(t) is "dock" or "arrive" or "land" or "berth" or "reach", -1);
        if (verb < 0 || view.LemmaOf(verb) is not ("leave" or "depart" or "arrive" or "head" or "set off" or "go" or "fly" or "sail" or "travel" or "cross" or "reach" or "land" or "dock" or "berth" or "enter")) return null;
        Proposition motion = view.At(verb);
        foreach (string preposition in (ReadOnlySpan<string>)["for", "to", "in", "into", "towards"])
            if (motion.Oblique(preposition) is >= 0 and int found) return found;
        return view.LemmaOf(verb) is "reach" or "enter" && motion.Object >= 0 ? motion.Object : null;
    }

    /// <summary>"Scallops from Hokkaido": a place stands for its state.</summary>
    private static ActorCode? Placed(SentenceView view, Proposition proposition, string slot)
    {
        if (slot is not ("from" or "to" or "into" or "in" or "at")) return null;
        foreach (int head in Heads(view, proposition, slot))
        {
            if (view.MentionAt(head) is PlaceName { State: { } state }) return state;
            // "From power plants on Lao soil"
            foreach (ActorReference reference in view.References)
                if (slot == "from" && reference.Actors.Count == 1 && reference.Head != head && view.InPhrase(reference.Head, head) && view.Link(reference.Head, head) is "on" or "in" or "of" or "off" or "'s" or "near") return reference.Actors[0];
        }
        foreach (PlaceName place in view.Mentions.OfType<PlaceName>())
            if (place.State is { } home && place.Head > proposition.Head && view.CaseOf(place.Head) == slot && view.Sentence.IsBelow(place.Head, proposition.Head) && view.Distance(place.Head, proposition.Head).Borders == 0) return home;
        return null;
    }

    /// <summary>"From the plant in Chile to Peru": a parser may hang a later phrase on an earlier one.</summary>
    private static List<ActorReference> Deeper(SentenceView view, int predicate, string preposition)
    {
        foreach (int token in view.Sentence.Subtree(predicate))
        {
            if (token <= predicate || view[token].Relation is not ("nmod" or "obl") || view.CaseOf(token) != preposition) continue;
            (_, int borders) = view.Distance(token, predicate);
            if (borders > 0 || view.Path(view[token].HeadIndex).TakeWhile(t => t != predicate).Any(t => view[t].Upos == "VERB")) continue;
            IReadOnlyList<ActorReference> found = ActorFinder.Of(view, token);
            if (found.Count > 0 && !ViaReader.IsRoute(view, token)) return [.. found];
        }
        return [];
    }

    private static IEnumerable<int> Heads(SentenceView view, Proposition proposition, string slot)
    {
        switch (slot)
        {
            case "subj": return proposition.All(ArgumentRole.Subject).Select(a => a.Head);
            // "Sells up to 200 megawatts": the parser may take "to" for a preposition.
            case "obj": return proposition.All(ArgumentRole.Object).Select(a => a.Head).Where(h => h != Receiver(view, proposition)).Concat(proposition.Arguments.Where(a => a is { Role: ArgumentRole.Oblique, Preposition: "to" } && IsUpTo(view, a.Head)).Select(a => a.Head));
            case "iobj": return proposition.All(ArgumentRole.IndirectObject).Select(a => a.Head).Concat(Receiver(view, proposition) is { } receiver ? [receiver] : []);
            case "poss": return proposition.All(ArgumentRole.Possessive).Select(a => a.Head);
            case "mod": return proposition.All(ArgumentRole.Modifier).Select(a => a.Head);
            case "by" when proposition.Pos == 'N': return proposition.Arguments.Where(a => a.Role == ArgumentRole.Subject && !a.Inherited).Select(a => a.Head);
            // "Supplied Armenia with arms": the object receives.
            case "with-obj": return proposition.Oblique("with") >= 0 ? proposition.All(ArgumentRole.Object).Select(a => a.Head) : [];
            default: return proposition.Arguments.Where(a => a.Role == ArgumentRole.Oblique && a.Preposition == slot && !(slot == "to" && IsUpTo(view, a.Head))).Select(a => a.Head);
        }
    }

    /// <summary>"Sends Iraq 1,100 tonnes": of two objects the state in front.</summary>
    private static int? Receiver(SentenceView view, Proposition proposition)
    {
        List<int> objects = [.. proposition.All(ArgumentRole.Object).Select(a => a.Head).Where(h => h > proposition.Head).Order()];
        return objects.Count > 1 && view.ActorAt(objects[0]) is { Basis: ReferenceBasis.Name or ReferenceBasis.Seat or ReferenceBasis.Organization or ReferenceBasis.Anaphor } && view.MentionAt(objects[0]) is not QuantityMention && view.CaseOf(objects[0]).Length == 0 && !view.Is(objects[1], "conj") ? objects[0] : null;
    }

    private static bool IsUpTo(SentenceView view, int noun) => view.Sentence.Children(noun).Any(c => c > 0 && view.Is(c, "case") && view.IsUpTo(c - 1));

    /// <summary>"Plans to expand exports of": whoever acts on a noun of transfer is its owner.</summary>
    private void FromGovernor(SentenceView view, Proposition proposition, TransferFrame frame, List<ActorCode> from, List<ActorCode> to, List<ActorReference> used)
    {
        List<ActorCode> side = frame.OwnerGives ? from : to;
        int governor = view[proposition.Head].HeadIndex;
        // "Bolivia and Brazil agreed on the sale of gas": the seller is named first.
        if (from.Count + to.Count == 0 && governor >= 0 && view[governor].Upos == "VERB" && view.LemmaOf(governor) is "agree" or "agree on" or "negotiate" or "discuss" && view.At(governor).Subject is >= 0 and int both && ExtractionContext.Codes(ActorFinder.Of(view, both)) is { Count: 2 } pair)
        {
            from.Add(pair[frame.OwnerGives ? 0 : 1]);
            to.Add(pair[frame.OwnerGives ? 1 : 0]);
            used.AddRange(ActorFinder.Of(view, both));
            return;
        }
        // "Will finance the purchase of howitzers for Ukraine": who pays gives.
        if (governor >= 0 && proposition.Lemma is "purchase" or "acquisition" or "procurement" or "delivery" or "supply" && Paying.Contains(view.LemmaOf(governor)) && view.At(governor).Subject is >= 0 and int payer && ExtractionContext.Codes(ActorFinder.Of(view, payer)) is { Count: > 0 } payers)
        {
            List<ActorReference> receivers = Deeper(view, proposition.Head, "for");
            from.Clear();
            to.Clear();
            from.AddRange(payers);
            to.AddRange(ExtractionContext.Codes(receivers).Where(a => !payers.Contains(a)));
            used.AddRange(receivers);
            return;
        }
        // "The gift of pumps reached Tuvalu": where it came to.
        if (to.Count == 0 && governor >= 0 && view.Is(proposition.Head, "nsubj") && view[governor].Upos == "VERB" && table.Of(view.At(governor)) is { IsMotion: true } motion) to.AddRange(Actors(view, view.At(governor), motion.To, -1, used).Where(a => !from.Contains(a)));
        if (side.Count > 0 || governor < 0 || view[governor].Upos != "VERB" || view[proposition.Head].Relation is not ("obj" or "obl")) return;
        if (view.At(governor).Subject is not (>= 0 and int subject)) return;
        foreach (ActorReference reference in ActorFinder.Of(view, subject))
        {
            if (reference.Actors.Count != 1 || from.Contains(reference.Actors[0]) || to.Contains(reference.Actors[0])) continue;
            side.Add(reference.Actors[0]);
            used.Add(reference);
        }
    }

    /// <summary>"Is negotiating to get permission to sell oil": who acts stands some verbs above an infinitive.</summary>
    private static void Steered(SentenceView view, Proposition proposition, TransferFrame frame, List<ActorCode> from, List<ActorCode> to, List<ActorReference> used)
    {
        List<ActorCode> side = frame.From.Contains("subj") ? from : to;
        if (side.Count > 0 || view[proposition.Head].Xpos != "VB" || proposition.IsPassive) return;
        for (int at = proposition.Head, steps = 0; steps < 4 && at >= 0; steps++)
        {
            bool infinitive = view[at].Relation is "xcomp" or "advcl" or "acl" && view[at].Xpos is "VB" or "VBG";
            int above = view[at].HeadIndex;
            while (infinitive && above >= 0 && view[above].Upos is "NOUN" or "ADJ" && view[above].HeadIndex >= 0 && view[above].Relation is "obj" or "obl" or "nmod") above = view[above].HeadIndex;
            if (!infinitive || above < 0) return;
            if (view.At(above).Subject is >= 0 and int subject)
            {
                List<ActorReference> found = [.. ActorFinder.Of(view, subject).Where(r => r.Actors.Count == 1 && !from.Contains(r.Actors[0]) && !to.Contains(r.Actors[0]))];
                if (found.Count > 0)
                {
                    side.Add(found[0].Actors[0]);
                    used.Add(found[0]);
                    return;
                }
            }
            at = above;
        }
    }

    /// <summary>Whose goods they are: "Turkmen gas", "Iranian oil".</summary>
    private static List<ActorCode> Maker(SentenceView view, int goods, Load load, List<ActorCode> to, List<ActorReference> used)
    {
        if (goods < 0 || load.IsMoney) return [];
        // "Planes with Turkish food": whose the food is.
        List<ActorReference> held = [.. view.Mentions.OfType<Commodity>().Where(c => c.Head != goods && view.Sentence.IsBelow(c.Head, goods) && view.CaseOf(c.Head) is "with" or "of").SelectMany(c => view.References.Where(r => view[r.Head].HeadIndex == c.Head && view.Is(r.Head, "amod") && !r.Actors.Any(to.Contains)))];
        if (held.Count > 0)
        {
            used.AddRange(held);
            return [.. ExtractionContext.Codes(held)];
        }
        List<ActorReference> found = [.. view.References.Where(r => !view.Mentions.Any(m => m is Money && m.Tokens.Contains(r.Tokens)) && view.InPhrase(r.Head, goods) && view.Distance(r.Head, goods).Arcs <= 2 && view.Link(r.Head, goods) is "'s" or "of" or "from" && !r.Actors.Any(to.Contains))];
        used.AddRange(found);
        return [.. ExtractionContext.Codes(found)];
    }

    /// <summary>Fills a side that the words leave open from the pair in focus, or with the state that the report is about.</summary>
    private void Complete(SentenceView view, Proposition proposition, TransferFrame frame, Load load, int goods, string? via, List<ActorCode> from, List<ActorCode> to)
    {
        if (from.Count > 0 && to.Count > 0) return;
        List<ActorCode> known = from.Count > 0 ? from : to, open = from.Count > 0 ? to : from;
        // "To the Gulf", "to Europe": somebody else receives.
        if (from.Count > 0 && frame.To.Any(slot => slot != "for" && Heads(view, proposition, slot).Any(h => h != goods && !IsCountry(view, h)))) return;
        if (via is not null && from.Count > 0) return;
        // "From Yamal through Mongolia to China": who lies on the way is no side.
        List<ActorCode> onTheWay = via is null ? [] : [.. view.References.Where(r => ViaReader.IsOnTheWay(view, r.Head)).SelectMany(r => r.Actors)];
        IReadOnlyList<ActorCode> focus = [.. context.Document.FocusAt(view.Index).Where(a => !onTheWay.Contains(a))];
        bool local = focus.Count == 2 && known.Count == 1 && focus.Contains(known[0]) && view.References.SelectMany(r => r.Actors).Where(focus.Contains).Distinct().Count() < 2 && view.Index > 0 && context.Sentences[view.Index - 1] is var before1 && before1.Sentence.Block >= view.Sentence.Block - 1
            && focus.All(a => view.References.Concat(before1.References).Any(r => r.Actors.Contains(a)));
        if (local) open.Add(focus.First(a => a != known[0]));
        else if (!isDominant && continuations.Usual(view, isGiver: from.Count == 0) is { } usual && !known.Contains(usual) && !onTheWay.Contains(usual)) open.Add(usual);
        else if (protagonist is { } main && !known.Contains(main) && !onTheWay.Contains(main)) open.Add(main);
        else if (known.Count == 1 && focus.Count == 2 && focus.Contains(known[0])) open.Add(focus.First(a => a != known[0]));
        else if (known.Count == 1 && onTheWay.Count > 0 && view.Index > 0 && context.Document.FocusAt(view.Index - 1) is { Count: 2 } before && before.Contains(known[0])) open.AddRange(before.Where(a => a != known[0] && !onTheWay.Contains(a)));
        else if (continuations.Other(view, load, from, to) is { } other && !onTheWay.Contains(other)) open.Add(other);
    }

    /// <summary>"Its neighbour", "the kingdom": a state that has been named.</summary>
    private static bool IsCountry(SentenceView view, int noun) => view.Lemma(noun) is "neighbour" or "neighbor" or "partner" or "ally" or "country" or "kingdom" or "republic" or "nation" or "island" or "state" or "government" or "side" or "emirate";

    private string? TermsOf(SentenceView view, Proposition proposition, TransferFrame frame, Load load, string? via)
    {
        foreach (int token in view.Sentence.Subtree(view.ClauseOf(proposition.Head)))
        {
            switch (view.Lemma(token))
            {
                case "humanitarian" or "donation" or "gift" or "donate": return "aid";
                case "free" when token + 1 < view.Count && view.Lemma(token + 1) is "of": return "aid";
                case "loan" or "credit" when load.IsMoney: return "loan";
                case "grant" when load.IsMoney: return "grant";
                case "transit" when via is not null: return "transit";
            }
        }
        // "To help it fight": given, not sold.
        if (frame is { Pos: 'V', Terms: null or "aid" } && !load.IsMoney && view.Sentence.Children(proposition.Head).Any(c => c > proposition.Head && view.Is(c, "advcl") && view[c].Xpos == "VB" && view.LemmaOf(c) is "help" or "assist" or "support" or "aid")) return "aid";
        if (frame.Pos == 'N' && view[proposition.Head].HeadIndex is >= 0 and int payer && Paying.Contains(view.LemmaOf(payer)) && view.Is(proposition.Head, "obj")) return "aid";
        if (load.Class == "aid" || (frame.Lemma == "pay" && !load.IsMoney) || (frame.Lemma is "send" or "dispatch" or "fly" or "airlift" or "hand over" && load.Class is "food" or "medical")) return "aid";
        if (load.Commodity?.EndsWith(" aid", StringComparison.Ordinal) == true || load.Commodity?.EndsWith(" assistance", StringComparison.Ordinal) == true) return "aid";
        // What is not given is sold.
        if (isRelief && load.Class is "food" or "medical" or "material" or "machinery" && frame.Terms is null) return "aid";
        return frame.Terms ?? (load.Class is "energy" or "food" or "metal" or "material" or "machinery" ? "sale" : null);
    }

    /// <summary>"Will annually deliver": how often, where an adverb of the predicate says it.</summary>
    public static string? RateOf(SentenceView view, Proposition proposition)
    {
        foreach (int child in view.Sentence.Children(proposition.Head).Concat(view.Sentence.Children(view.ClauseOf(proposition.Head))))
        {
            switch (view[child].Form.ToLowerInvariant())
            {
                case "annually" or "yearly": return "per year";
                case "daily": return "/d";
                case "monthly": return "per month";
            }
        }
        // "7 cargoes per year", "12 trains a month"
        foreach (int token in view.Sentence.Subtree(proposition.Head))
        {
            if (token == 0 || view[token].Form.ToLowerInvariant() is not ("year" or "month" or "week" or "day") || view[token - 1].Form.ToLowerInvariant() is not ("per" or "a" or "each" or "every") || view.ClauseOf(token) != view.ClauseOf(proposition.Head)) continue;
            if (view[token].Form.Equals("day", StringComparison.OrdinalIgnoreCase)) return "/d";
            if (!view.Times.Any(t => t.Expression.Tokens.Contains(token))) return "per " + view[token].Form.ToLowerInvariant();
        }
        return null;
    }

    /// <summary>The unit with "/d" of a daily rate.</summary>
    public static string UnitOf(Measurement measurement, string? rate) =>
        rate == "/d" && !measurement.Unit.EndsWith("/d", StringComparison.Ordinal) ? measurement.Unit + "/d" : measurement.Unit;

    private Evidence EvidenceOf(Proposition proposition, Load load)
    {
        TextSpan span = context.EvidenceOf(proposition).Span;
        if (load.Quantity is { } quantity) span = span.Cover(quantity.Span);
        if (load.Price is { } price) span = span.Cover(price.Span);
        return Evidence.At(context.Document.Document, span);
    }
}
