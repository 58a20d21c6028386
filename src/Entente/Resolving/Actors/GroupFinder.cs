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
        "chairmen", "speakers", "monarchs", "men", "women", "politicians", "diplomats", "envoys", "officials", "chiefs", "parliaments", "generals", "commanders", "negotiators", "teams", "ministries", "embassies",
        "cabinets", "navies", "administrations", "adversaries", "enemies", "belligerents", "principals", "colleagues", "directors",
    };

    private static readonly HashSet<string> Bare = new(StringComparer.OrdinalIgnoreCase)
    {
        "sides", "parties", "countries", "neighbours", "neighbors", "interlocutors", "leaders", "presidents", "ministers", "nations", "states", "delegations", "signatories",
    };

    /// <summary>Adds the groups of a sentence to a draft.</summary>
    /// <param name="draft">The draft, with all references but groups and pronouns.</param>
    /// <param name="s">Index of the sentence.</param>
    /// <param name="here">The focus of the sentence.</param>
    /// <param name="before">The focus of the sentence before.</param>
    /// <param name="main">The pair that the report is about, or none.</param>
    public static void Find(ActorDraft draft, int s, IReadOnlyList<ActorCode> here, IReadOnlyList<ActorCode> before, IReadOnlyList<ActorCode> main)
    {
        // What was in focus before a sentence goes before the names that follow in it: "the two sides" precede their mediators.
        Sentence sentence = draft.Document.Sentences[s];
        // A new paragraph goes back to the pair that the report is about.
        bool goesOn = s > 0 && draft.Document.Sentences[s - 1].Block == sentence.Block;
        IReadOnlyList<ActorCode>[] focus = goesOn || main.Count != 2 ? [before, main, here] : [main, before, here];
        for (int t = 0; t < sentence.Tokens.Count; t++)
        {
            if (draft.IsTaken(s, t)) continue;
            string word = sentence.Tokens[t].Form.ToLowerInvariant();
            if (word is "bilateral" or "mutual" or "mutually" or "bilaterally" or "two-way" || (word == "way" && t > 1 && sentence.Tokens[t - 1].Form == "-" && Lower(sentence, t - 2) == "two"))
            {
                int start = word == "way" ? t - 2 : t;
                Add(draft, s, new TokenRange(start, t + 1), t, Pair(draft, s, start, focus));
            }
            else if (word is "trilateral" or "tripartite") Add(draft, s, new TokenRange(t, t + 1), t, Several(draft, s, t, 3));
            else if ((word == "each" && Lower(sentence, t + 1) == "other") || (word == "one" && Lower(sentence, t + 1) == "another"))
            {
                Add(draft, s, new TokenRange(t, t + 2), t, Pair(draft, s, t, focus));
                t++;
            }
            else if (word is "each" or "either" or "neither" && Lower(sentence, t + 1) is "country" or "side" or "party" or "nation" or "state" or "government" or "neighbour" or "neighbor")
            {
                Add(draft, s, new TokenRange(t, t + 2), t + 1, Pair(draft, s, t, focus));
                t++;
            }
            else if (word is "three" or "four" or "five" or "six" or "seven" && Lower(sentence, t - 1) is "the" or "all" && sentence.Tokens[t].Relation is "nsubj" or "obj" or "obl" or "nmod" or "root" && !NounFollows(sentence, t)) Add(draft, s, new TokenRange(t - 1, t + 1), t, Several(draft, s, t, Value(word)));
            else if (word is "two" or "pair" && Lower(sentence, t - 1) == "the" && sentence.Tokens[t].Relation == "nsubj" && !NounFollows(sentence, t)) Add(draft, s, new TokenRange(t - 1, t + 1), t, Pair(draft, s, t, focus));
            else if (word is "they" or "them" or "their" or "themselves") They(draft, s, t);
            else if (word == "koreas") Add(draft, s, new TokenRange(t, t + 1), t, Koreas);
            else if (Nouns.Contains(word)) Counted(draft, s, t, focus);
            else if (word == "both" && t + 1 < sentence.Tokens.Count && sentence.Tokens[t].Upos is "PRON" or "NOUN") Add(draft, s, new TokenRange(t, t + 1), t, Pair(draft, s, t, focus));
        }
        // Titles in the plural without names or states: "both ministers", "the two foreign ministers".
        foreach (OfficeTitle title in draft.Document.In(s).OfType<OfficeTitle>().Where(o => o.IsPlural && !draft.IsTaken(s, o.Tokens.Start)))
        {
            int number = Number(sentence, title.Tokens.Start, out _);
            if (number == 0 && Lower(sentence, title.Tokens.Start - 1) is not ("the" or "their")) continue;
            if (title.Tokens.End < sentence.Tokens.Count && draft.IsTaken(s, title.Tokens.End)) continue;
            Meant meant = number > 2 ? Several(draft, s, title.Tokens.Start, number) : Pair(draft, s, title.Tokens.Start, focus);
            draft.Add(title, meant.Actors, ReferenceBasis.Group, null, title.Office, title.Role, meant.Why);
        }
    }

    private static Meant Koreas { get; } = new([new ActorCode("KOR"), new ActorCode("PRK")], "the two that have the name");

    private static void Counted(ActorDraft draft, int s, int noun, IReadOnlyList<ActorCode>[] focus)
    {
        Sentence sentence = draft.Document.Sentences[s];
        int number = Number(sentence, noun, out int start);
        string word = sentence.Tokens[noun].Form.ToLowerInvariant();
        if (number == 0)
        {
            // "the sides agreed", but not "the countries of the region" or "other countries".
            int article = noun - 1;
            // "the neighbouring states", "the warring parties"
            if (Lower(sentence, article) is "neighbouring" or "neighboring" or "brotherly" or "fraternal" or "friendly" or "warring" or "rival" or "feuding" or "contracting" or "negotiating" && Lower(sentence, article - 1) is "the" or "these") article--;
            if (Lower(sentence, article) is not ("the" or "these" or "our" or "their") || !Bare.Contains(word)) return;
            if (Lower(sentence, noun + 1) is "of" or "that" or "which" or "where" or "in" or "with" or "involved" or "concerned") return;
            start = article;
        }
        if (Lower(sentence, noun + 1) == "of" && number > 0 && draft.IsTaken(s, noun + 2)) return;
        Meant meant = number > 2 ? Several(draft, s, start, number) : Pair(draft, s, start, focus);
        if (meant.Actors.Count > 1) Add(draft, s, new TokenRange(start, noun + 1), noun, meant);
    }

    // "both", "the two", "three" before a noun, over up to three words: "both neighbouring countries", "the two Central Asian states".
    private static int Number(Sentence sentence, int noun, out int start)
    {
        start = noun;
        for (int at = noun - 1; at >= 0 && at >= noun - 4; at--)
        {
            string word = sentence.Tokens[at].Form.ToLowerInvariant();
            int number = Value(word);
            if (number > 0)
            {
                start = at > 0 && Lower(sentence, at - 1) is "the" or "our" or "their" or "these" ? at - 1 : at;
                return number;
            }
            if (sentence.Tokens[at].Upos is not ("ADJ" or "NOUN" or "PROPN" or "DET") && word is not ("-" or "'s" or "of" or "neighbouring" or "neighboring")) return 0;
        }
        return 0;
    }

    // The two actors meant: the two named before in the sentence, else the pair in focus that has all named before.
    private static Meant Pair(ActorDraft draft, int s, int token, IReadOnlyList<ActorCode>[] focus)
    {
        List<ActorCode> named = draft.StatesBefore(s, token, places: false);
        if (named.Count == 2) return new Meant(named, "the two named before it in the sentence");
        // "Malaysia had brought the neighbours together": who acts on the group is none of it.
        ActorCode? other = named.Count == 1 && ActsOn(draft, s, token) is { } doer && doer == named[0] ? doer : null;
        if (other is not null) named = [];
        for (int i = 0; i < focus.Length; i++)
        {
            IReadOnlyList<ActorCode> pair = focus[i];
            if (other is { } outside && pair.Contains(outside)) continue;
            if (pair.Count == 2 && (named.Count > 2 || named.All(pair.Contains))) return new Meant(pair, i switch { 0 => "the pair in focus before", 1 => "the pair that the report is about", _ => "the pair in focus in the sentence" });
        }
        List<ActorCode> with = draft.StatesBefore(s, token, organizations: true);
        return with.Count == 2 && with.All(w => w.IsState || focus.Any(f => f.Contains(w))) ? new Meant(with, "the two named before it in the sentence") : Meant.Nobody;
    }

    // The one actor that is the subject of the verb whose object is the noun at or after a token.
    private static ActorCode? ActsOn(ActorDraft draft, int s, int token)
    {
        Sentence sentence = draft.Document.Sentences[s];
        int noun = token;
        while (noun < sentence.Tokens.Count - 1 && noun < token + 4 && sentence.Tokens[noun].Upos is not "NOUN") noun++;
        if (sentence.Tokens[noun].Relation is not ("obj" or "iobj") || sentence.Tokens[noun].HeadIndex < 0) return null;
        int subject = sentence.Child(sentence.Tokens[noun].HeadIndex, "nsubj");
        return subject < 0 ? null : draft.In(s).Find(r => r.Head == subject && r.Actors.Count == 1)?.Actors[0];
    }

    // The last distinct states named, going back at most three sentences, if they are exactly as many.
    private static Meant Several(ActorDraft draft, int s, int token, int number)
    {
        List<ActorCode> named = draft.StatesBefore(s, token);
        for (int earlier = s - 1; earlier >= 0 && earlier >= s - 3 && named.Count < number; earlier--)
        {
            List<ActorCode> states = draft.StatesIn(earlier);
            named = [.. states, .. named.Where(n => !states.Contains(n))];
        }
        if (named.Count == number) return new Meant(named, $"the {number} named last");
        List<ActorCode> listed = Listed(draft, number);
        if (listed.Count > 0) return new Meant(listed, $"the one list of {number} states in the report");
        // "The five countries" in a report about the Eurasian Economic Union: an organisation with so many members, if there is one.
        List<ActorCode> bodies = [.. draft.Weight.Keys.Where(w => w.IsOrganization && draft.Members.TryGetValue(w, out ActorCode[]? members) && members.Length == number)];
        return bodies.Count == 1 ? new Meant(draft.Members[bodies[0]], $"the {number} members of {bodies[0]}") : Meant.Nobody;
    }

    private static void Add(ActorDraft draft, int s, TokenRange tokens, int head, Meant meant) =>
        draft.Add(s, tokens, head, meant.Actors, ReferenceBasis.Group, null, null, null, meant.Why);

    /// <summary>Whom words stand for, and what says so.</summary>
    private sealed record Meant(IReadOnlyList<ActorCode> Actors, string Why)
    {
        public static Meant Nobody { get; } = new([], "");
    }

    // The one list of so many states that the report has: "the four states", before or after "Bahrain, Egypt, Saudi Arabia and the UAE".
    private static List<ActorCode> Listed(ActorDraft draft, int number)
    {
        List<ActorCode> found = [];
        for (int s = 0; s < draft.Document.Sentences.Count; s++)
        {
            List<ActorReference> names = [.. draft.In(s).Where(r => r.Actors.Count == 1 && r.Actors[0].IsState && r.Basis is ReferenceBasis.Name or ReferenceBasis.Adjective).OrderBy(r => r.Tokens.Start)];
            for (int i = 0; i < names.Count;)
            {
                List<ActorCode> list = [names[i].Actors[0]];
                int j = i + 1;
                for (; j < names.Count && Joined(draft.Document.Sentences[s], names[j - 1].Tokens.End, names[j].Tokens.Start); j++) list.Add(names[j].Actors[0]);
                i = j;
                if (list.Distinct().Count() != number) continue;
                if (found.Count > 0 && !found.All(list.Contains)) return [];
                if (found.Count == 0) found = [.. list.Distinct()];
            }
        }
        return found;
    }

    private static bool Joined(Sentence sentence, int from, int to)
    {
        if (to - from > 3) return false;
        bool joined = false;
        for (int i = from; i < to; i++)
        {
            string word = Lower(sentence, i);
            if (word is "," or "and" or "-" or "–" or "&") joined = true;
            else if (word is not "the") return false;
        }
        return joined;
    }

    private static int Value(string word) => word switch { "both" or "two" or "2" => 2, "three" or "3" => 3, "four" or "4" => 4, "five" or "5" => 5, "six" or "6" => 6, "seven" or "7" => 7, _ => 0 };

    private static bool NounFollows(Sentence sentence, int token) => token + 1 < sentence.Tokens.Count && sentence.Tokens[token + 1].Upos is "NOUN" or "PROPN" or "ADJ";

    // "They" after a group, or after two states or persons of two states, that were the subject of this sentence or of the one before.
    private static void They(ActorDraft draft, int s, int token)
    {
        for (int back = s; back >= 0 && back >= s - 1; back--)
        {
            List<ActorReference> subjects = [.. draft.In(back).Where(r => (back < s || r.Tokens.End <= token) && r.Basis != ReferenceBasis.Adjective && IsSubject(draft.Document.Sentences[back], r.Head))];
            List<ActorCode> actors = [.. subjects.SelectMany(r => r.Actors).Distinct()];
            if (actors.Count is > 1 and < 6)
            {
                draft.Add(s, new TokenRange(token, token + 1), token, actors, ReferenceBasis.Group, null, null, null, "the subject before");
                return;
            }
            if (actors.Count == 1) return;
        }
    }

    private static bool IsSubject(Sentence sentence, int at)
    {
        for (int steps = 0; steps < 4 && at >= 0; steps++, at = sentence.Tokens[at].HeadIndex)
        {
            if (sentence.Tokens[at].Relation == "nsubj") return true;
            if (sentence.Tokens[at].Relation is not ("conj" or "appos" or "flat" or "compound")) return false;
        }
        return false;
    }

    private static string Lower(Sentence sentence, int token) => token < 0 || token >= sentence.Tokens.Count ? "" : sentence.Tokens[token].Form.ToLowerInvariant();
}
