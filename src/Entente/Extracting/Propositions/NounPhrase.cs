using Entente.Text;

namespace Entente.Extracting.Propositions;

/// <summary>A noun with what belongs to it, as far as a name or a subject of a claim needs it: without relative clauses, appositions and conjuncts.</summary>
/// <param name="View">The sentence.</param>
/// <param name="Head">Index of the noun.</param>
internal readonly record struct NounPhrase(SentenceView View, int Head)
{
    private static readonly string[] Outside = ["case", "mark", "cc", "conj", "appos", "punct", "acl", "parataxis", "advcl", "cop", "nsubj", "dep", "list", "orphan", "discourse", "advmod"];

    /// <summary>Tokens before the noun that belong to it, in order: determiners, numbers, adjectives, nouns, possessors.</summary>
    public IEnumerable<int> Before
    {
        get
        {
            (SentenceView view, int head) = this;
            return view.Sentence.Children(head).Where(c => c < head && !IsOutside(view, c));
        }
    }

    /// <summary>The phrases with a preposition that belong to the noun, conjoined ones too, as preposition and head.</summary>
    public IEnumerable<(string Preposition, int Head)> Complements
    {
        get
        {
            foreach (int child in View.Sentence.Children(Head))
            {
                if (child < Head || !(View.Is(child, "nmod") || View.Is(child, "obl") || View.Is(child, "acl"))) continue;
                string preposition = View.CaseOf(child);
                if (preposition.Length == 0) preposition = View.CaseOf(child, "mark");
                if (preposition.Length == 0) continue;
                yield return (preposition, child);
                foreach (int conjunct in View.Sentence.ChildrenBy(child, "conj"))
                {
                    string own = View.CaseOf(conjunct);
                    yield return (own.Length == 0 ? preposition : own, conjunct);
                }
            }
        }
    }

    /// <summary>The head of the first complement with one of these prepositions, or -1.</summary>
    public int Complement(params ReadOnlySpan<string> prepositions)
    {
        foreach ((string preposition, int head) in Complements)
        {
            if (prepositions.Contains(preposition)) return head;
        }
        return -1;
    }

    /// <summary>
    /// The tokens of the phrase as one run: from its first modifier to its last complement, without the preposition in front of it,
    /// without a clause or apposition after it.
    /// </summary>
    /// <param name="complements">Whether phrases with prepositions after the noun belong to it.</param>
    /// <param name="conjuncts">Whether "and" and what follows belong to it.</param>
    public TokenRange Range(bool complements = true, bool conjuncts = true)
    {
        int start = Head, end = Head + 1;
        foreach (int child in View.Sentence.Children(Head))
        {
            bool inside = !IsOutside(View, child) || (conjuncts && child > Head && Is(View, child, "conj"));
            if (!inside) continue;
            if (child > Head && !complements && !(conjuncts && Is(View, child, "conj")) && !Is(View, child, "flat") && !Is(View, child, "compound")) continue;
            TokenRange range = Below(child, complements, conjuncts);
            start = Math.Min(start, range.Start);
            end = Math.Max(end, range.End);
        }
        return new TokenRange(start, end);
    }

    /// <summary>The words of the phrase without an article at its start, white space as single spaces; at most so many words.</summary>
    public string Words(int most = 6, bool complements = true, bool conjuncts = true) => Words(View, Range(complements, conjuncts), most);

    /// <summary>The words of a run of tokens without an article at its start, white space as single spaces; at most so many words.</summary>
    public static string Words(SentenceView view, TokenRange range, int most)
    {
        int start = range.Start;
        while (start < range.End - 1 && (view[start].Upos is "DET" or "PUNCT" || view[start].Deprel is "nmod:poss" && view[start].Upos == "PRON")) start++;
        int end = start, words = 0;
        while (end < range.End && words < most)
        {
            if (view[end].Upos != "PUNCT" && !(view[end].Form is "'s" or "’s")) words++;
            end++;
        }
        // "Supply of electricity from its Grand | Renaissance Dam": what does not fit is left out as a whole.
        if (end < range.End && view[end].Form is not ("'s" or "’s") && PhraseEnd(view, start, end) is { } whole) end = whole;
        // A name does not end in "and", "of", "the" or a comma.
        while (end > start + 1 && view[end - 1].Upos is "PUNCT" or "CCONJ" or "ADP" or "DET" or "SCONJ" && end > start + 1) end--;
        if (end <= start) return "";
        string[] parts = view.TextOf(new TokenRange(start, end)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', parts).Trim(' ', ',', ';', '"', '“', '”', '(', ')');
    }

    private static int? PhraseEnd(SentenceView view, int start, int end)
    {
        for (int i = end; i > start + 1; i--)
            if (view[i].Upos is "ADP" or "CCONJ" || view[i].Form is "," or ";" or "(") return i;
        return null;
    }

    private TokenRange Below(int child, bool complements, bool conjuncts)
    {
        int start = child, end = child + 1;
        Stack<int> open = new([child]);
        while (open.Count > 0)
        {
            int at = open.Pop();
            start = Math.Min(start, at);
            end = Math.Max(end, at + 1);
            foreach (int next in View.Sentence.Children(at))
            {
                if (Is(View, next, "acl") || Is(View, next, "appos") || Is(View, next, "punct") || Is(View, next, "parataxis") || Is(View, next, "advcl")) continue;
                if (!conjuncts && (Is(View, next, "conj") || Is(View, next, "cc"))) continue;
                open.Push(next);
            }
        }
        return new TokenRange(start, end);
    }

    private static bool IsOutside(SentenceView view, int token) => Array.Exists(Outside, o => view.Is(token, o));

    private static bool Is(SentenceView view, int token, string deprel) => view.Is(token, deprel);
}
