using Entente.Claims;
using Entente.Extracting.Propositions;
using Entente.Recognizing;
using Entente.Resolving;
using Entente.Text;

namespace Entente.Extracting.Figures;

/// <summary>
/// Reads the figures of one report sentence by sentence. It starts from each number and asks: does it tell a change, a part, a count, or
/// an amount; of what; whose; when. What a sentence leaves open is taken from the figure before ("it made 1.9 billion").
/// </summary>
internal sealed class FigureReader(ExtractionContext context, MeasureTable measureTable, ChangeReader changeReader, TargetTable targets)
{
    private static readonly Measure Share = new("share", MeasureForm.Noun, MeasureDirection.Owner, ["percent"], null, null);
    private static readonly Measure Persons = new("people", MeasureForm.Counted, MeasureDirection.Out, ["count"], ClaimStatus.Ongoing, null);
    private Draft? last;
    private Draft? main;
    private readonly List<Draft> history = [];
    private ResolvedTime? topic;
    private List<Draft> drafted = [];
    private int lastBlock = -1;

    /// <summary>The figures of a sentence.</summary>
    public IEnumerable<Figure> Read(SentenceView view)
    {
        // A new heading or list entry starts afresh; a new paragraph may go on.
        if (view.Sentence.Block > lastBlock + 2) last = main = null;
        lastBlock = view.Sentence.Block;
        List<QuantityMention> quantities = [.. view.Mentions.OfType<QuantityMention>()];
        IReadOnlyList<MeasureMention> measures = measureTable.Find(view);
        List<Change> changes = [.. changeReader.ReadWords(view)];
        List<Draft> drafts = [];
        List<(Draft Draft, List<ActorReference> Used)> found = [];
        List<QuantityMention> values = [];
        foreach (QuantityMention quantity in quantities)
        {
            if (changeReader.Read(view, quantity) is { } change) changes.Add(change);
            else values.Add(quantity);
        }
        foreach (QuantityMention quantity in values)
        {
            List<ActorReference> used = [];
            if (Draft(view, quantity, values, measures, drafts, used) is not { } draft) continue;
            drafts.Add(draft);
            found.Add((draft, used));
        }
        Attach(view, changes, drafts, measures, found);
        List<int> heads = [.. values.Select(v => v.Head)];
        drafted = drafts;
        Topic(view, measures);
        foreach ((Draft draft, List<ActorReference> used) in found)
        {
            if (draft.Sides == Sides.None && Respective(view, draft, found) is { } measure) draft.Measure = measure;
            if (draft.Sides == Sides.None) draft.Sides = FigureSides.Find(context, view, measureTable, draft, last?.Sides, used);
            draft.Time = FigureTimes.Find(view, draft.Head, draft.MeasureHead, [.. heads.Where(h => h != draft.Head)], draft.Measure.Form == MeasureForm.Counted);
            if (Finish(view, draft, used) is not { } figures) continue;
            foreach (Figure figure in figures) yield return figure;
            if (last is null || !IsPart(draft, last)) main = draft;
            history.Add(draft);
            last = draft;
        }
    }

