namespace Entente.Numerics;

/// <summary>
/// The best sequence of labels when some may not follow others (Viterbi). Not safe for several threads at a time: it keeps its tables.
/// </summary>
/// <param name="allowed">Labels × labels, row-major: whether the label of the column may follow that of the row.</param>
/// <param name="first">Which labels may begin a sequence.</param>
/// <param name="last">Which labels may end one.</param>
internal sealed class SequenceDecoder(bool[] allowed, bool[] first, bool[] last)
{
    private readonly int labels = first.Length;
    private int[] from = [];
    private float[] current = new float[first.Length], previous = new float[first.Length];

    /// <summary>Fills in the best sequence.</summary>
    /// <param name="scores">Items × <paramref name="stride"/>, row-major; the first columns are the labels.</param>
    /// <param name="stride">Distance between rows.</param>
    /// <param name="best">Takes a label for each item.</param>
    public void Decode(ReadOnlySpan<float> scores, int stride, Span<int> best)
    {
        int n = best.Length;
        if (n == 0) return;
        for (int i = 0; i < n; i++) best[i] = Functions.ArgMax(scores.Slice(i * stride, labels));
        if (IsAllowed(best)) return;

        if (from.Length < n * labels) from = new int[n * labels];
        for (int y = 0; y < labels; y++) current[y] = first[y] ? scores[y] : float.NegativeInfinity;
        for (int i = 1; i < n; i++)
        {
            (current, previous) = (previous, current);
            ReadOnlySpan<float> row = scores.Slice(i * stride, labels);
            for (int y = 0; y < labels; y++)
            {
                int origin = 0;
                float top = float.NegativeInfinity;
                for (int x = 0; x < labels; x++)
                {
                    if (allowed[(x * labels) + y] && previous[x] > top) (top, origin) = (previous[x], x);
                }
                current[y] = top + row[y];
                from[(i * labels) + y] = origin;
            }
        }
        int end = -1;
        for (int y = 0; y < labels; y++)
        {
            if (last[y] && (end < 0 || current[y] > current[end])) end = y;
        }
        for (int i = n - 1; i >= 0; i--)
        {
            best[i] = end;
            end = from[(i * labels) + end];
        }
    }

    private bool IsAllowed(ReadOnlySpan<int> sequence)
    {
        if (!first[sequence[0]] || !last[sequence[^1]]) return false;
        for (int i = 1; i < sequence.Length; i++)
        {
            if (!allowed[(sequence[i - 1] * labels) + sequence[i]]) return false;
        }
        return true;
    }
}
