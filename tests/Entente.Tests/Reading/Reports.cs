using System.Text;
using Entente.Reading;
using Entente.Text;

namespace Entente.Tests.Reading;

/// <summary>Reads texts in tests.</summary>
internal static class Reports
{
    public static readonly Reader Reader = new();

    public static List<ReadResult> All(string text) => All(Encoding.UTF8.GetBytes(text));

    public static List<ReadResult> All(byte[] bytes, Reader? reader = null) => [.. (reader ?? Reader).Read(new MemoryStream(bytes), "test")];

    public static Document One(string text) => One(Encoding.UTF8.GetBytes(text));

    public static Document One(byte[] bytes)
    {
        ReadResult result = Assert.Single(All(bytes));
        Assert.NotNull(result.Document);
        return result.Document;
    }

    public static Skipped Refused(byte[] bytes, Reader? reader = null)
    {
        ReadResult result = Assert.Single(All(bytes, reader));
        Assert.NotNull(result.Skipped);
        return result.Skipped;
    }

    /// <summary>The words of the blocks, line breaks seen through.</summary>
    public static string[] Blocks(Document document) => [.. document.Blocks.Select(b => b.Span.In(document.Text).ReplaceLineEndings(" "))];
}
