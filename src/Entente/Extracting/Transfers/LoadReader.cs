using Entente.Extracting.Figures;
using Entente.Extracting.Propositions;
using Entente.Recognizing;
using Entente.Resolving;
using Entente.Text;

namespace Entente.Extracting.Transfers;

/// <summary>Reads what a predicate moves: goods with a name, a weight or a number; or money.</summary>
internal static class LoadReader
{
    /// <summary>Goods that no list of commodities needs to hold, with what they are.</summary>
    private static readonly Dictionary<string, string> Common = new(StringComparer.Ordinal)
    {
        ["aid"] = "aid", ["assistance"] = "aid", ["cargo"] = "goods", ["goods"] = "goods", ["good"] = "goods", ["supplies"] = "goods", ["relief"] = "aid", ["weapon"] = "arms", ["arm"] = "arms", ["arms"] = "arms", ["product"] = "goods",
    };

    /// <summary>Nouns that hold or measure goods; their own number is not that of the goods.</summary>
    private static readonly HashSet<string> Holders = new(StringComparer.Ordinal)
    {
        "train", "wagon", "truck", "lorry", "ship", "plane", "aircraft", "convoy", "batch", "shipload", "consignment", "set", "package", "shipment", "container", "cargo", "tanker", "vessel", "load", "planeload", "truckload", "box", "crate",
        "volume", "amount", "quantity", "supply", "delivery", "ton", "tonne", "barrel", "meter", "metre", "worth", "litre", "liter", "kilo", "kilogram", "total", "part", "bulk", "most", "more", "kind", "type", "range", "megawatt", "kwh", "mw", "export", "import", "sale", "purchase", "portion", "surplus", "product", "shipping", "stock", "additional", "equivalent", "donation", "transfer", "cargoe", "cargoes", "tranche", "dose", "regiment", "battery", "squadron", "battalion", "fleet", "lot", "instalment", "installment", "group", "trainload", "parcel", "pallet", "airlift",
    };

    /// <summary>Holders that are goods themselves where they hold nothing: "ordered 160 aircraft".</summary>
    private static readonly HashSet<string> Craft = new(StringComparer.Ordinal) { "train", "wagon", "truck", "lorry", "ship", "plane", "aircraft", "container", "tanker", "vessel", "set" };

