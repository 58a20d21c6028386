using System.Text.Json;
using Entente.Parsing.Neural;

namespace Entente.Training.Language;

/// <summary>All that decides what a model becomes; one JSON file per model. Paths are relative to the folder of the data.</summary>
internal sealed record TrainingSettings
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNameCaseInsensitive = true, ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The model's name.</summary>
    public required string Name { get; init; }

    /// <summary>Treebanks to train on.</summary>
    public required IReadOnlyList<TreebankFiles> Train { get; init; }

    /// <summary>Treebanks to watch progress on.</summary>
    public required IReadOnlyList<TreebankFiles> Dev { get; init; }

    /// <summary>Files with entity tags alone to train on.</summary>
    public IReadOnlyList<string> Entities { get; init; } = [];

    /// <summary>Each data set with version, licence and attribution, for the model's header and card.</summary>
    public required IReadOnlyList<string> Data { get; init; }

    /// <summary>The licence of the model file.</summary>
    public required string Licence { get; init; }

    /// <summary>Sizes of the network.</summary>
    public NetworkOptions Network { get; init; } = new();

    /// <summary>How static vectors are learnt; null for none.</summary>
    public VectorSettings? Vectors { get; init; }

    /// <summary>The seed of all randomness.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Passes over the data.</summary>
    public int Epochs { get; init; } = 30;

    /// <summary>Passes over which the learning rate falls as a cosine does; 0 for all.</summary>
    public int CosineEpochs { get; init; }

    /// <summary>Passes after which it falls in a straight line to zero at the end instead; 0 for never. It ends a long plan early.</summary>
    public int CoolFrom { get; init; }

    /// <summary>Words in a batch.</summary>
    public int BatchWords { get; init; } = 1000;

    /// <summary>The largest learning rate; it grows to that over <see cref="WarmupSteps"/> and falls from there.</summary>
    public float LearningRate { get; init; } = 2e-3f;

    /// <summary>Steps until the largest learning rate.</summary>
    public int WarmupSteps { get; init; } = 300;

    /// <summary>The largest norm of the gradient.</summary>
    public float Clip { get; init; } = 5;

    /// <summary>How much of the running mean of the parameters a step keeps.</summary>
    public float AverageDecay { get; init; } = 0.998f;

    /// <summary>Chance of a unit to be cut between layers.</summary>
    public float Dropout { get; init; } = 0.33f;

    /// <summary>Chance of a unit of a word's vector to be cut.</summary>
    public float InputDropout { get; init; } = 0.25f;

    /// <summary>Chance of a unit to be cut from word to word.</summary>
    public float RecurrentDropout { get; init; } = 0.25f;

    /// <summary>a in a / (a + count): chance of a word to be taken for unknown.</summary>
    public float WordDropout { get; init; } = 0.5f;

    /// <summary>Chance of a word to lose its static vector.</summary>
    public float StaticDrop { get; init; } = 0.1f;

    /// <summary>What the tags' losses count beside the arcs'.</summary>
    public float TagWeight { get; init; } = 0.5f;

    /// <summary>What the entities' loss counts beside the arcs'.</summary>
    public float EntityWeight { get; init; } = 1;

    /// <summary>What is tried on the dev parts as offsets of the entity types' biases after training; empty for nothing.</summary>
    public IReadOnlyList<float> EntityOffsets { get; init; } = [];

    /// <summary>Occurrences that a word needs to have a vector of its own.</summary>
    public int MinWordCount { get; init; } = 2;

    /// <summary>Only the first sentences of each file, to try things out; 0 for all.</summary>
    public int MostSentences { get; init; }

    /// <summary>Every how many epochs to score on the dev parts.</summary>
    public int ScoreEvery { get; init; } = 1;

    /// <summary>Reads a settings file.</summary>
    public static TrainingSettings Load(string path) =>
        JsonSerializer.Deserialize<TrainingSettings>(File.ReadAllText(path), Json) ?? throw new EntenteException($"{path}: no settings in it.");
}

/// <summary>A treebank's files.</summary>
/// <param name="Trees">CoNLL-U.</param>
/// <param name="Entities">The same sentences with entity tags, if there are any.</param>
internal sealed record TreebankFiles(string Trees, string? Entities = null);
