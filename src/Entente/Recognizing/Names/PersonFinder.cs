using Entente.Gazetteers;
using Entente.Text;

namespace Entente.Recognizing.Names;

/// <summary>
/// Finds names of persons: capitalised words that no list names, where the entity tagger, a title beside them or the list of leaders says that
/// they name a person; then the same last names elsewhere in the document.
/// </summary>
internal sealed class PersonFinder(LeaderList leaders)
{
    private static readonly HashSet<string> Particles = new(StringComparer.OrdinalIgnoreCase)
    {
        "al", "el", "ul", "ur", "uz", "ud", "us", "bin", "ibn", "bint", "ben", "von", "van", "der", "den", "de", "da", "do", "dos", "das", "del", "della", "di", "la", "le", "zu", "af", "ould", "wa", "e", "y", "ter",
    };

    private static readonly HashSet<string> Honorifics = new(StringComparer.OrdinalIgnoreCase)
    {
        "mr", "mrs", "ms", "miss", "dr", "sir", "lord", "lady", "dame", "general", "gen", "colonel", "col", "major", "maj", "lieutenant", "lt", "captain", "capt", "admiral", "adm", "marshal", "brigadier", "brig",
        "sheikh", "shaikh", "sheikha", "mullah", "mawlawi", "maulvi", "maulana", "hajji", "haji", "prof", "hon", "he", "excellency", "highness", "majesty", "ambassador", "senator", "comrade", "vice-admiral", "u",
    };

