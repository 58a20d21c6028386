using Entente.Extracting.Figures;
using Entente.Extracting.Propositions;
using Entente.Recognizing;

namespace Entente.Extracting.Transfers;

/// <summary>Reads what a predicate moves: goods with a name, a weight or a number; or money.</summary>
internal static class LoadReader
{
    /// <summary>Goods that no list of commodities needs to hold, with what they are.</summary>
    private static readonly Dictionary<string, string> Common = new(StringComparer.Ordinal)
    {
        ["aid"] = "aid", ["assistance"] = "aid", ["cargo"] = "goods", ["goods"] = "goods", ["supplies"] = "goods", ["relief"] = "aid", ["equipment"] = "goods", ["weapon"] = "arms", ["arm"] = "arms", ["arms"] = "arms",
    };

    /// <summary>What a predicate moves, or null where its words name nothing that can be moved.</summary>
    public static Load? Read(SentenceView view, Proposition proposition, TransferFrame frame, int goods)
    {
        List<Commodity> commodities = [.. view.Mentions.OfType<Commodity>().Where(c => Belongs(view, c.Head, goods, proposition))];
        Measurement? weight = view.Mentions.OfType<Measurement>().Where(m => m.Unit is not ("km" or "km2" or "m" or "m2" or "ha" or "kV" or "mi" or "h")).FirstOrDefault(m => Belongs(view, m.Head, goods, proposition));
        Money? money = view.Mentions.OfType<Money>().FirstOrDefault(m => m.Currency is not null && Belongs(view, m.Head, goods, proposition));
        List<Commodity> things = [.. commodities.Where(c => c.Class != "money")];
        string? common = goods >= 0 && things.Count == 0 ? Common.GetValueOrDefault(view.Lemma(goods)) ?? Common.GetValueOrDefault(view[goods].Form.ToLowerInvariant()) : null;
        Number? count = things.Count == 0 ? null
            : view.Mentions.OfType<Number>().FirstOrDefault(n => !n.IsOrdinal && n.Amount.Value >= 2 && things.Exists(c => view[n.Head].HeadIndex == c.Head || (goods >= 0 && view[n.Head].HeadIndex == goods)));
        if (frame.TakesGoods && (things.Count > 0 || weight is not null || common is "arms" or "aid" or "goods"))
        {
            bool named = things.Count > 0;
            return new Load
            {
                Commodity = named ? NamesOf(view, things) : common is not null ? view[goods].Form.ToLowerInvariant() : null,
                Class = named ? things[0].Class : common,
                Quantity = weight ?? (QuantityMention?)count,
                Price = money,
            };
        }
        if (frame.TakesMoney && (money is not null || commodities.Exists(c => c.Class == "money") || frame.Pos == 'N'))
            return new Load { Commodity = "money", Class = "money", Price = money, IsMoney = true };
        return null;
    }

    /// <summary>Whether a mention belongs to the goods' phrase, or hangs on the predicate itself with no other predicate between.</summary>
    private static bool Belongs(SentenceView view, int token, int goods, Proposition proposition)
    {
        if (goods >= 0 && (token == goods || view.InPhrase(token, goods) || (view.Is(token, "conj") && view[token].HeadIndex == goods))) return true;
        if (view[token].HeadIndex == proposition.Head) return view[token].Relation is "obl" or "obj" or "nmod" or "compound" or "dep" or "amod" or "advmod";
        // "for the sum of 410 million somoni": one noun between.
        int above = view[token].HeadIndex;
        return above >= 0 && view[above].HeadIndex == proposition.Head && view[above].Relation is "obl" or "nmod" && view[above].Upos == "NOUN" && view.Lemma(above) is "sum" or "amount" or "total" or "volume" or "quantity";
    }

    private static string NamesOf(SentenceView view, List<Commodity> things)
    {
        List<string> names = [.. things.Select(t => t.Name).Distinct(StringComparer.Ordinal)];
        return names.Count == 1 ? names[0] : names.Count > 4 ? string.Join(", ", names.Take(4)) : string.Join(", ", names.SkipLast(1)) + " and " + names[^1];
    }
}
