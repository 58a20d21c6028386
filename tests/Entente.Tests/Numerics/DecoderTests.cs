using Entente.Numerics;

namespace Entente.Tests.Numerics;

public sealed class DecoderTests
{
    [Fact]
    public void Finds_the_best_projective_tree_that_trying_all_of_them_finds()
    {
        Random random = new(7);
        for (int round = 0; round < 300; round++)
        {
            int n = 1 + random.Next(5);
            float[] scores = [.. Enumerable.Range(0, n * (n + 1)).Select(_ => (float)random.NextDouble())];
            int[] heads = new int[n];
            ProjectiveDecoder decoder = new();
            decoder.Decode(scores, heads);
            Assert.True(decoder.IsTree(heads));
            (float projective, float any) = Best(scores, n);
            float found = Score(scores, heads);
            // Where the best heads of all words make a tree, that one is taken, crossing or not.
            Assert.True(MathF.Abs(found - projective) < 1e-5f || MathF.Abs(found - any) < 1e-5f, $"{found} is neither {projective} nor {any}");
            Assert.True(found >= projective - 1e-5f);
        }
    }

    [Fact]
    public void Decodes_a_long_sentence_into_a_tree()
    {
        Random random = new(3);
        int n = 200;
        int[] heads = new int[n];
        ProjectiveDecoder decoder = new();
        decoder.Decode([.. Enumerable.Range(0, n * (n + 1)).Select(_ => (float)random.NextDouble())], heads);
        Assert.True(decoder.IsTree(heads));
    }

    [Fact]
    public void Keeps_to_what_may_follow()
    {
        // Labels O, B, I: I follows only B and I.
        SequenceDecoder decoder = new([true, true, false, true, true, true, true, true, true], [true, true, false], [true, true, true]);
        int[] best = new int[3];
        decoder.Decode([1f, 0f, 2f, 0f, 0.1f, 3f, 5f, 0f, 0f], 3, best);
        Assert.Equal([1, 2, 0], best);
    }

    private static (float Projective, float Any) Best(float[] scores, int n)
    {
        float projective = float.NegativeInfinity, any = float.NegativeInfinity;
        int[] heads = new int[n];
        ProjectiveDecoder decoder = new();
        for (long code = 0; code < (long)Math.Pow(n + 1, n); code++)
        {
            long rest = code;
            for (int i = 0; i < n; i++, rest /= n + 1) heads[i] = (int)(rest % (n + 1));
            if (!decoder.IsTree(heads)) continue;
            float score = Score(scores, heads);
            any = Math.Max(any, score);
            if (IsProjective(heads)) projective = Math.Max(projective, score);
        }
        return (projective, any);
    }

    private static float Score(float[] scores, int[] heads) => heads.Select((h, d) => scores[(d * (heads.Length + 1)) + h]).Sum();

    private static bool IsProjective(int[] heads)
    {
        for (int d = 1; d <= heads.Length; d++)
        {
            if (heads[d - 1] == 0) continue;
            for (int between = Math.Min(d, heads[d - 1]) + 1; between < Math.Max(d, heads[d - 1]); between++)
            {
                int at = between;
                while (at != 0 && at != heads[d - 1]) at = heads[at - 1];
                if (at == 0) return false;
            }
        }
        return true;
    }
}