    /// <summary>What a predicate moves, or null where its words name nothing that can be moved.</summary>
    public static Load? Read(SentenceView view, Proposition proposition, TransferFrame frame, int goods)
    {
        if (goods >= 0 && (view.MentionAt(goods) is Percentage || (view.Lemma(goods) == "investment" && frame.Pos == 'V'))) return null;
        // "Pledged $15 billion of investment", "in investments": a figure.
        if (goods >= 0 && frame.Pos == 'V' && view.MentionAt(goods) is Money pledged && Enumerable.Range(pledged.Tokens.End, Math.Clamp(view.Count - pledged.Tokens.End, 0, 5)).TakeWhile(i => view[i].Upos is not ("VERB" or "PUNCT")).Any(i => view.Lemma(i) is "investment")) return null;
        List<Commodity> things = [.. view.Mentions.OfType<Commodity>().Where(c => c.Class is not ("money" or "people") && IsMoved(view, c, goods, proposition, frame))];
        Measurement? weight = view.Mentions.OfType<Measurement>().Where(m => IsAmount(m)).FirstOrDefault(m => Belongs(view, m, goods, proposition));
        Money? money = view.Mentions.OfType<Money>().FirstOrDefault(m => m.Currency is not null && Belongs(view, m, goods, proposition));
        if (things.Exists(t => !Holders.Contains(view.Lemma(t.Head)) || t.Tokens.Length > 1)) things.RemoveAll(t => t.Tokens.Length == 1 && Holders.Contains(view.Lemma(t.Head)));
        // "A train of 36 wagons with humanitarian cargo": what the holder holds.
        if (goods >= 0 && things.Count > 0 && Holders.Contains(view.Lemma(goods)) && things.TrueForAll(t => Holders.Contains(view.Lemma(t.Head))) && HeldBy(view, goods) is >= 0 and int held)
            return new Load { Commodity = PhraseOf(view, held), Class = Common[view.Lemma(held)], Price = money };
        if (things.Count == 0 && weight is not null && goods >= 0 && HeldBy(view, goods) is >= 0 and int weighed && view.ActorAt(weighed) is null)
            return new Load { Commodity = PhraseOf(view, weighed), Class = Common[view.Lemma(weighed)], Quantity = weight, Price = money };
        string? common = goods >= 0 && things.Count == 0 ? Common.GetValueOrDefault(view.Lemma(goods)) ?? Common.GetValueOrDefault(view[goods].Form.ToLowerInvariant()) : null;
        Number? count = weight is not null || goods < 0 ? null : Upper(view, CountOf(view, things, goods));
        if (frame.TakesGoods && (things.Count > 0 || weight is not null || common is not null))
        {
            return new Load
            {
                Commodity = things.Count > 0 ? NamesOf(things) : common is not null ? PhraseOf(view, goods) : null,
                Class = things.Count > 0 ? things[0].Class : common,
                Quantity = weight ?? (QuantityMention?)count,
                Price = money,
            };
        }
        if (money is not null && goods >= 0 && !money.Tokens.Contains(goods) && frame.Pos == 'V' && !IsFund(view, goods)) money = null;
        if (frame.TakesMoney && (money is not null || (frame.Pos == 'N' && !frame.TakesGoods) || (goods >= 0 && view.MentionAt(goods) is Commodity { Class: "money" })))
            return new Load { Commodity = "money", Class = "money", Price = money, IsMoney = true };
        if (frame.TakesThings && count is not null && IsThing(view, goods))
            return new Load { Commodity = PhraseOf(view, goods), Class = "things", Quantity = count, Price = money };
        return null;
    }

    /// <summary>Whether a noun holds or measures goods: "a train of", "tons of".</summary>
    public static bool IsHolder(SentenceView view, int noun) => Holders.Contains(view.Lemma(noun));

    private static int HeldBy(SentenceView view, int holder)
    {
        foreach (int token in view.Sentence.Subtree(holder))
            if (token > holder && view[token].Relation is "nmod" or "obl" && view.CaseOf(token) is "of" or "with" && Common.ContainsKey(view.Lemma(token))) return token;
        return -1;
    }

    /// <summary>Nouns of money: "gave a loan of $5 million".</summary>
    private static bool IsFund(SentenceView view, int noun) =>
        view.MentionAt(noun) is Commodity { Class: "money" or "aid" } or Money
        || view.Lemma(noun) is "loan" or "grant" or "credit" or "aid" or "assistance" or "sum" or "amount" or "tranche" or "deposit" or "support" or "funding" or "fund" or "package" or "contribution" or "donation" or "subsidy" or "line" or "facility" or "money" or "payment" or "compensation" or "total" or "financing" or "term";

    /// <summary>Whether a measurement is of what can be moved.</summary>
    public static bool IsAmount(Measurement measurement) => measurement.Unit is "t" or "m3" or "l" or "bbl" or "kWh" or "MW" or "TEU";

