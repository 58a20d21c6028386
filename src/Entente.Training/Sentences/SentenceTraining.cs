using System.Text.Json;

namespace Entente.Training.Sentences;

/// <summary>How the model of sentence ends is trained; a file like english-sentences.json.</summary>
internal sealed record SentenceTraining
{
    /// <summary>Name of the model, for its card.</summary>
    public required string Name { get; init; }

    /// <summary>CoNLL-U files trained on, below the folder of the data sets.</summary>
    public required IReadOnlyList<string> Train { get; init; }

    /// <summary>A text file with a bar where each sentence ends, beside the settings; null for none.</summary>
    public string? Marked { get; init; }

    /// <summary>How often the marked sentences are looked at in each pass.</summary>
    public int MarkedTimes { get; init; } = 1;

    /// <summary>CoNLL-U files that the card's scores are measured on.</summary>
    public required IReadOnlyList<string> Dev { get; init; }

    /// <summary>The data sets with versions, licences and whom to name, for the card.</summary>
    public required IReadOnlyList<string> Data { get; init; }

    /// <summary>The model's own licence, for the card.</summary>
    public required string Licence { get; init; }

    /// <summary>Base-2 logarithm of the number of weights.</summary>
    public int Bits { get; init; } = 16;

    /// <summary>Passes over the data.</summary>
    public int Epochs { get; init; } = 6;

    /// <summary>Step of AdaGrad.</summary>
    public double LearningRate { get; init; } = 0.05;

    /// <summary>L2 decay.</summary>
    public double Decay { get; init; } = 1e-5;

    /// <summary>Added to the log odds of an end: above 0 finds more ends, also false ones.</summary>
    public double Bias { get; init; } = 0.5;

    /// <summary>Seed of the order of the examples.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Reads a file of settings.</summary>
    /// <exception cref="EntenteException">It is no such file.</exception>
    public static SentenceTraining Load(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<SentenceTraining>(File.ReadAllText(path)) ?? throw new JsonException("nothing in it");
        }
        catch (JsonException error)
        {
            throw new EntenteException($"{path}: not the settings of a model of sentence ends ({error.Message}). src/Entente.Training/english-sentences.json shows how they look.", error);
        }
    }
}
