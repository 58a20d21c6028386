using System.Text;
using Entente.Cli;
using Entente.Cli.Inputs;
using Entente.Reading;

namespace Entente.Tests.Cli.Inputs;

public sealed class InputReaderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("entente-inputs").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Reads_a_folder_with_all_below_it_in_ordinal_order()
    {
        Write("b.txt", "The envoys met in Oslo.");
        Write("a/z.txt", "The envoys met in Bern.");
        Write("B.txt", "The envoys met in Rome.");
        Write(".hidden", "The envoys met in Riga.");
        Assert.Equal(["B.txt", "a/z.txt", "b.txt"], Sources(Read(folder)));
    }

    [Fact]
    public void Says_in_a_line_what_is_missing_or_empty_and_reads_the_rest()
    {
        Write("empty.txt", "");
        Write("good.txt", "The envoys met in Oslo.");
        Directory.CreateDirectory(Path.Combine(folder, "nothing"));
        List<ReadResult> results = Read(Path.Combine(folder, "absent.txt"), Path.Combine(folder, "empty.txt"), Path.Combine(folder, "nothing"), Path.Combine(folder, "good.txt"));
        Assert.Equal([InputMessages.Missing, "nothing in it", InputMessages.NoFiles, null], results.Select(r => r.Skipped?.Reason));
        Assert.NotNull(results[3].Document);
    }

    [Fact]
    public void Takes_and_leaves_files_by_pattern_and_time()
    {
        Write("a.txt", "The envoys met in Oslo.");
        Write("a.log", "The envoys met in Bern.");
        Write("old.txt", "The envoys met in Rome.");
        File.SetLastWriteTimeUtc(Path.Combine(folder, "old.txt"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        InputOptions options = new() { Include = ["*.txt"], Since = new DateTimeOffset(2021, 1, 1, 0, 0, 0, TimeSpan.Zero) };
        Assert.Equal(["a.txt"], Sources(Read(options, folder)));
        Assert.Equal(["a.txt", "old.txt"], Sources(Read(new InputOptions { Exclude = ["*.log"] }, folder)));
    }

    [Fact]
    public void A_dash_is_standard_input()
    {
        ReadResult result = Assert.Single(Read("-"));
        Assert.Equal(("-", "The envoys met in Lima."), (result.Document!.Source, result.Document.Text));
    }

    private void Write(string name, string text)
    {
        string path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private IEnumerable<string> Sources(List<ReadResult> results) => results.Select(r => Path.GetRelativePath(folder, r.Document!.Source).Replace('\\', '/'));

    private static List<ReadResult> Read(params string[] inputs) => Read(new InputOptions(), inputs);

    private static List<ReadResult> Read(InputOptions options, params string[] inputs)
    {
        Surroundings surroundings = new() { Input = new MemoryStream(Encoding.UTF8.GetBytes("The envoys met in Lima.")), Out = TextWriter.Null, Error = TextWriter.Null };
        using InputReader reader = new(new Reader(), surroundings, options);
        return [.. reader.Read(inputs)];
    }
}
