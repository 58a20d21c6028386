using Entente.Recognizing;
using Entente.Text;

namespace Entente.Resolving.Actors;

/// <summary>Tells a capital that stands for its government ("Astana said", "between Moscow and Kyiv") from one that is a place ("in Astana").</summary>
internal static class SeatReader
{
    private static readonly HashSet<string> PlacePrepositions = new(StringComparer.OrdinalIgnoreCase)
    {
        "in", "at", "near", "outside", "around", "into", "through", "via", "across", "within", "inside", "over",
    };

    private static readonly HashSet<string> ActorPrepositions = new(StringComparer.OrdinalIgnoreCase) { "with", "between", "by", "against", "among", "amongst", "for", "on", "upon", "about", "according" };

    private static readonly HashSet<string> PlaceVerbs = new(StringComparer.OrdinalIgnoreCase)
    {
        "visit", "reach", "leave", "tour", "enter", "hit", "shell", "strike", "bomb", "shake", "arrive", "travel", "fly", "go", "come", "return", "attend", "depart", "land", "head", "move", "meet", "gather", "host", "hold",
        "base", "born", "live", "take", "open", "connect", "link", "drive", "walk", "pass", "sign", "send",
    };

    private static readonly HashSet<string> PlaceNouns = new(StringComparer.OrdinalIgnoreCase)
    {
        "visit", "trip", "flight", "travel", "arrival", "journey", "tour", "return", "route", "road", "train", "railway", "city", "capital", "mayor", "airport", "summit", "meeting", "conference", "forum", "street", "centre", "center",
        "university", "port", "resident", "embassy", "office", "declaration", "process", "region", "talks", "round", "agreement", "convention", "protocol", "suburb", "ambassador", "consulate",
    };

    private static readonly HashSet<string> SpeakingVerbs = new(StringComparer.OrdinalIgnoreCase)
    {
        "protest", "complain", "appeal", "apologize", "apologise", "object", "write", "reply", "respond", "answer", "turn", "deliver", "hand", "submit", "issue", "convey", "attribute", "demand", "request", "seek", "expect", "want",
        "extradite", "concede", "yield", "bow", "belong", "lodge", "address", "signal", "explain",
    };

    /// <summary>Whether a capital acts.</summary>
    public static bool Acts(Sentence sentence, Mention seat)
    {
        int head = seat.Head;
        Token token = sentence.Tokens[head];
        // "Astana's proposal", but not "Astana's airport".
        int possessive = seat.Tokens.End < sentence.Tokens.Count && sentence.Tokens[seat.Tokens.End].Form is "'s" or "’s" or "'" or "’" ? seat.Tokens.End : -1;
        if (possessive >= 0) return !(token.Head > 0 && PlaceNouns.Contains(sentence.Tokens[token.HeadIndex].Lemma));
        return Acts(sentence, head, 0);
    }

    private static bool Acts(Sentence sentence, int index, int depth)
    {
        Token token = sentence.Tokens[index];
        if (depth > 4) return false;
        int preposition = Case(sentence, index);
        string? word = preposition < 0 ? null : sentence.Tokens[preposition].Form;
        if (word is not null && PlacePrepositions.Contains(word)) return false;
        Token? governor = token.Head > 0 ? sentence.Tokens[token.HeadIndex] : null;
        switch (token.Relation)
        {
            case "nsubj" when token.Deprel == "nsubj:pass":
                return governor is not null && !PlaceVerbs.Contains(governor.Lemma) && word is null;
            case "nsubj":
                return governor is not null && word is null && (governor.Upos is "VERB" or "ADJ" || (governor.Upos == "NOUN" && sentence.Child(token.HeadIndex, "cop") < 0));
            case "conj" when governor is not null:
                return word is null || !ActorPrepositions.Contains(word) ? Acts(sentence, token.HeadIndex, depth + 1) : true;
            case "obj" or "iobj":
                return governor is not null && governor.Upos == "VERB" && !PlaceVerbs.Contains(governor.Lemma);
            case "obl" or "nmod" when word is not null:
                if (ActorPrepositions.Contains(word)) return true;
                if (governor is null) return false;
                // "protested to Kyiv", "sought an apology from Ankara": one speaks to a government, not to a city.
                if (token.Relation == "obl" && governor.Upos == "VERB" && word.ToLowerInvariant() is "to" or "from" && SpeakingVerbs.Contains(governor.Lemma)) return true;
                if (word.Equals("to", StringComparison.OrdinalIgnoreCase) || word.Equals("from", StringComparison.OrdinalIgnoreCase) || word.Equals("of", StringComparison.OrdinalIgnoreCase))
                    return token.Relation == "nmod" && governor.Upos == "NOUN" && !PlaceNouns.Contains(governor.Lemma);
                return false;
            default:
                return false;
        }
    }

    private static int Case(Sentence sentence, int index)
    {
        int found = sentence.Child(index, "case");
        while (found >= 0 && sentence.Tokens[found].Form is "'s" or "’s")
        {
            found = -1;
        }
        if (found >= 0) return found;
        return index > 0 && sentence.Tokens[index - 1].Upos == "ADP" && sentence.Tokens[index].Relation is not "nsubj" ? index - 1 : -1;
    }
}
