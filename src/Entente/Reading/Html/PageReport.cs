using Entente.Text;

namespace Entente.Reading.Html;

/// <summary>What was found on a page.</summary>
/// <param name="Text">The report's own text; paragraphs stand apart by an empty line.</param>
/// <param name="Blocks">Its paragraphs.</param>
internal sealed record PageReport(string Text, IReadOnlyList<Block> Blocks)
{
    public IReadOnlyList<Cut> Cuts { get; init; } = [];

    public string? Title { get; init; }

    public string? Publisher { get; init; }

    public string? Author { get; init; }

    public string? Url { get; init; }

    public string? Language { get; init; }

    public PartialDate? Published { get; init; }

    public PartialDate? Updated { get; init; }

    public Origins Origins { get; init; } = Origins.None;
}
