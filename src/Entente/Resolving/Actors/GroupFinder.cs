using Entente.Claims;
using Entente.Recognizing;
using Entente.Text;

namespace Entente.Resolving.Actors;

/// <summary>Finds words that stand for several actors in focus: "both countries", "the two sides", "the parties", "each other", "bilateral", "the three presidents".</summary>
internal static class GroupFinder
{
    private static readonly HashSet<string> Nouns = new(StringComparer.OrdinalIgnoreCase)
    {
        "countries", "nations", "states", "sides", "parties", "neighbours", "neighbors", "governments", "capitals", "leaders", "presidents", "ministers", "delegations", "republics", "peoples", "powers", "allies",
        "partners", "armies", "economies", "militaries", "premiers", "kingdoms", "rivals", "heads", "interlocutors", "foes", "signatories", "statesmen", "counterparts",
        "chairmen", "speakers", "monarchs",
    };

    private static readonly HashSet<string> Bare = new(StringComparer.OrdinalIgnoreCase)
    {
        "sides", "parties", "countries", "neighbours", "neighbors", "interlocutors", "leaders", "presidents", "ministers", "nations", "states", "delegations", "signatories",
    };

    /// <summary>Adds the groups of a sentence to a draft.</summary>
    public static void Find(ActorDraft draft, int s, IReadOnlyList<ActorCode> focus, IReadOnlyList<ActorCode> before)
    {
        Sentence sentence = draft.Document.Sentences[s];
        for (int t = 0; t < sentence.Tokens.Count; t++)
        {
            if (draft.IsTaken(s, t)) continue;
            string word = sentence.Tokens[t].Form.ToLowerInvariant();
            if (word is "bilateral" or "mutual" or "mutually" or "bilaterally" or "two-way" || (word == "way" && t > 1 && sentence.Tokens[t - 1].Form == "-" && Lower(sentence, t - 2) == "two"))
            {
                int start = word == "way" ? t - 2 : t;
                draft.Add(s, new TokenRange(start, t + 1), t, Pair(draft, s, start, focus), ReferenceBasis.Group);
            }
            else if (word is "trilateral" or "tripartite") draft.Add(s, new TokenRange(t, t + 1), t, Several(draft, s, t, 3), ReferenceBasis.Group);
            else if ((word == "each" && Lower(sentence, t + 1) == "other") || (word == "one" && Lower(sentence, t + 1) == "another"))
            {
                draft.Add(s, new TokenRange(t, t + 2), t, Pair(draft, s, t, focus), ReferenceBasis.Group);
                t++;
            }
            else if (Nouns.Contains(word)) Counted(draft, s, t, focus, before);
            else if (word == "both" && t + 1 < sentence.Tokens.Count && sentence.Tokens[t].Upos is "PRON" or "NOUN") draft.Add(s, new TokenRange(t, t + 1), t, Pair(draft, s, t, focus), ReferenceBasis.Group);
        }
        // Titles in the plural without names or states: "both ministers", "the two foreign ministers".
        foreach (OfficeTitle title in draft.Document.In(s).OfType<OfficeTitle>().Where(o => o.IsPlural && !draft.IsTaken(s, o.Tokens.Start)))
        {
            int number = Number(sentence, title.Tokens.Start, out _);
            if (number == 0 && Lower(sentence, title.Tokens.Start - 1) is not ("the" or "their")) continue;
            if (title.Tokens.End < sentence.Tokens.Count && draft.IsTaken(s, title.Tokens.End)) continue;
            draft.Add(title, number > 2 ? Several(draft, s, title.Tokens.Start, number) : Pair(draft, s, title.Tokens.Start, focus), ReferenceBasis.Group, null, title.Office, title.Role);
        }
    }

    private static void Counted(ActorDraft draft, int s, int noun, IReadOnlyList<ActorCode> focus, IReadOnlyList<ActorCode> before)
    {
        Sentence sentence = draft.Document.Sentences[s];
        int number = Number(sentence, noun, out int start);
        string word = sentence.Tokens[noun].Form.ToLowerInvariant();
        if (number == 0)
        {
            // "the sides agreed", but not "the countries of the region" or "other countries".
            if (Lower(sentence, noun - 1) is not ("the" or "these" or "our" or "their") || !Bare.Contains(word)) return;
            if (Lower(sentence, noun + 1) is "of" or "that" or "which" or "where" or "in" or "with" or "involved" or "concerned") return;
            start = noun - 1;
        }
        if (Lower(sentence, noun + 1) == "of" && number > 0 && draft.IsTaken(s, noun + 2)) return;
        IReadOnlyList<ActorCode> actors = number > 2 ? Several(draft, s, start, number) : Pair(draft, s, start, focus.Count > 0 ? focus : before);
        if (actors.Count < 2) return;
        draft.Add(s, new TokenRange(start, noun + 1), noun, actors, ReferenceBasis.Group);
    }

    // "both", "the two", "three" before a noun, over up to three words: "both neighbouring countries", "the two Central Asian states".
    private static int Number(Sentence sentence, int noun, out int start)
    {
        start = noun;
        for (int at = noun - 1; at >= 0 && at >= noun - 4; at--)
        {
            string word = sentence.Tokens[at].Form.ToLowerInvariant();
            int number = word switch { "both" or "two" or "2" => 2, "three" or "3" => 3, "four" or "4" => 4, "five" or "5" => 5, _ => 0 };
            if (number > 0)
            {
                start = at > 0 && Lower(sentence, at - 1) is "the" or "our" or "their" or "these" ? at - 1 : at;
                return number;
            }
            if (sentence.Tokens[at].Upos is not ("ADJ" or "NOUN" or "PROPN" or "DET") && word is not ("-" or "'s" or "of" or "neighbouring" or "neighboring")) return 0;
        }
        return 0;
    }

    /// <summary>The two actors meant: the two named before in the sentence, else the focus if it is a pair.</summary>
    private static IReadOnlyList<ActorCode> Pair(ActorDraft draft, int s, int token, IReadOnlyList<ActorCode> focus)
    {
        List<ActorCode> named = draft.StatesBefore(s, token);
        if (named.Count == 2) return named;
        if (named.Count < 2)
        {
            List<ActorCode> with = draft.StatesBefore(s, token, organizations: true);
            if (with.Count == 2 && (focus.Count != 2 || with.All(focus.Contains))) return with;
        }
        return focus.Count == 2 ? focus : [];
    }

    // The last distinct states named, going back at most three sentences, if they are exactly as many.
    private static List<ActorCode> Several(ActorDraft draft, int s, int token, int number)
    {
        List<ActorCode> named = draft.StatesBefore(s, token);
        for (int earlier = s - 1; earlier >= 0 && earlier >= s - 3 && named.Count < number; earlier--)
        {
            List<ActorCode> states = draft.StatesIn(earlier);
            named = [.. states, .. named.Where(n => !states.Contains(n))];
        }
        return named.Count == number ? named : [];
    }

    private static string Lower(Sentence sentence, int token) => token < 0 || token >= sentence.Tokens.Count ? "" : sentence.Tokens[token].Form.ToLowerInvariant();
}
