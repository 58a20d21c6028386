using System.Globalization;
using System.Runtime.CompilerServices;

namespace Entente.Extracting.Propositions;

/// <summary>The text of a note, which costs nothing where nobody asks for notes: most frames that are tried fail, for each word of a report.</summary>
[InterpolatedStringHandler]
internal ref struct NoteText
{
    private DefaultInterpolatedStringHandler text;

    /// <summary>A text for the notes of a context.</summary>
    /// <param name="literalLength">Characters between the holes.</param>
    /// <param name="holes">How many holes.</param>
    /// <param name="context">Whose notes.</param>
    /// <param name="isWanted">Whether anybody asks.</param>
    public NoteText(int literalLength, int holes, ExtractionContext context, out bool isWanted)
    {
        isWanted = context.Notes is not null;
        if (isWanted) text = new DefaultInterpolatedStringHandler(literalLength, holes, CultureInfo.InvariantCulture);
    }

    /// <summary>What stands between the holes.</summary>
    public void AppendLiteral(string value) => text.AppendLiteral(value);

    /// <summary>What fills a hole.</summary>
    public void AppendFormatted<T>(T value) => text.AppendFormatted(value);

    /// <summary>The text; once.</summary>
    public string ToStringAndClear() => text.ToStringAndClear();
}
