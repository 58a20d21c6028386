using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Entente.Parsing.Tokenizing;

/// <summary>
/// The weights of the sentence splitter: a logistic model over hashed features. The file is "ENTBOUND", the format number, the card as JSON,
/// the scale, the bias, then a signed byte a bucket. Reader and writer stand here together.
/// </summary>
internal sealed class BoundaryModel
{
    /// <summary>The only format that is read and written. It changes with the features, which a file of before would not fit.</summary>
    public const int Format = 2;

    private const string Magic = "ENTBOUND";
    private readonly sbyte[] weights;
    private readonly int bias;
    private readonly string card;

    /// <summary>A model from its weights; their number is a power of two.</summary>
    /// <param name="card">What made it, as JSON of a <see cref="BoundaryCard"/>. Parsing it costs more than all else here, and the splitter has no use for it.</param>
    /// <param name="weights">A weight for each bucket of hashes, in steps of <paramref name="scale"/>.</param>
    /// <param name="scale">What one step is worth in log odds.</param>
    /// <param name="bias">Added to the log odds of every gap.</param>
    public BoundaryModel(string card, sbyte[] weights, float scale, float bias)
    {
        if (weights.Length == 0 || (weights.Length & (weights.Length - 1)) != 0) throw new ArgumentException($"{weights.Length} weights are not a power of two.", nameof(weights));
        this.card = card;
        this.bias = (int)MathF.Round(bias / scale);
        this.weights = weights;
        Scale = scale;
        Bias = bias;
    }

    /// <summary>What one step of a weight is worth in log odds.</summary>
    public float Scale { get; }

    /// <summary>Added to the log odds of every gap.</summary>
    public float Bias { get; }

    /// <summary>What made the model.</summary>
    /// <exception cref="JsonException">The card is damaged.</exception>
    public BoundaryCard ReadCard() => JsonSerializer.Deserialize<BoundaryCard>(card) ?? throw new JsonException("An empty card.");

    /// <summary>How strongly a sentence ends in the gap: above 0 if it does rather than not. In steps of <see cref="Scale"/>.</summary>
    public int Score(ReadOnlySpan<uint> features)
    {
        int sum = bias;
        uint mask = (uint)weights.Length - 1;
        foreach (uint feature in features) sum += weights[feature & mask];
        return sum;
    }

    /// <summary>Writes the model.</summary>
    public void Write(Stream stream)
    {
        using BinaryWriter writer = new(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Encoding.ASCII.GetBytes(Magic));
        writer.Write(Format);
        writer.Write(card);
        writer.Write(Scale);
        writer.Write(Bias);
        writer.Write(weights.Length);
        writer.Write(MemoryMarshal.AsBytes(weights.AsSpan()));
    }

    /// <summary>Reads the model that ships with the library.</summary>
    /// <exception cref="EntenteException">It is missing or broken.</exception>
    public static BoundaryModel ReadBuiltIn()
    {
        string path = Path.Combine(AppContext.BaseDirectory, "models", "english-sentences.bin");
        if (!File.Exists(path)) throw new EntenteException($"{path}: the model of sentence ends is missing. Take it from the repository, or train it with entente-train sentences.");
        using FileStream stream = File.OpenRead(path);
        return Read(stream, path);
    }

    /// <summary>Reads a model.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="name">What to call it in an error.</param>
    /// <exception cref="EntenteException">The file is no such model, is cut short, or has another format.</exception>
    public static BoundaryModel Read(Stream stream, string name)
    {
        try
        {
            using BinaryReader reader = new(stream, Encoding.UTF8, leaveOpen: true);
            if (Encoding.ASCII.GetString(reader.ReadBytes(Magic.Length)) != Magic) throw new EntenteException($"{name}: not a model of sentence ends. Train one with entente-train sentences.");
            int format = reader.ReadInt32();
            if (format != Format) throw new EntenteException($"{name}: the model has format {format}, this version of Entente reads format {Format}. Take the file that belongs to this version, or train it with entente-train sentences.");
            string json = reader.ReadString();
            float step = reader.ReadSingle(), added = reader.ReadSingle();
            if (!(step > 0) || !float.IsFinite(added)) throw new FormatException($"a scale of {step}");
            int count = reader.ReadInt32();
            if (count is <= 0 or > 1 << 22) throw new FormatException($"{count} weights");
            sbyte[] buckets = new sbyte[count];
            stream.ReadExactly(MemoryMarshal.AsBytes(buckets.AsSpan()));
            return new BoundaryModel(json, buckets, step, added);
        }
        catch (Exception exception) when (exception is EndOfStreamException or ArgumentException or FormatException)
        {
            throw new EntenteException($"{name}: the model is damaged or cut short ({exception.Message}). Take it again from the repository, or train it with entente-train sentences.", exception);
        }
    }
}
