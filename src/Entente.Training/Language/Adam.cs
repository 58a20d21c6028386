using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Entente.Training.Language;

/// <summary>
/// The Adam optimizer (Kingma and Ba 2015), lazy on tables: a row that was not looked up keeps its value and its means, for a word that
/// comes every thousand steps would otherwise be moved by old news. Means of 0.9 and 0.95 as in Stanza's parser.
/// </summary>
internal sealed class Adam(IReadOnlyList<Parameter> parameters)
{
    private const float Beta1 = 0.9f, Beta2 = 0.95f, Epsilon = 1e-8f;

    /// <summary>Updates done.</summary>
    public int Steps { get; set; }

    /// <summary>Moves the parameters against the gradients.</summary>
    /// <param name="gradients">The gradients.</param>
    /// <param name="rate">The learning rate.</param>
    /// <param name="clip">The largest norm of all gradients together; larger ones are scaled down to it.</param>
    public void Update(Gradients gradients, float rate, float clip)
    {
        Steps++;
        double norm = Math.Sqrt(gradients.SquaredNorm());
        float scale = norm > clip ? (float)(clip / norm) : 1f;
        float corrected = rate * (float)(Math.Sqrt(1 - Math.Pow(Beta2, Steps)) / (1 - Math.Pow(Beta1, Steps)));
        for (int p = 0; p < parameters.Count; p++)
        {
            Parameter parameter = parameters[p];
            if (parameter.IsFrozen) continue;
            if (!parameter.Shape.IsTable)
            {
                Move(parameter, gradients[p], 0, parameter.Value.Length, scale, corrected);
                continue;
            }
            int columns = parameter.Shape.Columns;
            foreach (int row in gradients.Rows(p)) Move(parameter, gradients[p], row * columns, columns, scale, corrected);
        }
    }

    /// <summary>Takes the parameters into their running means.</summary>
    public void Average(float decay)
    {
        float keep = Math.Min(decay, (1f + Steps) / (10f + Steps));
        unchecked
        {
            foreach (Parameter parameter in parameters)
            {
                if (parameter.IsFrozen) continue;
                float[] value = parameter.Value, average = parameter.Average;
                ref float v = ref MemoryMarshal.GetArrayDataReference(value), a = ref MemoryMarshal.GetArrayDataReference(average);
                Vector512<float> part = Vector512.Create(1 - keep);
                int i = 0;
                for (; i + 16 <= value.Length; i += 16)
                {
                    Vector512<float> old = Vector512.LoadUnsafe(ref a, (nuint)i);
                    Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref v, (nuint)i) - old, part, old).StoreUnsafe(ref a, (nuint)i);
                }
                for (; i < value.Length; i++) average[i] += (value[i] - average[i]) * (1 - keep);
            }
        }
    }

    private static void Move(Parameter parameter, float[] gradient, int start, int length, float scale, float rate)
    {
        unchecked
        {
            ref float value = ref parameter.Value[start], first = ref parameter.First[start], second = ref parameter.Second[start], g = ref gradient[start];
            Vector512<float> scales = Vector512.Create(scale), rates = Vector512.Create(rate), epsilon = Vector512.Create(Epsilon);
            int i = 0;
            for (; i + 16 <= length; i += 16)
            {
                Vector512<float> d = Vector512.LoadUnsafe(ref g, (nuint)i) * scales;
                Vector512<float> m = (Vector512.LoadUnsafe(ref first, (nuint)i) * Beta1) + (d * (1 - Beta1));
                Vector512<float> v = (Vector512.LoadUnsafe(ref second, (nuint)i) * Beta2) + (d * d * (1 - Beta2));
                m.StoreUnsafe(ref first, (nuint)i);
                v.StoreUnsafe(ref second, (nuint)i);
                (Vector512.LoadUnsafe(ref value, (nuint)i) - (rates * m / (Vector512.Sqrt(v) + epsilon))).StoreUnsafe(ref value, (nuint)i);
            }
            for (; i < length; i++)
            {
                float d = gradient[start + i] * scale;
                float m = parameter.First[start + i] = (parameter.First[start + i] * Beta1) + (d * (1 - Beta1));
                float v = parameter.Second[start + i] = (parameter.Second[start + i] * Beta2) + (d * d * (1 - Beta2));
                parameter.Value[start + i] -= rate * m / (MathF.Sqrt(v) + Epsilon);
            }
        }
    }
}
