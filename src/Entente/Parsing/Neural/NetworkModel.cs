using Entente.Numerics;

namespace Entente.Parsing.Neural;

/// <summary>All that a model file holds. Frozen after construction.</summary>
/// <param name="Header">What made it.</param>
/// <param name="Options">The sizes of the network.</param>
/// <param name="Words">Words with a trained vector.</param>
/// <param name="Statics">Words with a static vector.</param>
/// <param name="Labels">What the network chooses from.</param>
/// <param name="Lemmas">Rules for lemmas.</param>
/// <param name="Matrices">The matrices that are multiplied with, by name (<see cref="NetworkMatrices"/>): half precision, row-major.</param>
/// <param name="Tables">The tables of vectors, by name.</param>
internal sealed record NetworkModel(
    ModelHeader Header, NetworkOptions Options, Vocabulary Words, Vocabulary Statics, LabelSet Labels, LemmaRules Lemmas,
    IReadOnlyDictionary<string, ushort[]> Matrices, IReadOnlyDictionary<string, VectorTable> Tables)
{
    /// <summary>A matrix in single precision.</summary>
    public float[] Single(string name)
    {
        ushort[] halves = Matrices[name];
        float[] values = new float[halves.Length];
        HalfFloats.Widen(halves, values);
        return values;
    }
}

/// <summary>What made a model.</summary>
/// <param name="Name">The model's name.</param>
/// <param name="Data">Each data set with version, licence and attribution.</param>
/// <param name="Licence">The licence of the file.</param>
/// <param name="Seed">The seed of all randomness.</param>
/// <param name="Settings">The settings file that it was trained with.</param>
/// <param name="Commit">The commit of the trainer.</param>
/// <param name="Scores">Scores on the development parts.</param>
internal sealed record ModelHeader(
    string Name, IReadOnlyList<string> Data, string Licence, long Seed, string Settings, string Commit, string Scores);
