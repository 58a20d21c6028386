using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Entente.Numerics;

/// <summary>Elementwise functions and reductions over single-precision spans.</summary>
internal static class Functions
{
    /// <summary>
    /// Hyperbolic tangent, to about 1e-6: the rational approximation of degree 13/6 on [-7.9, 7.9] that Eigen uses
    /// (MathFunctionsImpl.h, generic_fast_tanh_float). Training and reading share it, so its error is part of the model.
    /// </summary>
    public static Vector512<float> Tanh(Vector512<float> x)
    {
        x = Vector512.Min(Vector512.Max(x, Vector512.Create(-7.90531110763549805f)), Vector512.Create(7.90531110763549805f));
        Vector512<float> square = x * x;
        Vector512<float> p = Vector512.Create(-2.76076847742355e-16f);
        p = Vector512.FusedMultiplyAdd(p, square, Vector512.Create(2.00018790482477e-13f));
        p = Vector512.FusedMultiplyAdd(p, square, Vector512.Create(-8.60467152213735e-11f));
        p = Vector512.FusedMultiplyAdd(p, square, Vector512.Create(5.12229709037114e-08f));
        p = Vector512.FusedMultiplyAdd(p, square, Vector512.Create(1.48572235717979e-05f));
        p = Vector512.FusedMultiplyAdd(p, square, Vector512.Create(6.37261928875436e-04f));
        p = Vector512.FusedMultiplyAdd(p, square, Vector512.Create(4.89352455891786e-03f));
        Vector512<float> q = Vector512.Create(1.19825839466702e-06f);
        q = Vector512.FusedMultiplyAdd(q, square, Vector512.Create(1.18534705686654e-04f));
        q = Vector512.FusedMultiplyAdd(q, square, Vector512.Create(2.26843463243900e-03f));
        q = Vector512.FusedMultiplyAdd(q, square, Vector512.Create(4.89352518554385e-03f));
        return x * p / q;
    }

    /// <summary>Logistic function, through <see cref="Tanh"/>.</summary>
    public static Vector512<float> Sigmoid(Vector512<float> x)
    {
        Vector512<float> half = Vector512.Create(0.5f);
        return Vector512.FusedMultiplyAdd(half, Tanh(half * x), half);
    }

