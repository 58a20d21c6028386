namespace Entente.Recognizing.Pieces;

/// <summary>What the grammars of quantities and times know of a word. One instance a word, shared by all its occurrences.</summary>
/// <param name="text">The word in lower case; "us" for "U.S.".</param>
internal sealed class Word(string text)
{
    /// <summary>The word in lower case, without the dots of an abbreviation.</summary>
    public string Text { get; } = text;

    /// <summary>0 to 90 in words: "seven", "twelve", "forty".</summary>
    public int? Small { get; set; }

    /// <summary>A power of ten or a dozen that multiplies what stands before it: "hundred", "mln", "crore".</summary>
    public decimal? Scale { get; set; }

    /// <summary>Rank of an ordinal word: "third" 3, "twentieth" 20, "millionth" 1000000.</summary>
    public decimal? Rank { get; set; }

    /// <summary>Denominator as a noun: "half" 2, "thirds" 3, "quarter" 4, "hundredths" 100. The singular of an ordinal too.</summary>
    public decimal? Denominator { get; set; }

    /// <summary>Whether <see cref="Denominator"/> is written in the plural.</summary>
    public bool IsPlural { get; set; }

    /// <summary>1 to 12 for the name of a month or its abbreviation.</summary>
    public int Month { get; set; }

    /// <summary>1 (Monday) to 7 for the name of a weekday or its abbreviation; 0 for other words.</summary>
    public int Weekday { get; set; }

    /// <summary>Whether it is a short form of a month or weekday, which a full stop may follow.</summary>
    public bool IsAbbreviation { get; set; }

    /// <summary>The unit of the calendar: "day", "weeks", "quarter".</summary>
    public CalendarUnit Unit { get; set; }

    /// <summary>What a word can be the first word of. Most words of a text begin nothing, and are passed over without a look.</summary>
    public Opening Opens { get; set; }

    /// <inheritdoc/>
    public override string ToString() => Text;
}

/// <summary>Whether a quantity or time may begin with a word.</summary>
internal enum Opening
{
    /// <summary>Never.</summary>
    None,

    /// <summary>Only before a numeral or another word of the grammars: "the", "a", "this".</summary>
    BeforeAnother,

    /// <summary>It may.</summary>
    Always,
}

/// <summary>A unit that the calendar is counted in.</summary>
internal enum CalendarUnit
{
    None,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
    Season,
}