    private Draft? Draft(SentenceView view, QuantityMention quantity, List<QuantityMention> values, IReadOnlyList<MeasureMention> measures, List<Draft> drafts, List<ActorReference> used)
    {
        switch (quantity)
        {
            case Percentage or Number { IsOrdinal: false, Amount: { Value: > 0 and < 1 } }:
                if (MeasureChooser.Choose(view, quantity, [.. measures.Where(m => m.Measure.Takes.SequenceEqual(["percent"]) && m.Measure.Name != "share")], values, false) is { } rate)
                    return rate.Measure.IsForeign ? null : New(view, quantity, rate, "percent");
                if (ShareReader.Read(context, view, quantity, measures, used) is not { } share)
                    return drafts.FindLast(d => d.Measure == Share) is { } first ? NextShare(view, quantity, first, used) : null;
                return new Draft { Quantity = quantity, Head = quantity.Head, Measure = Share, MeasureHead = quantity.Head, Clause = view.ClauseOf(quantity.Head), Unit = "percent", Sides = share.Sides, Commodity = share.Commodity };
            case Measurement measurement when measurement.Unit is not ("km" or "km2" or "m" or "ha" or "kV" or "m2" or "h" or "mi"):
                MeasureMention? volume = MeasureChooser.Choose(view, quantity, measures, values, false);
                if (volume is { Measure.Name: "capacity" } && measurement.Unit == "MW") return null;
                // "A contract on the swap of gas in a volume of 2 billion cubic metres": what is to be moved.
                if (volume is { Measure.Name: "volume" } && view.Mentions.Any(m => m is Instrument { Type: "contract" or "agreement" } && m.Tokens.End <= quantity.Tokens.Start && quantity.Tokens.Start - m.Tokens.End < 14)) return null;
                if (volume is null || volume.Measure.IsForeign) return volume is null && Coordinated(view, quantity, drafts) is { } twin ? Again(view, quantity, twin, UnitOf(measurement)) : null;
                return New(view, quantity, volume, UnitOf(measurement));
            case Money money:
                // "The figure was 55 million": in the currency said before.
                if (money.Currency is null && LastCurrency(drafts) is { } carried) return OfMoney(view, money, carried, values, measures, drafts);
                if (money.Currency is null || (view.InBrackets(money) && values.Any(v => v is Money && v.Tokens.End <= money.Tokens.Start && money.Tokens.Start - v.Tokens.End <= 4))) return null;
                return OfMoney(view, money, money.Currency, values, measures, drafts);
            case Number { IsOrdinal: false } number:
                // "Over 700 of them have been trained": of those counted before.
                if (number.Amount.Value >= 10 && IsOfThem(view, number) && history.FindLast(d => d.Measure.Form is MeasureForm.Counted) is { } known)
                    return Again(view, quantity, known, "count", carried: true);
                if (CountReader.Counted(view, number, measures) is { } counted)
                {
                    if (CountReader.SidesOf(context, view, counted, used) is not { } sides) return null;
                    return New(view, quantity, counted, "count", sides);
                }
                if (Demonym(view, number) is { } people && !CountReader.IsOfOneEvent(view, number, measures) && CountReader.SidesOf(context, view, people, used) is { From.Count: > 0 } homes) return New(view, quantity, people, "count", homes);
                // "Exports being 3.74 billion and imports 4.49 billion": the currency was said before.
                // "600,000 doses" is no money.
                if (number.Amount.Value < 100_000 || IsOfThings(view, number) || LastCurrency(drafts) is not { } currency) return null;
                return OfMoney(view, number, currency, values, measures, drafts);
            default:
                return null;
        }
    }

    /// <summary>"70 percent goes to one and 30 percent to the other": a further part of the same whole.</summary>
    private static Draft? NextShare(SentenceView view, QuantityMention quantity, Draft first, List<ActorReference> used)
    {
        int end = view.Mentions.OfType<QuantityMention>().Where(m => m.Tokens.Start > quantity.Tokens.Start).Select(m => m.Tokens.Start).DefaultIfEmpty(view.Count).Min();
        ActorReference? owner = view.References.FirstOrDefault(r => r.Head >= quantity.Tokens.End && r.Head < Math.Min(end, quantity.Tokens.End + 8))
            ?? view.References.LastOrDefault(r => r.Head < quantity.Tokens.Start && r.Head > first.Head);
        if (owner is null) return null;
        used.Add(owner);
        List<ActorCode> all = [.. owner.Actors];
        all.AddRange(first.Sides.All.Where(a => !owner.Actors.Contains(a)));
        return new Draft { Quantity = quantity, Head = quantity.Head, Measure = Share, MeasureHead = quantity.Head, Clause = view.ClauseOf(quantity.Head), Unit = "percent", Sides = new Sides([], [], all), Commodity = first.Commodity };
    }