    /// <summary>x·y.</summary>
    public static float Dot(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        if (y.Length < x.Length) throw new ArgumentException("The second vector is shorter than the first.", nameof(y));
        unchecked
        {
            ref float xs = ref MemoryMarshal.GetReference(x), ys = ref MemoryMarshal.GetReference(y);
            Vector512<float> sum = Vector512<float>.Zero;
            int i = 0;
            for (; i + 16 <= x.Length; i += 16)
                sum = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref xs, (nuint)i), Vector512.LoadUnsafe(ref ys, (nuint)i), sum);
            float total = Vector512.Sum(sum);
            for (; i < x.Length; i++) total += x[i] * y[i];
            return total;
        }
    }

    /// <summary>target += factor · source.</summary>
    public static void AddScaled(ReadOnlySpan<float> source, float factor, Span<float> target)
    {
        if (target.Length < source.Length) throw new ArgumentException("The target is shorter than the source.", nameof(target));
        unchecked
        {
            ref float s = ref MemoryMarshal.GetReference(source), t = ref MemoryMarshal.GetReference(target);
            Vector512<float> f = Vector512.Create(factor);
            int i = 0;
            for (; i + 16 <= source.Length; i += 16)
                Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref s, (nuint)i), f, Vector512.LoadUnsafe(ref t, (nuint)i)).StoreUnsafe(ref t, (nuint)i);
            for (; i < source.Length; i++) target[i] = MathF.FusedMultiplyAdd(source[i], factor, target[i]);
        }
    }

    /// <summary>target += source.</summary>
    public static void Add(ReadOnlySpan<float> source, Span<float> target) => AddScaled(source, 1f, target);

    /// <summary>target *= factors, element by element.</summary>
    public static void Multiply(ReadOnlySpan<float> factors, Span<float> target)
    {
        if (target.Length < factors.Length) throw new ArgumentException("The target is shorter than the factors.", nameof(target));
        unchecked
        {
            ref float s = ref MemoryMarshal.GetReference(factors), t = ref MemoryMarshal.GetReference(target);
            int i = 0;
            for (; i + 16 <= factors.Length; i += 16)
                (Vector512.LoadUnsafe(ref s, (nuint)i) * Vector512.LoadUnsafe(ref t, (nuint)i)).StoreUnsafe(ref t, (nuint)i);
            for (; i < factors.Length; i++) target[i] *= factors[i];
        }
    }

    /// <summary>max(x, 0.1 x), in place.</summary>
    public static void LeakyRelu(Span<float> values)
    {
        unchecked
        {
            ref float v = ref MemoryMarshal.GetReference(values);
            Vector512<float> slope = Vector512.Create(0.1f);
            int i = 0;
            for (; i + 16 <= values.Length; i += 16)
            {
                Vector512<float> x = Vector512.LoadUnsafe(ref v, (nuint)i);
                Vector512.Max(x, x * slope).StoreUnsafe(ref v, (nuint)i);
            }
            for (; i < values.Length; i++) values[i] = Math.Max(values[i], 0.1f * values[i]);
        }
    }

    /// <summary>The gradient of <see cref="LeakyRelu"/>: a tenth where the result was negative, in place.</summary>
    public static void LeakyReluGradient(ReadOnlySpan<float> results, Span<float> gradient)
    {
        if (gradient.Length < results.Length) throw new ArgumentException("The gradient is shorter than the results.", nameof(gradient));
        unchecked
        {
            for (int i = 0; i < results.Length; i++)
            {
                if (results[i] < 0) gradient[i] *= 0.1f;
            }
        }
    }

    /// <summary>The largest value.</summary>
    public static float Max(ReadOnlySpan<float> values)
    {
        unchecked
        {
            ref float v = ref MemoryMarshal.GetReference(values);
            Vector512<float> most = Vector512.Create(float.NegativeInfinity);
            int i = 0;
            for (; i + 16 <= values.Length; i += 16) most = Vector512.Max(most, Vector512.LoadUnsafe(ref v, (nuint)i));
            float max = float.NegativeInfinity;
            for (int lane = 0; i > 0 && lane < 16; lane++) max = Math.Max(max, most[lane]);
            for (; i < values.Length; i++) max = Math.Max(max, values[i]);
            return max;
        }
    }

    /// <summary>Index of the largest value, the first of equals.</summary>
    public static int ArgMax(ReadOnlySpan<float> values)
    {
        int best = 0;
        for (int i = 1; i < values.Length; i++)
        {
            if (values[i] > values[best]) best = i;
        }
        return best;
    }

    /// <summary>
    /// e^x for x ≤ 0 or small, to about 2e-7 relative: 2^n times a polynomial of degree 6 on [-ln2/2, ln2/2] (Cephes, expf).
    /// </summary>
    public static Vector512<float> Exp(Vector512<float> x)
    {
        x = Vector512.Min(Vector512.Max(x, Vector512.Create(-87f)), Vector512.Create(87f));
        Vector512<float> n = Vector512.Floor(Vector512.FusedMultiplyAdd(x, Vector512.Create(1.44269504088896341f), Vector512.Create(0.5f)));
        x = Vector512.FusedMultiplyAdd(n, Vector512.Create(-0.693359375f), x);
        x = Vector512.FusedMultiplyAdd(n, Vector512.Create(2.12194440e-4f), x);
        Vector512<float> p = Vector512.Create(1.9875691500E-4f);
        p = Vector512.FusedMultiplyAdd(p, x, Vector512.Create(1.3981999507E-3f));
        p = Vector512.FusedMultiplyAdd(p, x, Vector512.Create(8.3334519073E-3f));
        p = Vector512.FusedMultiplyAdd(p, x, Vector512.Create(4.1665795894E-2f));
        p = Vector512.FusedMultiplyAdd(p, x, Vector512.Create(1.6666665459E-1f));
        p = Vector512.FusedMultiplyAdd(p, x, Vector512.Create(5.0000001201E-1f));
        p = Vector512.FusedMultiplyAdd(p, x * x, x + Vector512<float>.One);
        Vector512<int> power = Vector512.ShiftLeft(Vector512.ConvertToInt32(n) + Vector512.Create(127), 23);
        return p * power.AsSingle();
    }

    /// <summary>Turns scores into probabilities in place and returns the logarithm of the sum of their exponentials.</summary>
    public static float Softmax(Span<float> values)
    {
        float max = float.NegativeInfinity;
        foreach (float v in values) max = Math.Max(max, v);
        unchecked
        {
            ref float start = ref MemoryMarshal.GetReference(values);
            Vector512<float> shift = Vector512.Create(max), sums = Vector512<float>.Zero;
            int i = 0;
            for (; i + 16 <= values.Length; i += 16)
            {
                Vector512<float> e = Exp(Vector512.LoadUnsafe(ref start, (nuint)i) - shift);
                e.StoreUnsafe(ref start, (nuint)i);
                sums += e;
            }
            float sum = Vector512.Sum(sums);
            for (; i < values.Length; i++)
            {
                values[i] = MathF.Exp(values[i] - max);
                sum += values[i];
            }
            float factor = 1 / sum;
            foreach (ref float v in values) v *= factor;
            return max + MathF.Log(sum);
        }
    }
}
