using Entente.Claims;

namespace Entente.Reconciling;

/// <summary>What persons decided about claims, looked up from both sides.</summary>
internal sealed class GivenJudgements
{
    private readonly Dictionary<string, List<string>> same = new(StringComparer.Ordinal), different = new(StringComparer.Ordinal);

    public GivenJudgements(IEnumerable<Judgement> judgements)
    {
        foreach (Judgement judgement in judgements)
        {
            if (judgement.IsByRule || judgement.WithdrawnAt is not null) continue;
            Dictionary<string, List<string>>? into = judgement.Verdict switch { Verdict.Same => same, Verdict.Different => different, _ => null };
            if (into is null) continue;
            Add(into, judgement.Left, judgement.Right);
            Add(into, judgement.Right, judgement.Left);
        }
    }

    /// <summary>Whether nobody decided anything.</summary>
    public bool IsEmpty => same.Count == 0 && different.Count == 0;

    public IReadOnlyList<string> SameAs(string claim) => same.TryGetValue(claim, out List<string>? found) ? found : [];

    public IReadOnlyList<string> DifferentFrom(string claim) => different.TryGetValue(claim, out List<string>? found) ? found : [];

    private static void Add(Dictionary<string, List<string>> into, string left, string right)
    {
        if (!into.TryGetValue(left, out List<string>? list)) into.Add(left, list = []);
        list.Add(right);
    }
}