    private Draft? OfMoney(SentenceView view, QuantityMention quantity, string currency, List<QuantityMention> values, IReadOnlyList<MeasureMention> measures, List<Draft> drafts)
    {
        MeasureMention? chosen = MeasureChooser.Choose(view, quantity, measures, values, quantity is Number);
        Draft? twin = Coordinated(view, quantity, drafts) ?? (IsOfWhich(view, quantity) ? drafts.FindLast(d => d.Unit == currency) : null);
        if (twin is not null && (chosen is null || chosen.Head == twin.MeasureHead)) return Again(view, quantity, twin, currency);
        if (chosen is null) return IsAnaphoric(view, quantity) && (drafts.FindLast(d => d.Unit == currency) ?? (main?.Unit == currency ? main : history.FindLast(d => d.Unit == currency))) is { } before ? Again(view, quantity, before, currency, carried: true) : null;
        return chosen.Measure.IsForeign ? null : New(view, quantity, chosen, currency);
    }

    private static Draft New(SentenceView view, QuantityMention quantity, MeasureMention mention, string unit, Sides? sides = null) => new()
    {
        Quantity = quantity,
        Head = quantity.Head,
        Measure = mention.Measure,
        MeasureHead = mention.Head,
        Clause = view.ClauseOf(quantity.Head),
        Unit = unit,
        Sides = sides ?? Sides.None,
        Commodity = mention.Measure.Commodity ?? CommodityBeside(view, mention.Head, quantity.Head),
    };

    private static Draft Again(SentenceView view, QuantityMention quantity, Draft before, string unit, bool carried = false) => new()
    {
        Quantity = quantity,
        Head = quantity.Head,
        Measure = before.Measure,
        MeasureHead = carried ? -1 : before.MeasureHead,
        Clause = view.ClauseOf(quantity.Head),
        Unit = unit,
        Sides = carried ? before.Sides : Sides.None,
        IsPartOfPlan = (before.IsPlanned && before.Measure.Name is "investment" or "aid" or "loan" && view.Sentence.Children(quantity.Head).Any(c => view.CaseOf(c) == "for")) || (before.IsPartOfPlan && !carried),
        // "3 billion for energy, 2 billion for water": each has its own.
        Commodity = view.Sentence.Children(quantity.Head).Any(c => view.CaseOf(c) == "for") ? CommodityBeside(view, -1, quantity.Head) : before.Commodity,
    };

    private static Draft? Coordinated(SentenceView view, QuantityMention quantity, List<Draft> drafts)
    {
        foreach (int at in view.Path(quantity.Head).Take(4))
        {
            if (drafts.Find(d => d.Head == at || (d.Quantity?.Tokens.Contains(at) ?? false)) is { } found) return found;
        }
        // "From 11 in 2023", "against 20,500 TEU in 2023": the number before it is compared.
        return drafts.Count > 0 && quantity.Tokens.Start > 0 && view.CaseOf(quantity.Head) is "from" or "against" or "compared to" or "versus" ? drafts[^1] : null;
    }

