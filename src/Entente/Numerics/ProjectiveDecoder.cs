namespace Entente.Numerics;

/// <summary>
/// Finds the best dependency tree under arc scores: every word has one head, one word hangs on the root, no cycle. Where the best
/// head of each word already gives such a tree, that tree is the best of all and is taken, crossing arcs included; else the best tree
/// without crossing arcs is found by dynamic programming (Eisner 2000, "Bilexical grammars and their cubic-time parsing algorithms").
/// Not safe for several threads at a time: it keeps its tables.
/// </summary>
internal sealed class ProjectiveDecoder
{
    private float[] closedRight = [], closedLeft = [], openRight = [], openLeft = [];
    private int[] closedRightAt = [], closedLeftAt = [], openAt = [];
    private int[] state = [];
    private readonly Stack<(int Start, int End, bool Right, bool Open)> work = new();

    /// <summary>Fills in the heads.</summary>
    /// <param name="scores">Words × (words + 1), row-major: row d is word d, column h its head: 0 the root, h the word h - 1.</param>
    /// <param name="heads">Takes for each word its head, 0 the root, else one-based.</param>
    public void Decode(ReadOnlySpan<float> scores, Span<int> heads)
    {
        int n = heads.Length;
        if (n == 0) return;
        if (scores.Length < (long)n * (n + 1)) throw new ArgumentException("There are fewer scores than pairs of words.", nameof(scores));
        for (int d = 0; d < n; d++)
        {
            ReadOnlySpan<float> row = scores.Slice(d * (n + 1), n + 1);
            int best = 0;
            for (int h = 1; h <= n; h++)
            {
                if (h != d + 1 && row[h] > row[best]) best = h;
            }
            heads[d] = best;
        }
        if (!IsTree(heads)) Eisner(scores, heads);
    }

    /// <summary>Whether the heads form a tree with one word on the root.</summary>
    public bool IsTree(ReadOnlySpan<int> heads)
    {
        int n = heads.Length, roots = 0;
        if (state.Length <= n) state = new int[n + 1];
        Array.Clear(state, 0, n + 1);
        for (int d = 1; d <= n; d++)
        {
            if (heads[d - 1] == 0 && ++roots > 1) return false;
            int at = d;
            while (at != 0 && state[at] == 0)
            {
                state[at] = d;
                at = heads[at - 1];
            }
            if (at != 0 && state[at] == d) return false;
        }
        return roots == 1;
    }

    /// <summary>
    /// Eisner's algorithm over the words alone, the root's word chosen afterwards: a tree with one word r on the root is a left half that
    /// ends at r and a right half that begins there.
    /// </summary>
    private void Eisner(ReadOnlySpan<float> scores, Span<int> heads)
    {
        int n = heads.Length, stride = n + 1;
        Reserve(n);
        unchecked
        {
            for (int i = 0; i < n; i++)
            {
                closedRight[(i * n) + i] = 0;
                closedLeft[(i * n) + i] = 0;
            }
            for (int width = 1; width < n; width++)
            {
                for (int s = 0, t = width; t < n; s++, t++)
                {
                    float best = float.NegativeInfinity;
                    int at = s;
                    for (int m = s; m < t; m++)
                    {
                        float value = closedRight[(s * n) + m] + closedLeft[((m + 1) * n) + t];
                        if (value > best) (best, at) = (value, m);
                    }
                    openRight[(s * n) + t] = best + scores[(t * stride) + s + 1];
                    openLeft[(s * n) + t] = best + scores[(s * stride) + t + 1];
                    openAt[(s * n) + t] = at;

                    (best, at) = (float.NegativeInfinity, s + 1);
                    for (int m = s + 1; m <= t; m++)
                    {
                        float value = openRight[(s * n) + m] + closedRight[(m * n) + t];
                        if (value > best) (best, at) = (value, m);
                    }
                    closedRight[(s * n) + t] = best;
                    closedRightAt[(s * n) + t] = at;

                    (best, at) = (float.NegativeInfinity, s);
                    for (int m = s; m < t; m++)
                    {
                        float value = closedLeft[(s * n) + m] + openLeft[(m * n) + t];
                        if (value > best) (best, at) = (value, m);
                    }
                    closedLeft[(s * n) + t] = best;
                    closedLeftAt[(s * n) + t] = at;
                }
            }
            int root = 0;
            float top = float.NegativeInfinity;
            for (int r = 0; r < n; r++)
            {
                float value = closedLeft[r] + closedRight[(r * n) + n - 1] + scores[r * stride];
                if (value > top) (top, root) = (value, r);
            }
            heads[root] = 0;
            work.Push((0, root, false, false));
            work.Push((root, n - 1, true, false));
            Trace(heads, n);
        }
    }

    private void Trace(Span<int> heads, int n)
    {
        while (work.TryPop(out (int Start, int End, bool Right, bool Open) item))
        {
            (int s, int t, bool right, bool open) = item;
            if (s == t) continue;
            int cell = (s * n) + t;
            if (open)
            {
                if (right) heads[t] = s + 1;
                else heads[s] = t + 1;
                work.Push((s, openAt[cell], true, false));
                work.Push((openAt[cell] + 1, t, false, false));
            }
            else if (right)
            {
                work.Push((s, closedRightAt[cell], true, true));
                work.Push((closedRightAt[cell], t, true, false));
            }
            else
            {
                work.Push((s, closedLeftAt[cell], false, false));
                work.Push((closedLeftAt[cell], t, false, true));
            }
        }
    }

    private void Reserve(int n)
    {
        if (closedRight.Length >= n * n) return;
        int size = n * n;
        closedRight = new float[size];
        closedLeft = new float[size];
        openRight = new float[size];
        openLeft = new float[size];
        closedRightAt = new int[size];
        closedLeftAt = new int[size];
        openAt = new int[size];
    }
}
