using Entente.Claims;
using Entente.Extracting.Events;
using Entente.Gazetteers;

namespace Entente.Tests.Extracting;

public sealed class EventFrameTests
{
    private static readonly string[] Tables = ["predicates/events-cooperation", "predicates/events-conflict"];

    [Fact]
    public void Every_type_of_PLOVER_has_frames()
    {
        HashSet<string> types = [.. Rows().Select(r => r.Required("type"))];
        Assert.Equal(Enum.GetNames<EventType>().Select(n => n.ToUpperInvariant()).Order(StringComparer.Ordinal), types.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Conflict_is_told_by_hundreds_of_predicates() =>
        Assert.True(DataFiles.BuiltIn.Read(Tables[1]).SelectMany(r => r.List("predicate")).Distinct().Count() > 400);

    [Fact]
    public void Every_class_that_a_frame_asks_for_exists()
    {
        NounClasses classes = new(DataFiles.BuiltIn);
        foreach (DataRow row in Rows())
        {
            foreach (string condition in (row["when"] ?? "").Split(';').Where(c => c.Contains(':') || c.Contains('~')))
            {
                string name = condition[(condition.IndexOfAny([':', '~']) + 1)..];
                Assert.True(classes.Has(name), $"{row.File}, line {row.Line}: no class '{name}'.");
            }
        }
    }

    [Fact]
    public void A_frame_with_an_unknown_type_names_file_and_line()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        Directory.CreateDirectory(Path.Combine(folder, "predicates"));
        File.WriteAllText(Path.Combine(folder, "predicates", "events-conflict.tsv"), "predicate\tpos\ttype\tmode\tsource\ttarget\twhen\tflags\tformat\tcameo\tcontexts\texample\nfrown\tV\tFROWN\n");
        EntenteException error = Assert.Throws<EntenteException>(() => new EventFrames(new DataFiles(folder)));
        Assert.Contains("line 2", error.Message, StringComparison.Ordinal);
        Assert.Contains("FROWN", error.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<DataRow> Rows() => Tables.SelectMany(t => DataFiles.BuiltIn.Read(t));
}