    /// <summary>A number of the things themselves: "24 jets", not "two shiploads of arms".</summary>
    private static Number? CountOf(SentenceView view, List<Commodity> things, int goods)
    {
        foreach (Number number in view.Mentions.OfType<Number>())
        {
            if (number.IsOrdinal || number.Amount.Value < 2) continue;
            int counted = view[number.Head].HeadIndex;
            // "24 Bastion vehicles": the number may hang on the make.
            if (counted >= 0 && view.Is(counted, "compound") && view[counted].HeadIndex == goods) counted = goods;
            // "12 patrol ships" are goods; "12 ships of grain", "12 grain ships" hold them.
            if (counted < 0 || (Holders.Contains(view.Lemma(counted)) && view.Lemma(counted) is not ("dose" or "battery" or "regiment" or "squadron" or "battalion") && (!Craft.Contains(view.Lemma(counted)) || Holds(view, counted, things)))) continue;
            if (view.Lemma(counted) is "dose" or "battery" or "regiment" or "squadron" or "battalion" && (counted == goods || view.Sentence.IsBelow(counted, goods))) return number;
            // "135 rescuers and relief goods": the rescuers are not the goods.
            if (things.Exists(t => t.Tokens.Contains(counted)) || (counted == goods && !things.Exists(t => view.Is(t.Head, "conj") && view[t.Head].HeadIndex == goods))) return number;
        }
        // "Handed Morocco 750 vehicles": the number right before the goods, whatever the parser hangs it on.
        int start = goods;
        while (start > 0 && view[start - 1].HeadIndex == goods && view[start - 1].Upos is "ADJ" or "NOUN" or "PROPN" && view.MentionAt(start - 1) is not Number && !view.References.Any(r => r.Tokens.Contains(start - 1) && r.Tokens.End <= goods && r.Basis is ReferenceBasis.Name)) start--;
        if (start <= 0 || !view[goods].HasFeat("Number=Plur") || Holders.Contains(view.Lemma(goods)) && !Craft.Contains(view.Lemma(goods))) return null;
        return view.Mentions.OfType<Number>().FirstOrDefault(n => n.Tokens.End == start && !n.IsOrdinal && n.Amount.Value >= 2 && view[n.Head].HeadIndex != goods);
    }

    /// <summary>"Between 40 and 50 million doses", "8 to 12 jets": the upper end speaks for both.</summary>
    private static Number? Upper(SentenceView view, Number? number)
    {
        if (number is null || number.Tokens.End + 1 >= view.Count || view[number.Tokens.End].Form.ToLowerInvariant() is not ("and" or "to" or "-" or "–")) return number;
        if (view[number.Tokens.End].Form.Equals("and", StringComparison.OrdinalIgnoreCase) && (number.Tokens.Start == 0 || !view[number.Tokens.Start - 1].Form.Equals("between", StringComparison.OrdinalIgnoreCase))) return number;
        return view.Mentions.OfType<Number>().FirstOrDefault(n => n.Tokens.Start == number.Tokens.End + 1 && !n.IsOrdinal && n.Amount.Value > number.Amount.Value) ?? number;
    }

    private static bool Holds(SentenceView view, int holder, List<Commodity> things) =>
        things.Exists(t => !t.Tokens.Contains(holder)) || view.Sentence.Children(holder).Any(c => c > holder && view[c].Relation is "nmod" or "acl" && (view.CaseOf(c) is "of" or "with" || view.Lemma(c) is "carry" or "load"));

    private static bool IsThing(SentenceView view, int goods) =>
        view[goods].Upos is "NOUN" or "PROPN" && !view.IsIn("no-goods", view.Lemma(goods)) && !Holders.Contains(view.Lemma(goods)) && view.ActorAt(goods) is null
        && view.MentionAt(goods) is not (PersonName or OfficeTitle or Instrument or PlaceName or QuantityMention or Commodity { Class: "people" });

    /// <summary>Whether a commodity is what is moved: the goods themselves, joined with them, or held by what holds goods ("tons of", "a train with").</summary>
    private static bool IsMoved(SentenceView view, Commodity commodity, int goods, Proposition proposition, TransferFrame frame)
    {
        int at = commodity.Head;
        if (view[at].Relation is "compound" or "amod" && !commodity.Tokens.Contains(view[at].HeadIndex))
        {
            int governor = view[at].HeadIndex;
            // "Gas deliveries" moves gas; "the oil minister", "an aid worker" move nothing.
            if (governor == proposition.Head || (governor == goods && Holders.Contains(view.Lemma(goods)))) return frame.Pos == 'N' || governor == goods;
            return governor == goods && Common.ContainsKey(view.Lemma(goods));
        }
        for (int steps = 0; at >= 0 && steps < 8; steps++)
        {
            if (at == goods || commodity.Tokens.Contains(goods)) return true;
            int governor = view[at].HeadIndex;
            if (governor < 0 || governor == proposition.Head) return governor == proposition.Head && goods < 0 && view[at].Relation is "obj" or "nsubj" && view[at].Deprel != "nsubj";
            bool joined = view[at].Relation is "conj" or "appos" or "list";
            bool held = view[at].Relation is "nmod" or "obl" && view.CaseOf(at) is "of" or "with" && (Holders.Contains(view.Lemma(governor)) || view.MentionAt(governor) is QuantityMention);
            if (!joined && !held) return false;
            at = governor;
        }
        return false;
    }

