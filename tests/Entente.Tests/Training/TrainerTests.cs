using Entente.Parsing;
using Entente.Parsing.Neural;
using Entente.Training.Language;

namespace Entente.Tests.Training;

public sealed class TrainerTests
{
    [Fact]
    public void Learns_a_few_trees_and_gives_the_same_bytes_twice()
    {
        using TinyTreebank treebank = new();
        (byte[] first, NetworkModel model) = Train(treebank.Folder, TinyTreebank.Settings);
        (byte[] second, _) = Train(treebank.Folder, TinyTreebank.Settings);
        Assert.Equal(first, second);

        TrainingData data = new(TinyTreebank.Settings, treebank.Folder);
        Scores scores = Scores.Of(new Analyzer(model), data.Sentences);
        Assert.True(scores.Las > 0.95 && scores.Upos > 0.95 && scores.Entity > 0.9, scores.ToString());
    }

    [Fact]
    public void Goes_on_from_a_checkpoint_as_if_it_had_never_stopped()
    {
        using TinyTreebank treebank = new();
        TrainingSettings settings = TinyTreebank.Settings with { Epochs = 4 };
        TrainingData data = new(settings, treebank.Folder);
        string checkpoint = Path.Combine(treebank.Folder, "tiny.checkpoint");
        (byte[] whole, _) = Train(treebank.Folder, settings);

        // Stopped by the first report after the second epoch.
        Trainer stopped = new(settings, data, null, line =>
        {
            if (line.StartsWith("epoch 3", StringComparison.Ordinal)) throw new OperationCanceledException();
        });
        Assert.Throws<OperationCanceledException>(() => stopped.Run(checkpoint, false, "test"));
        Assert.Equal(whole, Bytes(new Trainer(settings, data, null, _ => { }).Run(checkpoint, true, "test")));
    }

    [Fact]
    public void Reads_back_the_model_that_it_wrote()
    {
        using TinyTreebank treebank = new();
        (byte[] bytes, NetworkModel model) = Train(treebank.Folder, TinyTreebank.Settings with { Epochs = 1 });
        NetworkModel read = ModelFile.Read(new MemoryStream(bytes), "tiny");
        Assert.Equal(bytes, Bytes(read));
        Assert.Equal(model.Options, read.Options);
    }

    [Fact]
    public void Names_both_formats_when_they_differ()
    {
        using TinyTreebank treebank = new();
        (byte[] bytes, _) = Train(treebank.Folder, TinyTreebank.Settings with { Epochs = 1 });
        bytes[8] = 77;
        string message = Assert.Throws<EntenteException>(() => ModelFile.Read(new MemoryStream(bytes), "tiny.bin")).Message;
        Assert.Contains("77", message, StringComparison.Ordinal);
        Assert.Contains($"format {ModelFile.Format}", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_when_a_model_file_is_cut_short()
    {
        using TinyTreebank treebank = new();
        (byte[] bytes, _) = Train(treebank.Folder, TinyTreebank.Settings with { Epochs = 1 });
        foreach (int length in new[] { 0, 9, 40, bytes.Length / 2, bytes.Length - 1 })
            Assert.Throws<EntenteException>(() => ModelFile.Read(new MemoryStream(bytes[..length]), "tiny.bin"));
    }

    private static (byte[] Bytes, NetworkModel Model) Train(string folder, TrainingSettings settings)
    {
        NetworkModel model = new Trainer(settings, new TrainingData(settings, folder), null, _ => { }).Run(null, false, "test");
        return (Bytes(model), model);
    }

    private static byte[] Bytes(NetworkModel model)
    {
        using MemoryStream stream = new();
        ModelFile.Write(model, stream);
        return stream.ToArray();
    }
}
