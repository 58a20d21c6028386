using Entente.Reading.Dates;
using Entente.Text;

namespace Entente.Reading.PlainText;

/// <summary>The head of a report: "BISHKEK, March 13, 2025 (Meridian News) -".</summary>
/// <param name="Span">With the dash or stop that closes it.</param>
/// <param name="Place">The first place named, as written.</param>
/// <param name="Agency">The agency in brackets or between slashes, as written.</param>
/// <param name="Date">The date, perhaps without its year.</param>
/// <param name="FillsParagraph">Whether nothing follows in its paragraph.</param>
internal sealed record Dateline(TextSpan Span, string? Place, string? Agency, FoundDate? Date, bool FillsParagraph);
