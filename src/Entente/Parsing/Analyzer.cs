using System.Collections.Concurrent;
using Entente.Parsing.Neural;

namespace Entente.Parsing;

/// <summary>
/// Gives the tokens of sentences their lemmas, tags, heads, relations and entity tags. Safe for several threads at a time once it is
/// loaded; what it says of a sentence depends on nothing but that sentence.
/// </summary>
internal sealed class Analyzer
{
    /// <summary>Tokens that are analysed together; a longer sentence is cut into pieces of at most this length.</summary>
    public const int LongestPiece = 200;

    /// <summary>
    /// Words in one batch: enough sentences to fill the kernels' eight rows, few enough for the gates (words × 8 × units) to stay in a
    /// second-level cache.
    /// </summary>
    private const int BatchWords = 512;

    private readonly Network network;
    private readonly ConcurrentBag<NetworkScratch> idle = [];

    /// <summary>An analyzer of a model.</summary>
    public Analyzer(NetworkModel model)
    {
        Model = model;
        network = new Network(model);
    }

    /// <summary>The model.</summary>
    public NetworkModel Model { get; }

    /// <summary>The English model that ships beside the program.</summary>
    public static string DefaultPath => Path.Combine(AppContext.BaseDirectory, "models", "english.bin");

    /// <summary>Loads a model file.</summary>
    /// <exception cref="EntenteException">There is no such file, or it is no model of this version.</exception>
    public static Analyzer Load(string path)
    {
        if (!File.Exists(path)) throw new EntenteException($"{path}: there is no model file. Take it from the repository's models/ folder, or train it with entente-train.");
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        return Load(stream, path);
    }

    /// <summary>Loads a model.</summary>
    /// <param name="stream">The model file.</param>
    /// <param name="name">What to call it in an error.</param>
    /// <exception cref="EntenteException">It is no model of this version.</exception>
    public static Analyzer Load(Stream stream, string name) => new(ModelFile.Read(stream, name));

    /// <summary>Analyses sentences.</summary>
    /// <param name="sentences">The forms of each sentence's tokens.</param>
    /// <returns>For each sentence an annotation for each token; its heads form one tree.</returns>
    public TokenAnnotation[][] Analyze(IReadOnlyList<IReadOnlyList<string>> sentences)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        if (!idle.TryTake(out NetworkScratch? scratch)) scratch = new NetworkScratch();
        try
        {
            return Analyze(sentences, scratch);
        }
        finally
        {
            idle.Add(scratch);
        }
    }

    private TokenAnnotation[][] Analyze(IReadOnlyList<IReadOnlyList<string>> sentences, NetworkScratch scratch)
    {
        TokenAnnotation[][] results = new TokenAnnotation[sentences.Count][];
        List<SentencePiece> batch = [];
        int words = 0;
        for (int s = 0; s < results.Length; s++)
        {
            IReadOnlyList<string> forms = sentences[s];
            results[s] = new TokenAnnotation[forms.Count];
            for (int start = 0; start < forms.Count;)
            {
                int length = forms.Count - start <= LongestPiece ? forms.Count - start : PieceLength(forms, start);
                if (words + length > BatchWords && words > 0) Flush();
                batch.Add(new SentencePiece(forms, start, length, results[s]));
                words += length;
                start += length;
            }
        }
        Flush();
        foreach (TokenAnnotation[] result in results)
        {
            if (result.Length > LongestPiece) Join(result);
        }
        return results;

        void Flush()
        {
            if (batch.Count > 0) network.Run(batch, scratch);
            batch.Clear();
            words = 0;
        }
    }

    /// <summary>A piece of an overlong sentence ends after its last semicolon, full stop or comma in the second half, or where it is full.</summary>
    private static int PieceLength(IReadOnlyList<string> forms, int start)
    {
        foreach (string mark in new[] { ";", ".", "," })
        {
            for (int length = LongestPiece; length > LongestPiece / 2; length--)
            {
                if (forms[start + length - 1] == mark) return length;
            }
        }
        return LongestPiece;
    }

    /// <summary>The first root of an overlong sentence takes the roots of the later pieces.</summary>
    private static void Join(TokenAnnotation[] tokens)
    {
        int root = Array.FindIndex(tokens, t => t.Head == 0);
        for (int i = root + 1; i < tokens.Length; i++)
        {
            if (tokens[i].Head == 0) tokens[i] = tokens[i] with { Head = root + 1, Deprel = "parataxis" };
        }
    }
}