    /// <summary>"$29 billion, of which $4 billion arrived in 2024".</summary>
    private static bool IsOfWhich(SentenceView view, QuantityMention quantity)
    {
        for (int i = quantity.Tokens.Start - 1; i >= Math.Max(1, quantity.Tokens.Start - 3); i--)
        {
            if (view[i].Form is "which" or "them" && view[i - 1].Form.Equals("of", StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }

    private static bool IsAnaphoric(SentenceView view, QuantityMention quantity)
    {
        int clause = view.ClauseOf(quantity.Head);
        // "Has broken down the money: 3 billion for energy": the list hangs beside its clause.
        if (view[clause].Relation == "parataxis" && view[clause].HeadIndex >= 0 && view[clause].Upos is not "VERB") clause = view.ClauseOf(view[clause].HeadIndex);
        Proposition proposition = view.At(clause);
        foreach (int subject in proposition.Arguments.Where(a => a.Role is ArgumentRole.Subject or ArgumentRole.Object).Select(a => a.Head).Concat(view.Sentence.ChildrenBy(clause, "nsubj")))
        {
            if (view[subject].Upos == "PRON" && view[subject].Form.ToLowerInvariant() is "it" or "this" or "that" or "they" or "these") return true;
            // "Ankara aims at $500 million"
            if (view.LemmaOf(clause) is "aim" or "target" or "aspire" or "hope" && view.ActorAt(subject) is not null) return true;
            if (view.Lemma(subject) is "figure" or "sum" or "amount" or "number" or "total" or "value" or "level" or "indicator" or "bar" or "mark" or "money" or "package" or "exchange" or "task" or "goal" or "target" or "aim") return true;
        }
        // "Acknowledges barely $8 million of it".
        if (view.Sentence.Children(quantity.Head).Any(c => view[c].Relation == "nmod" && view.CaseOf(c) == "of" && view[c].Form.ToLowerInvariant() is "it" or "this" or "that" or "which")) return true;
        return view.Lemma(clause) is "reach" or "exceed" or "surpass" && view.ActorAt(quantity.Head) is null;
    }

    private static bool IsOfThings(SentenceView view, Number number) =>
        number.Tokens.End < view.Count && view[number.Tokens.End].Upos is "NOUN" or "PROPN" or "ADJ" && view[number.Head].Relation is "nummod" or "compound" && !number.Tokens.Contains(view[number.Head].HeadIndex) && view[number.Head].HeadIndex >= number.Tokens.End && !view.Times.Any(t => t.Expression.Tokens.Contains(number.Tokens.End)) && view.MentionAt(view[number.Head].HeadIndex) is not Money;

    private static bool IsOfThem(SentenceView view, QuantityMention number) =>
        number.Tokens.End + 1 < view.Count && view[number.Tokens.End].Form.Equals("of", StringComparison.OrdinalIgnoreCase) && view[number.Tokens.End + 1].Form.ToLowerInvariant() is "them" or "these" or "those" or "whom";

    private static MeasureMention? Demonym(SentenceView view, Number number)
    {
        int head = view[number.Head].HeadIndex;
        // "A million Tajiks": the parser may take the million for the noun.
        if (number.Tokens.End < view.Count && head != number.Tokens.End && view.References.Any(r => r.Tokens.Start == number.Tokens.End && r.Basis is ReferenceBasis.Adjective && view[r.Head].HasFeat("Number=Plur"))) head = number.Tokens.End;
        else if (view[number.Head].Relation is not "nummod") return null;
        if (head < 0 || view.ActorAt(head) is not { Basis: ReferenceBasis.Adjective or ReferenceBasis.Name } reference) return null;
        if (number.Amount.Value < 10 || !view[head].HasFeat("Number=Plur") || reference.Actors.Count != 1) return null;
        return new MeasureMention(Persons, new TokenRange(head, head + 1), head);
    }

    private string? LastCurrency(List<Draft> drafts) =>
        (drafts.FindLast(d => d.Quantity is Money) is { } here ? here.Unit : last?.Unit) is { Length: 3 } currency && currency.All(char.IsAsciiLetterUpper) ? currency : null;

    /// <summary>Gives each change to the figure that it is told with; a change with none becomes a figure of its own.</summary>
    private void Attach(SentenceView view, List<Change> changes, List<Draft> drafts, IReadOnlyList<MeasureMention> measures, List<(Draft, List<ActorReference>)> found)
    {
        foreach (Change change in changes)
        {
            int at = change.Mention?.Head ?? change.Word;
            if (change.Mention is null && PointsBack(view, change.Word) && !drafts.Exists(d => view[d.Head].HeadIndex == change.Word))
            {
                if (OfChange(view, change, measures, drafts) is { } pointing) found.Add((pointing, []));
                continue;
            }
            Draft? best = null;
            double least = 8;
            foreach (Draft draft in drafts.Where(d => d.Change is null && d.Measure != Share))
            {
                (int arcs, int borders) = view.Distance(at, draft.Head);
                (int wordArcs, int wordBorders) = view.Distance(change.Word, draft.Head);
                double cost = Math.Min(arcs + (1.0 * borders), wordArcs + (1.0 * wordBorders)) + (0.12 * Math.Abs(draft.Head - at)) + (draft.Head > at && view[change.Word].Upos is not ("VERB" or "NOUN") ? 3 : 0) + (2 * drafts.Count(d => d != draft && Between(d.Head, at, draft.Head)));
                if (cost < least) (best, least) = (draft, cost);
            }
            if (best is not null)
            {
                best.Change = change;
                continue;
            }
            if (drafts.Any(d => d.Change is not null && view.Distance(at, d.Head).Arcs < 5)) continue;
            if (OfChange(view, change, measures, drafts) is { } alone) found.Add((alone, []));
        }
    }

    /// <summary>Whether a verb of change has "this", "it", "the figure" as what changes.</summary>
    private static bool PointsBack(SentenceView view, int verb) =>
        view.At(verb).Arguments.Any(a => a.Role is ArgumentRole.Object or ArgumentRole.Subject && !a.Inherited && (view[a.Head].Form.ToLowerInvariant() is "this" or "it" or "that" || view.Lemma(a.Head) is "figure" or "number" or "sum" or "amount"));

    private Draft? OfChange(SentenceView view, Change change, IReadOnlyList<MeasureMention> measures, List<Draft> drafts)
    {
        MeasureMention? subject = null;
        int least = 5;
        if (!PointsBack(view, change.Word)) foreach (MeasureMention mention in measures.Where(m => m.Measure.Form is MeasureForm.Noun && !m.Measure.IsForeign && m.Measure.Takes.Contains("percent") && m.Measure.Name is not "share"))
        {
            (int arcs, int borders) = view.Distance(change.Word, mention.Head);
            if (arcs + borders < least) (subject, least) = (mention, arcs + borders);
        }
        if (subject is not null && LevelOf(view, change) is { } level)
            return new Draft { Quantity = level, Unit = level is Money money ? money.Currency : UnitOf((Measurement)level), Head = change.Word, Measure = subject.Measure, MeasureHead = subject.Head, Clause = view.ClauseOf(change.Word), Change = change, Commodity = CommodityBeside(view, subject.Head, -1) };
        if (subject is not null)
            return new Draft { Head = change.Word, Measure = subject.Measure, MeasureHead = subject.Head, Clause = view.ClauseOf(change.Word), Change = change, Commodity = CommodityBeside(view, subject.Head, -1) };
        // "Hopes to double this": the figure before, seen from here.
        Draft? before = drafts.Count > 0 ? drafts[^1] : last;
        if (before is null || change.Mention is not null || !PointsBack(view, change.Word)) return null;
        return new Draft { Head = change.Word, Measure = before.Measure, MeasureHead = drafts.Count > 0 ? before.MeasureHead : -1, Clause = view.ClauseOf(change.Word), Change = change, Sides = drafts.Count > 0 ? Sides.None : before.Sides, Commodity = before.Commodity };
    }

    private static string UnitOf(Measurement measurement) =>
        measurement.Rate == "/d" && !measurement.Unit.EndsWith("/d", StringComparison.Ordinal) ? measurement.Unit + "/d" : measurement.Unit;

    /// <summary>The amount that a change leads to: "has grown fourfold in seven years, to 54 billion euros".</summary>
    private QuantityMention? LevelOf(SentenceView view, Change change)
    {
        if (change.Mention is not { } told) return null;
        foreach (QuantityMention quantity in view.Mentions.OfType<QuantityMention>())
        {
            if (quantity is not (Money { Currency: not null } or Measurement) || quantity.Tokens.Start <= told.Tokens.End || quantity.Tokens.Start - told.Tokens.End > 9) continue;
            int before = quantity.Tokens.Start - 1;
            while (before > told.Tokens.End && view[before].Form.ToLowerInvariant() is "about" or "around" or "some" or "almost" or "nearly" or "over" or "a" or "record") before--;
            if (view[before].Form.ToLowerInvariant() is "to" && !history.Exists(d => d.Quantity == quantity)) return quantity;
        }
        return null;
    }

    /// <summary>Trade statistics of one report cover the period named last with trade: "Commerce grew fast in 2023. Turnover with Laos came to ...".</summary>
    private void Topic(SentenceView view, IReadOnlyList<MeasureMention> measures)
    {
        foreach (MeasureMention mention in measures.Where(m => IsStatistic(m.Measure) && m.Measure.Form == MeasureForm.Noun))
        {
            if (FigureTimes.Find(view, mention.Head, -1, [], false) is { Expression.Function: TimeFunction.At } time && !(context.Document.Document.Published is { } day && time.To > day.LastDay && time.From >= day.FirstDay)) topic ??= time;
        }
    }

    /// <summary>"In 2021 Peru was the largest partner. Turnover hit 4 billion": the time that the sentence before began with.</summary>
    private ResolvedTime? Opening(SentenceView view)
    {
        if (view.Index == 0 || context.Sentences[view.Index - 1] is not { } before || before.Sentence.Block != view.Sentence.Block || view.Times.Count > 0) return null;
        return before.Times.FirstOrDefault(t => t.Expression is { Function: TimeFunction.At, Tokens.Start: <= 2 } && t.To.DayNumber - t.From.DayNumber > 27);
    }

    /// <summary>"Exports and imports reached $2.6 billion and $3 billion respectively": the first of the two numbers is of the first word.</summary>
    private Measure? Respective(SentenceView view, Draft draft, List<(Draft Draft, List<ActorReference> Used)> found)
    {
        if (found.Count != 2 || !Enumerable.Range(0, view.Count).Any(t => view[t].Form.Equals("respectively", StringComparison.OrdinalIgnoreCase))) return null;
        int exports = Enumerable.Range(0, view.Count).FirstOrDefault(t => view.Lemma(t) == "export", -1), imports = Enumerable.Range(0, view.Count).FirstOrDefault(t => view.Lemma(t) == "import", -1);
        if (exports < 0 || imports < 0) return null;
        bool first = ReferenceEquals(found.MinBy(f => f.Draft.Head).Draft, draft);
        return measureTable.Named(first == exports < imports ? "exports" : "imports");
    }

    private static bool IsStatistic(Measure measure) => measure.Name is "trade_turnover" or "exports" or "imports" && measure.Status is ClaimStatus.Happened;

    private static bool Between(int x, int a, int b) => x > Math.Min(a, b) && x < Math.Max(a, b);

    private static string? CommodityBeside(SentenceView view, int measure, int number)
    {
        foreach (Commodity commodity in view.Mentions.OfType<Commodity>())
        {
            if (commodity.Class == "money" || (measure >= 0 && commodity.Covers(view.Index, measure))) continue;
            if ((measure >= 0 && view.InPhrase(commodity.Head, measure)) || (number >= 0 && view.InPhrase(commodity.Head, number))) return commodity.Name;
        }
        return null;
    }

    private List<Figure>? Finish(SentenceView view, Draft draft, List<ActorReference> used)
    {
        // "Trade hit a record, Moscow and Beijing said": those who say it together.
        if (draft.Sides.All.Count < 2 && context.StandingOf(view.At(draft.Clause)).Speaker is { Actors.Count: 2 } speakers && draft.Sides.All.All(speakers.Actors.Contains) && draft.Measure.Direction == MeasureDirection.Both) draft.Sides = new Sides([], [], speakers.Actors);
        IReadOnlyList<ActorCode> actors = draft.Sides.All;
        if (actors.Count == 0) return null;
        IReadOnlyList<ActorCode> focus = context.Document.FocusAt(view.Index);
        bool foreign = draft.Measure.Name is "exports" or "imports" && actors.Count == 1 && focus.Contains(actors[0]);
        if (actors.Count < 2 && !foreign) return null;
        Proposition proposition = view.At(draft.Clause);
        Outlook outlook = context.StandingOf(proposition);
        // "Trade never stopped: $450 million", "it was not quite 3 billion" deny no number; "did not reach" does.
        if (outlook.Standing is Standing.Negated or Standing.Cancelled && outlook.Speaker is null && (draft.Measure.Form == MeasureForm.Verb || view.Lemma(draft.Clause) is "reach" or "exceed" or "amount" or "surpass") && !IsNearly(view, draft.Head)) return null;
        ClaimStatus status = StatusOf(view, draft, outlook);
        bool planned = status is ClaimStatus.Planned or ClaimStatus.Proposed;
        draft.IsPlanned = planned;
        // "To be raised from 83 to 165 million tonnes": where it starts from is no target.
        if (planned && draft.Change is null && IsStart(view, draft)) return null;
        // What is to be sold by weight is a shipment, no statistic.
        if (planned && draft.Measure is { Form: MeasureForm.Verb, Name: "exports" or "imports" } && draft.Quantity is Measurement) return null;
        if (draft.Measure is { Form: MeasureForm.Counted, Name: "volume" } && draft.Time is null && draft.Quantity?.Rate is null && drafted.All(d => d.Time is null)) return null;
        DateRange? time = draft.Time?.Value;
        if (time is null && !planned && last is { Time: { } earlier } && draft.Quantity is not null && draft.Measure.Form != MeasureForm.Counted && last.Clause >= 0 && IsPart(draft, last)) time = earlier.Value;
        if (time is null && !planned && draft.Quantity is not null && IsStatistic(draft.Measure)) time = Opening(view)?.Value ?? topic?.Value;
        Figure figure = new()
        {
            Status = status,
            Evidence = [EvidenceOf(view, draft, proposition)],
            Speaker = outlook.Speaker?.Name,
            Actors = [.. ExtractionContext.Mentions(used)],
            // Shares of the claims that were right on the panel: 0.92 with a measure word, 0.8 with one carried over or none but a count.
            Confidence = draft.MeasureHead >= 0 && draft.Measure.Form is not MeasureForm.Counted ? 0.9 : 0.75,
            Measure = draft.Measure.Name,
            From = draft.Sides.From,
            To = draft.Sides.To,
            Parties = draft.Sides.Parties,
            Unit = draft.Quantity is null ? null : draft.Unit,
            Value = ValueOf(draft),
            Comparator = draft.Quantity is { } number ? FollowsChange(view, number) ? "=" : number.Amount.Comparator : null,
            Rate = draft.Quantity?.Rate is { } rate && rate.StartsWith("per", StringComparison.Ordinal) ? rate : null,
            Period = planned ? null : time,
            Due = planned ? time?.End : null,
            ChangePct = draft.Change?.Percent,
            Commodity = draft.Commodity,
        };
        if (draft.Quantity?.Amount.High is not { } high) return [figure];
        return [figure with { Comparator = ">" }, figure with { Value = high, Comparator = "<" }];
    }

    private static bool IsStart(SentenceView view, Draft draft) =>
        draft.Quantity is { } number && number.Tokens.Start > 0 && view[number.Tokens.Start - 1].Form.Equals("from", StringComparison.OrdinalIgnoreCase)
        && Enumerable.Range(number.Tokens.End, Math.Clamp(view.Count - number.Tokens.End, 0, 6)).Any(i => view[i].Form.Equals("to", StringComparison.OrdinalIgnoreCase) && view.Mentions.Any(m => m is QuantityMention && m.Tokens.Start > i && m.Tokens.Start <= i + 3));

    /// <summary>"Not quite", "not even".</summary>
    private static bool IsNearly(SentenceView view, int number)
    {
        for (int i = Math.Max(1, number - 5); i < number; i++)
        {
            if (view[i].Form is "quite" or "even" or "yet" && view[i - 1].Form is "not" or "n't") return true;
        }
        return false;
    }

    /// <summary>The number in the figure's unit: a third is 33.3 percent.</summary>
    private static decimal? ValueOf(Draft draft) => draft is { Quantity: Number part, Unit: "percent" } ? Math.Round(part.Amount.Value * 100, 1) : draft.Quantity?.Amount.Value;

    /// <summary>"27% above the $70 billion": the comparison is the change's, not the number's.</summary>
    private static bool FollowsChange(SentenceView view, QuantityMention number)
    {
        for (int i = number.Tokens.Start - 1; i >= Math.Max(0, number.Tokens.Start - 3); i--)
        {
            if (view.MentionAt(i) is Percentage or Multiple) return true;
        }
        return false;
    }

    private static bool IsPart(Draft draft, Draft whole) =>
        draft.Measure.Name is "exports" or "imports" && whole.Measure.Name is "trade_turnover" or "exports" or "imports" && draft.Sides.All.All(whole.Sides.All.Contains);

    private ClaimStatus StatusOf(SentenceView view, Draft draft, Outlook outlook)
    {
        if (outlook.Standing is Standing.Denied) return ClaimStatus.Denied;
        if (draft.IsPartOfPlan || IsToBe(view, draft.Clause)) return ClaimStatus.Planned;
        if (outlook.Status is null or ClaimStatus.Planned || draft.Measure.Status is ClaimStatus.Planned) return ClaimStatus.Planned;
        if (draft.Time is { } when && context.Document.Document.Published is { } published && when.From > published.LastDay && !IsPast(view, draft.Clause) && !view.Sentence.Children(draft.Clause).Any(c => view[c].Relation == "aux" && view[c].Lemma == "have")) return ClaimStatus.Planned;
        if (outlook.Status is ClaimStatus.Proposed) return ClaimStatus.Proposed;
        if (targets.Governs(view, draft.Head)) return ClaimStatus.Planned;
        if (outlook.Standing is Standing.Ongoing) return draft.Measure.Status is ClaimStatus.Happened ? ClaimStatus.Happened : ClaimStatus.Ongoing;
        bool present = IsPresent(view, draft.Clause);
        if (draft.Measure.Status is ClaimStatus.Happened) return present && draft.Quantity?.Rate is not null ? ClaimStatus.Ongoing : ClaimStatus.Happened;
        return present || (draft.Measure.Status is ClaimStatus.Ongoing && draft.Time is null && !IsPast(view, draft.Clause)) ? ClaimStatus.Ongoing : ClaimStatus.Happened;
    }

    /// <summary>"Are to be created", "is to be raised to".</summary>
    private static bool IsToBe(SentenceView view, int clause) =>
        view.Sentence.Children(clause).Any(c => view[c].Relation == "mark" && view[c].Form.Equals("to", StringComparison.OrdinalIgnoreCase)) && view.Sentence.Children(clause).Any(c => c < clause && view[c].Relation is "aux" or "cop" && view[c].Lemma == "be" && view[c].Xpos is "VBZ" or "VBP" or "VBD");

    private static bool IsPresent(SentenceView view, int clause)
    {
        if (view[clause].Xpos is "VBZ" or "VBP") return true;
        bool present = false;
        foreach (int child in view.Sentence.Children(clause))
        {
            if (view[child].Relation is not ("aux" or "cop")) continue;
            if (view[child].Lemma is "have" || view[child].Xpos is "VBD" or "MD") return false;
            present |= view[child].Xpos is "VBZ" or "VBP";
        }
        return present;
    }

    private static bool IsPast(SentenceView view, int clause) => view[clause].Xpos is "VBD" || view.Sentence.Children(clause).Any(c => view[c].Relation is "aux" or "cop" && view[c].Xpos == "VBD");

    private Evidence EvidenceOf(SentenceView view, Draft draft, Proposition proposition)
    {
        TextSpan span = context.EvidenceOf(proposition).Span;
        span = span.Cover(draft.Quantity?.Span ?? view[draft.Head].Span);
        if (draft.MeasureHead >= 0) span = span.Cover(view[draft.MeasureHead].Span);
        return Evidence.At(context.Document.Document, span);
    }
}
