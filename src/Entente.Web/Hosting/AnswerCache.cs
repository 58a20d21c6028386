namespace Entente.Web.Hosting;

/// <summary>
/// Answers of the ledger's present version, so that a page that many ask for is made once. Bounded; what was asked for longest ago goes first, and all
/// of it goes when the ledger changes.
/// </summary>
/// <param name="mostBytes">Bytes of all bodies together, packed as they are kept.</param>
internal sealed class AnswerCache(long mostBytes)
{
    // One answer may take a sixteenth, so that a few long downloads do not push all pages out.
    private const int Share = 16;

    private readonly Lock gate = new();
    private readonly Dictionary<string, LinkedListNode<(string Key, Rendered Answer)>> answers = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Key, Rendered Answer)> byUse = [];
    private string version = "";
    private long bytes;

    /// <summary>The answer that was kept for this version, or null.</summary>
    public Rendered? Find(string key, string ofVersion)
    {
        lock (gate)
        {
            if (ofVersion != version || !answers.TryGetValue(key, out LinkedListNode<(string Key, Rendered Answer)>? node)) return null;
            byUse.Remove(node);
            byUse.AddFirst(node);
            return node.Value.Answer;
        }
    }

    /// <summary>Keeps an answer that was made after the ledger was seen in this version.</summary>
    public void Keep(string key, string ofVersion, Rendered answer)
    {
        if (answer.Body.Length > mostBytes / Share) return;
        lock (gate)
        {
            if (ofVersion != version)
            {
                answers.Clear();
                byUse.Clear();
                bytes = 0;
                version = ofVersion;
            }
            if (answers.ContainsKey(key)) return;
            answers.Add(key, byUse.AddFirst((key, answer)));
            bytes += answer.Body.Length + (2 * key.Length);
            while (bytes > mostBytes && byUse.Last is { } last)
            {
                byUse.RemoveLast();
                answers.Remove(last.Value.Key);
                bytes -= last.Value.Answer.Body.Length + (2 * last.Value.Key.Length);
            }
        }
    }
}
