namespace Entente.Reading.Html;

/// <summary>All blocks of a page, judged.</summary>
/// <param name="Blocks">In order; those without a reason to be cut are the report.</param>
/// <param name="Headline">Index of the headline's block, or -1.</param>
/// <param name="From">The report lies in the blocks from here...</param>
/// <param name="Until">...up to here, not included.</param>
internal sealed record PageBody(PageBlock[] Blocks, int Headline, int From, int Until);
