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
            Node at = root;
            int last = -1;
            T meaning = default!;
            for (int i = start; i < view.Count; i++)
            {
                // A hyphen inside a compound is no word: "free-trade", "free trade".
                if (i > start && view[i].Form is "-" or "‑" or "–") continue;
                if (!at.Next.TryGetValue(view.LemmaOf(i), out Node? next) && !at.Next.TryGetValue(view[i].Form.ToLowerInvariant(), out next)) break;
                at = next;
                if (at.IsEnd) (last, meaning) = (i, at.Meaning!);
            }
            if (last < 0) continue;
            yield return (start, last, meaning);
            start = last;
        }
    }

    private sealed class Node
    {
        public Dictionary<string, Node> Next { get; } = new(StringComparer.Ordinal);

        public T? Meaning { get; set; }

        public bool IsEnd { get; set; }
    }
}
