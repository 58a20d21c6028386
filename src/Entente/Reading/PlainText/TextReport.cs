using Entente.Text;

namespace Entente.Reading.PlainText;

/// <summary>What was found in a text.</summary>
/// <param name="Blocks">The parts that speak, in order.</param>
/// <param name="Cuts">The rest, with reasons, in order.</param>
internal sealed record TextReport(IReadOnlyList<Block> Blocks, IReadOnlyList<Cut> Cuts)
{
    public string? Title { get; init; }

    public string? Publisher { get; init; }

    public string? Author { get; init; }

    public PartialDate? Published { get; init; }

    public PartialDate? Updated { get; init; }

    public Origins Origins { get; init; } = Origins.None;

    public string? DatelinePlace { get; init; }

    public PartialDate? DatelineDay { get; init; }
}