    private static readonly HashSet<string> NeverNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        "the", "a", "an", "this", "that", "these", "those", "he", "she", "it", "they", "we", "i", "you", "his", "her", "its", "their", "our", "my", "in", "on", "at", "by", "for", "from", "to", "of", "with", "and", "or",
        "but", "if", "as", "when", "while", "after", "before", "during", "since", "until", "both", "all", "each", "no", "not", "yes", "according", "however", "moreover", "besides", "also", "earlier", "later",
        "meanwhile", "today", "yesterday", "tomorrow", "there", "here", "who", "what", "which", "where", "how", "why", "one", "two", "three", "more", "most", "some", "many", "first", "second", "third", "new", "former",
        "news", "agency", "press", "reuters", "afp", "ap", "tass", "xinhua", "interfax", "twitter", "facebook", "telegram", "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central",
        "agreement", "treaty", "declaration", "memorandum", "protocol", "summit", "forum", "conference", "committee", "council", "commission", "association", "university", "institute", "company", "bank", "group",
        "corporation", "fund", "union", "party", "street", "avenue", "airport", "port", "region", "province", "district", "river", "sea", "island", "islands", "bridge", "dam", "road", "railway", "corridor", "pipeline",
        "project", "plan", "programme", "program", "strategy", "act", "law", "convention", "charter", "initiative", "partnership", "framework", "republic", "state", "states", "kingdom", "federation", "islamic",
        "muslim", "christian", "arab", "asian", "european", "african", "western", "god", "allah", "internet", "covid-19", "covid", "photo", "source", "video", "read", "related", "tags", "gmt", "utc",
    };

    /// <summary>The name tokens of persons in each sentence.</summary>
    /// <param name="sentences">The sentences.</param>
    /// <param name="hits">What lists and grammar found in each; a hit inside a person's name ("Jordan" in "Jordan Bardella") is taken out.</param>
    public List<TokenRange>[] Find(IReadOnlyList<Sentence> sentences, List<NameHit>[] hits)
    {
        List<TokenRange>[] persons = new List<TokenRange>[sentences.Count];
        HashSet<string> lastNames = new(StringComparer.Ordinal);
        for (int s = 0; s < sentences.Count; s++)
        {
            persons[s] = [];
            foreach (TokenRange run in Runs(sentences[s], hits[s]))
            {
                TokenRange? name = Accept(sentences[s], hits[s], run);
                if (name is not { } found) continue;
                // "Washington warned": a state or its seat standing alone is no person, whatever the tagger says.
                if (found.Length == 1 && hits[s].Exists(h => h.Tokens.Overlaps(found))) continue;
                persons[s].Add(found);
                if (found.Length > 1) lastNames.Add(Folding.Fold(sentences[s].Tokens[found.End - 1].Form));
                hits[s].RemoveAll(h => h.Tokens.Overlaps(found));
            }
        }
        for (int s = 0; s < sentences.Count; s++) AddLastNames(sentences[s], hits[s], persons[s], lastNames);
        return persons;
    }

    private static void AddLastNames(Sentence sentence, List<NameHit> hits, List<TokenRange> persons, HashSet<string> lastNames)
    {
        for (int t = 0; t < sentence.Tokens.Count; t++)
        {
            Token token = sentence.Tokens[t];
            if (!char.IsUpper(token.Form[0]) || token.Form.Length < 3 || persons.Exists(p => p.Contains(t)) || hits.Exists(h => h.Tokens.Contains(t))) continue;
            if (!NeverNames.Contains(token.Form) && lastNames.Contains(Folding.Fold(token.Form))) persons.Add(new TokenRange(t, t + 1));
        }
    }

    // Maximal runs of name-like words. A single word of the lists that is also a given name or a surname may stand in one.
    private List<TokenRange> Runs(Sentence sentence, List<NameHit> hits)
    {
        IReadOnlyList<Token> tokens = sentence.Tokens;
        bool[] covered = new bool[tokens.Count], soft = new bool[tokens.Count];
        foreach (NameHit hit in hits)
        {
            bool isSoft = hit.Tokens.Length == 1 && hit.Title is null && hit.Values.All(v => v is ListedActor { Form: ActorNameForm.Seat or ActorNameForm.Name or ActorNameForm.Company } or ListedPlace);
            for (int i = hit.Tokens.Start; i < hit.Tokens.End; i++)
            {
                covered[i] = true;
                // "Jordan" beside "Bardella", both tagged as a person; a list's word alone stays what the list says.
                soft[i] = isSoft && tokens[i].EntityTag.EndsWith("PER", StringComparison.Ordinal) && (IsFree(tokens, hits, i + 1) || IsFree(tokens, hits, i - 1))
                    && !(i > 0 && tokens[i - 1].Form.ToLowerInvariant() is "in" or "to" or "of" or "at" or "from" or "for" or "near");
                // "Luís Montenegro": a leader whose name is that of a state.
                if (isSoft && !soft[i] && i > 0 && IsNameWord(tokens[i - 1], i - 1) && leaders.Knows($"{tokens[i - 1].Form} {tokens[i].Form}")) soft[i] = true;
            }
        }
        List<TokenRange> runs = [];
        for (int i = 0; i < tokens.Count;)
        {
            if (!IsNameWord(tokens[i], i) || (covered[i] && !soft[i]))
            {
                i++;
                continue;
            }
            int end = i + 1;
            while (end < tokens.Count)
            {
                if (IsNameWord(tokens[end], end) && (!covered[end] || soft[end])) end++;
                // 'Joko "Jokowi" Widodo': a nickname between.
                else if (end + 3 < tokens.Count && tokens[end].Form is "\"" or "“" or "'" or "‘" && IsNameWord(tokens[end + 1], end + 1) && tokens[end + 2].Form is "\"" or "”" or "'" or "’" && IsNameWord(tokens[end + 3], end + 3) && !covered[end + 1] && !covered[end + 3]) end += 4;
                else if (end + 1 < tokens.Count && !covered[end] && !covered[end + 1] && IsHyphen(tokens[end]) && !tokens[end - 1].SpaceAfter && char.IsLetter(tokens[end + 1].Form[0])) end += 2;
                else if (end + 1 < tokens.Count && !covered[end] && Particles.Contains(tokens[end].Form) && ParticleLeads(tokens, end, covered)) end++;
                else break;
            }
            // A state or seat alone is no person, whatever the tagger says: "Spain is", "China promised".
            if (Enumerable.Range(i, end - i).Any(t => !covered[t])) runs.Add(new TokenRange(i, end));
            i = end;
        }
        return runs;
    }

    private static bool IsFree(IReadOnlyList<Token> tokens, List<NameHit> hits, int at) =>
        at >= 0 && at < tokens.Count && tokens[at].EntityTag.EndsWith("PER", StringComparison.Ordinal) && IsNameWord(tokens[at], at) && !hits.Exists(h => h.Tokens.Contains(at));

    private static bool ParticleLeads(IReadOnlyList<Token> tokens, int at, bool[] covered)
    {
        int next = at + 1;
        while (next < tokens.Count && next - at < 3 && (IsHyphen(tokens[next]) || Particles.Contains(tokens[next].Form))) next++;
        return next < tokens.Count && !covered[next] && IsNameWord(tokens[next], next);
    }

    private static bool IsHyphen(Token token) => token.Form is "-" or "‑" or "–";

    private static bool IsNameWord(Token token, int index)
    {
        string form = token.Form;
        if (!char.IsLetter(form[0])) return false;
        bool upper = char.IsUpper(form[0]) || (form.StartsWith("al-", StringComparison.Ordinal) && form.Length > 3) || (form.StartsWith("d'", StringComparison.Ordinal) && form.Length > 3);
        if (!upper || NeverNames.Contains(form)) return false;
        return index > 0 || token.Upos is "PROPN" or "X" || token.EntityTag != "O";
    }

    private TokenRange? Accept(Sentence sentence, List<NameHit> hits, TokenRange run)
    {
        IReadOnlyList<Token> tokens = sentence.Tokens;
        int start = run.Start, end = run.End;
        bool honorific = false;
        while (start < end - 1 && Honorifics.Contains(tokens[start].Form.TrimEnd('.')))
        {
            honorific = true;
            start++;
        }
        if (!honorific && start > 0 && Honorifics.Contains(tokens[start - 1].Form.TrimEnd('.')) && char.IsUpper(tokens[start - 1].Form[0]) && start > 1) honorific = true;
        TokenRange name = new(start, end);
        // A tag alone does not make a person of a listed name: "Norway sold", "Chad said".
        if (name.Length == 1 && !honorific && hits.Exists(h => h.Tokens == name)) return null;
        bool tagged = false, other = false;
        for (int i = start; i < end; i++)
        {
            tagged |= tokens[i].EntityTag.EndsWith("PER", StringComparison.Ordinal);
            other |= tokens[i].EntityTag.EndsWith("LOC", StringComparison.Ordinal) || tokens[i].EntityTag.EndsWith("ORG", StringComparison.Ordinal);
        }
        if (Enumerable.Range(start, end - start).Count(i => !IsHyphen(tokens[i]) && !Particles.Contains(tokens[i].Form)) > 6) return tagged ? Tagged(tokens, name) : null;
        // "in Gao": one word behind a preposition of place is no person, whatever the tagger says.
        if (name.Length == 1 && start > 0 && tokens[start - 1].Form.ToLowerInvariant() is "in" or "at" or "near" or "outside" && !honorific) return null;
        if (tagged && !other) return name;
        // The tagger takes rare surnames ("Ishiba") for places; a leader's surname that no list knows as a place and that no preposition sets as one is a person.
        if (leaders.Knows(Words(tokens, name)) && (name.Length > 1 || !other || (start > 0 && !IsSetAsPlace(tokens, start)))) return name;
        if (honorific && !other) return name;
        if (TitleBefore(tokens, hits, start) && !(name.Length == 1 && IsAllCapitals(tokens[start].Form))) return name;
        if (!other && name.Length is > 1 and < 9 && TitleAfter(tokens, hits, end)) return name;
        return tagged ? Tagged(tokens, name) : null;
    }

    private static bool IsSetAsPlace(IReadOnlyList<Token> tokens, int start) =>
        tokens[start].EntityTag.EndsWith("ORG", StringComparison.Ordinal) || tokens[start - 1].Form.ToLowerInvariant() is "to" or "from" or "of" or "for" or "the" or "towards" or "toward" or "through" or "via" or "around" or "," or "and" or "-";

    private static bool IsAllCapitals(string form) => form.Length > 1 && form.All(c => !char.IsLower(c));

    private static string Words(IReadOnlyList<Token> tokens, TokenRange range) => string.Join(' ', Enumerable.Range(range.Start, range.Length).Select(i => tokens[i].Form));

    private static TokenRange? Tagged(IReadOnlyList<Token> tokens, TokenRange run)
    {
        int start = run.Start, end = run.End;
        while (start < end && !tokens[start].EntityTag.EndsWith("PER", StringComparison.Ordinal)) start++;
        int last = start;
        while (last < end && tokens[last].EntityTag.EndsWith("PER", StringComparison.Ordinal)) last++;
        return last > start ? new TokenRange(start, last) : null;
    }

    // "President X", "Presidents X and Y", "Minister of Energy of Uzbekistan X", "ambassador to Norway, X,".
    private static bool TitleBefore(IReadOnlyList<Token> tokens, List<NameHit> hits, int start)
    {
        int at = start - 1;
        if (at >= 0 && tokens[at].Form is ",") at--;
        for (int steps = 0; at >= 0 && steps < 4; steps++)
        {
            NameHit? hit = hits.Find(h => h.Tokens.Contains(at));
            if (hit is null)
            {
                if (tokens[at].Form.ToLowerInvariant() is not ("of" or "to" or "the" or "in" or "for" or "’s" or "'s")) return false;
                at--;
                continue;
            }
            if (hit.Title is not null) return true;
            at = hit.Tokens.Start - 1;
            if (at < 0 || (tokens[at].Form.ToLowerInvariant() is not ("of" or "to" or "the" or "in" or "for" or "at") && !hits.Exists(h => h.Tokens.Contains(at)))) return false;
        }
        return false;
    }

    // "X, the Kazakh ambassador", "X, foreign minister of Chad", "X (president)".
    private static bool TitleAfter(IReadOnlyList<Token> tokens, List<NameHit> hits, int end)
    {
        if (end >= tokens.Count || tokens[end].Form is not ("," or "(" or "-" or "–" or "—")) return false;
        for (int at = end + 1; at < tokens.Count && at <= end + 5; at++)
        {
            NameHit? hit = hits.Find(h => h.Tokens.Contains(at));
            if (hit?.Title is not null) return true;
            if (hit is not null) at = hit.Tokens.End - 1;
            else if (tokens[at].Form.ToLowerInvariant() is not ("the" or "a" or "an" or "'s" or "’s" or "its" or "their" or "his" or "her" or "who" or "is" or "as" or "country" or "new" or "current")) return false;
        }
        return false;
    }
}
