using Entente.Text;

namespace Entente.Reading.PlainText;

/// <summary>Lines of a text that belong together: a paragraph, a headline, a line of a menu.</summary>
/// <param name="Span">From the first to the last character that is no white space.</param>
/// <param name="AfterBlank">Whether an empty line, or the start of the text, stands before it.</param>
internal readonly record struct Paragraph(TextSpan Span, bool AfterBlank);
