using System.Security.Cryptography;
using Entente.Claims;

namespace Entente.Web.Hosting;

/// <summary>Reports that somebody added and looks at: kept in memory for half an hour, at most thirty-two of them, until they are kept or discarded.</summary>
internal sealed class DraftKeeper(TimeProvider clock)
{
    private const int Most = 32;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    private readonly Lock gate = new();
    private readonly Dictionary<string, (ReadReport Report, long At)> drafts = new(StringComparer.Ordinal);

    /// <summary>Keeps one; the oldest goes where there are too many.</summary>
    /// <returns>What it is found by; nobody can guess it.</returns>
    public string Add(ReadReport report)
    {
        string id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));
        lock (gate)
        {
            foreach (string old in drafts.Where(d => clock.GetElapsedTime(d.Value.At) > Patience).Select(d => d.Key).ToArray()) drafts.Remove(old);
            if (drafts.Count >= Most) drafts.Remove(drafts.MinBy(d => d.Value.At).Key);
            drafts[id] = (report, clock.GetTimestamp());
        }
        return id;
    }

    /// <summary>The draft of an id, or null where it is no more.</summary>
    public ReadReport? Find(string id)
    {
        lock (gate) return drafts.TryGetValue(id, out var draft) && clock.GetElapsedTime(draft.At) <= Patience ? draft.Report : null;
    }

    /// <summary>Takes one out.</summary>
    public void Remove(string id)
    {
        lock (gate) drafts.Remove(id);
    }
}
