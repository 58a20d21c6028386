namespace Entente.Extracting.Propositions;

/// <summary>Finds phrases of lemmas in a sentence: the longest at each place, in time linear in the sentence.</summary>
/// <typeparam name="T">What a phrase means.</typeparam>
internal sealed class LemmaPhrases<T>
{
    private readonly Node root = new();

    /// <summary>Adds a phrase: its lemmas in lower case, single spaces between. A later one of the same words wins.</summary>
    public void Add(string phrase, T meaning)
    {
        Node at = root;
        foreach (string lemma in phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!at.Next.TryGetValue(lemma, out Node? next)) at.Next[lemma] = next = new Node();
            at = next;
        }
        at.Meaning = meaning;
        at.IsEnd = true;
    }

    /// <summary>The phrases of a sentence, none inside another, with the indexes of their first and last token.</summary>
    public IEnumerable<(int First, int Last, T Meaning)> Find(SentenceView view)
    {
        for (int start = 0; start < view.Count; start++)
        {
            int last = -1;
            T meaning = default!;
            Longest(view, root, start, start, ref last, ref meaning);
            if (last < 0) continue;
            yield return (start, last, meaning);
            start = last;
        }
    }

    // By lemma and by form, whichever leads further: "allied" is a form of "ally" and a word of "allied relations".
    private static void Longest(SentenceView view, Node at, int start, int i, ref int last, ref T meaning)
    {
        // A hyphen inside a compound is no word: "free-trade", "free trade".
        while (i > start && i < view.Count && view[i].Form is "-" or "‑" or "–") i++;
        if (i >= view.Count) return;
        string lemma = view.LemmaOf(i), form = view[i].Form.ToLowerInvariant();
        if (at.Next.TryGetValue(lemma, out Node? next)) Step(view, next, start, i, ref last, ref meaning);
        if (form != lemma && at.Next.TryGetValue(form, out next)) Step(view, next, start, i, ref last, ref meaning);
    }

    private static void Step(SentenceView view, Node at, int start, int i, ref int last, ref T meaning)
    {
        if (at.IsEnd && i > last) (last, meaning) = (i, at.Meaning!);
        Longest(view, at, start, i + 1, ref last, ref meaning);
    }

    private sealed class Node
    {
        public Dictionary<string, Node> Next { get; } = new(StringComparer.Ordinal);

        public T? Meaning { get; set; }

        public bool IsEnd { get; set; }
    }
}
