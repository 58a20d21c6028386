using Entente.Training.Language;

namespace Entente.Tests.Training;

/// <summary>Sixty trees of four shapes, and the settings of a network that learns them in a moment.</summary>
internal sealed class TinyTreebank : IDisposable
{
    private static readonly string[] Places = ["Astana", "Tashkent", "Bishkek", "Dushanbe", "Ashgabat"];
    private static readonly string[] Verbs = ["visited", "praised", "left"];

    // Form or slot, lemma, UPOS, XPOS, FEATS, head, relation, entity tag.
    private static readonly string[][] Shapes =
    [
        ["Minister|minister|NOUN|NN|Number=Sing|2|nsubj|O", "V|visit|VERB|VBD|Tense=Past|0|root|O", "P|P|PROPN|NNP|Number=Sing|2|obj|B-LOC", ".|.|PUNCT|.|_|2|punct|O"],
        ["P|P|PROPN|NNP|Number=Sing|2|nsubj|B-LOC", "V|visit|VERB|VBD|Tense=Past|0|root|O", "two|two|NUM|CD|NumType=Card|4|nummod|O", "parks|park|NOUN|NNS|Number=Plur|2|obj|O"],
        ["In|in|ADP|IN|_|2|case|O", "P|P|PROPN|NNP|Number=Sing|4|obl|B-LOC", "she|she|PRON|PRP|Case=Nom|4|nsubj|O", "V|visit|VERB|VBD|Tense=Past|0|root|O", "Green|Green|PROPN|NNP|Number=Sing|6|compound|B-ORG", "Bank|Bank|PROPN|NNP|Number=Sing|4|obj|I-ORG"],
        ["P|P|PROPN|NNP|Number=Sing|0|root|B-LOC", "and|and|CCONJ|CC|_|3|cc|O", "Khujand|Khujand|PROPN|NNP|Number=Sing|1|conj|B-LOC"],
    ];

    /// <summary>Writes the files.</summary>
    public TinyTreebank()
    {
        Folder = Directory.CreateTempSubdirectory("entente-training").FullName;
        using StreamWriter trees = new(Path.Combine(Folder, "tiny.conllu")), entities = new(Path.Combine(Folder, "tiny.iob2"));
        int number = 0;
        foreach (string place in Places)
        {
            foreach (string verb in Verbs)
            {
                foreach (string[] shape in Shapes)
                {
                    string id = $"# sent_id = tiny-{++number}";
                    trees.WriteLine(id);
                    entities.WriteLine(id);
                    for (int i = 0; i < shape.Length; i++)
                    {
                        string[] f = shape[i].Split('|');
                        string form = f[0] == "P" ? place : f[0] == "V" ? verb : f[0], lemma = f[1] == "P" ? place : f[0] == "V" ? verb.TrimEnd('d').TrimEnd('e') : f[1];
                        trees.WriteLine($"{i + 1}\t{form}\t{lemma}\t{f[2]}\t{f[3]}\t{f[4]}\t{f[5]}\t{f[6]}\t_\t_");
                        entities.WriteLine($"{i + 1}\t{form}\t{f[7]}");
                    }
                    trees.WriteLine();
                    entities.WriteLine();
                }
            }
        }
    }

    /// <summary>Where the files are.</summary>
    public string Folder { get; }

    /// <summary>The settings.</summary>
    public static TrainingSettings Settings => new()
    {
        Name = "tiny",
        Train = [new TreebankFiles("tiny.conllu", "tiny.iob2")],
        Dev = [new TreebankFiles("tiny.conllu", "tiny.iob2")],
        Data = ["trees written for a test"],
        Licence = "MIT",
        Epochs = 40,
        BatchWords = 60,
        LearningRate = 0.01f,
        WarmupSteps = 5,
        Dropout = 0.1f,
        InputDropout = 0.1f,
        RecurrentDropout = 0.1f,
        Network = new()
        {
            WordSize = 16, AffixSize = 16, AffixBuckets = 64, ShapeSize = 16, ShapeBuckets = 32, Units = 16, TagUnits = 16, ArcUnits = 16, LabelUnits = 16,
            EntityUnits = 16,
        },
    };

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