    /// <summary>Whether an amount belongs to the goods' phrase, or hangs on the predicate itself with no other predicate between.</summary>
    private static bool Belongs(SentenceView view, QuantityMention quantity, int goods, Proposition proposition)
    {
        int token = quantity.Head;
        // "5,000 tonnes of food pledged by": the weight stands above the goods.
        if (goods >= 0 && quantity is Measurement && view.Is(goods, "nmod") && view.CaseOf(goods) == "of" && quantity.Tokens.Contains(view[goods].HeadIndex)) return true;
        if (goods >= 0 && (token == goods || quantity.Tokens.Contains(goods) || view.InPhrase(token, goods))) return true;
        if (view[token].HeadIndex == proposition.Head) return view[token].Relation is "obl" or "obj" or "nmod" or "compound" or "dep" or "amod" or "advmod" && !(proposition.Pos == 'N' && view.CaseOf(token) is "to" or "from");
        // "Sweden's package is worth 16 billion kronor"
        if (quantity is Money && proposition.Pos == 'N' && view.Is(proposition.Head, "nsubj") && quantity.Tokens.Contains(view[proposition.Head].HeadIndex)) return true;
        if (quantity is Money && proposition.Pos == 'N' && view.Is(proposition.Head, "nsubj") && view[proposition.Head].HeadIndex is >= 0 and int copula && view.Lemma(copula) is "worth" or "value" or "amount" or "total" or "estimate" or "put" && view.Sentence.IsBelow(token, copula) && view.Distance(token, copula) is ( <= 2, 0)) return true;
        // "for the sum of 410 million somoni": one noun between.
        int above = view[token].HeadIndex;
        if (above >= 0 && view[above].HeadIndex == proposition.Head && view[above].Relation is "obl" or "nmod" or "obj" && view.Lemma(above) is "sum" or "amount" or "total" or "volume" or "quantity" or "price" or "worth") return true;
        // "Ordered 160 aircraft in a deal valued at $96 billion", "worth $2 billion".
        int priced = above >= 0 && view.Lemma(above) is "value" or "worth" or "cost" or "estimate" or "price" ? above : -1;
        int deal = priced >= 0 ? view[priced].HeadIndex : -1;
        return quantity is Money && deal >= 0 && (deal == proposition.Head || deal == goods || (view[deal].HeadIndex == proposition.Head && view.Lemma(deal) is "deal" or "contract" or "order" or "agreement" or "purchase" or "package" or "sale"));
    }

    private static string NamesOf(List<Commodity> things)
    {
        List<string> names = [.. things.Select(t => t.Name).Distinct(StringComparer.Ordinal).Take(5)];
        return names.Count == 1 ? names[0] : string.Join(", ", names.SkipLast(1)) + " and " + names[^1];
    }

    /// <summary>A noun with the words before it that belong to it, without numbers and articles.</summary>
    public static string PhraseOf(SentenceView view, int noun)
    {
        List<int> words = [.. view.Sentence.Children(noun)
            .Where(c => c < noun && view[c].Relation is "compound" or "amod" or "flat" && view.MentionAt(c) is not QuantityMention && view.References.All(r => !r.Tokens.Contains(c) || r.Basis is ReferenceBasis.Company))
            .SelectMany(c => view[c].Relation is "amod" ? [c] : view.Sentence.Subtree(c)), noun];
        int start = words.Min();
        // "IRIS-T systems": as written where the words stand together.
        return words.Count == noun - start + 1 ? view.TextOf(new TokenRange(start, noun + 1)).ReplaceLineEndings(" ") : string.Join(' ', words.Order().Select(w => view[w].Form));
    }
}
