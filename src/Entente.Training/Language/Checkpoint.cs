using System.Runtime.InteropServices;

namespace Entente.Training.Language;

/// <summary>The state of training between two epochs: all that the next epoch depends on, so that a run that stops and goes on ends as one that did not.</summary>
internal static class Checkpoint
{
    /// <summary>Writes the state; the file is replaced whole.</summary>
    public static void Save(string path, int epochs, IReadOnlyList<Parameter> parameters, Adam adam)
    {
        string part = path + ".part";
        using (FileStream stream = File.Create(part))
        {
            using BinaryWriter writer = new(stream);
            writer.Write(epochs);
            writer.Write(adam.Steps);
            writer.Write(parameters.Sum(p => (long)p.Value.Length));
            foreach (float[] array in parameters.SelectMany(Arrays)) writer.Write(MemoryMarshal.AsBytes(array.AsSpan()));
        }
        File.Move(part, path, overwrite: true);
    }

    /// <summary>Reads the state and returns the epochs done.</summary>
    /// <exception cref="EntenteException">The state belongs to a network of another size.</exception>
    public static int Load(string path, IReadOnlyList<Parameter> parameters, Adam adam)
    {
        using FileStream stream = File.OpenRead(path);
        using BinaryReader reader = new(stream);
        int epochs = reader.ReadInt32();
        adam.Steps = reader.ReadInt32();
        if (reader.ReadInt64() != parameters.Sum(p => (long)p.Value.Length))
            throw new EntenteException($"{path}: the checkpoint belongs to other settings or data. Delete it, or train without --resume.");
        foreach (float[] array in parameters.SelectMany(Arrays)) stream.ReadExactly(MemoryMarshal.AsBytes(array.AsSpan()));
        return epochs;
    }

    private static IEnumerable<float[]> Arrays(Parameter p) => [p.Value, p.First, p.Second, p.Average];
}
