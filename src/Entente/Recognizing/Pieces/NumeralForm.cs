namespace Entente.Recognizing.Pieces;

/// <summary>What digits with commas and points between them mean.</summary>
/// <param name="Value">The number.</param>
/// <param name="PlainDigits">How many digits, where there is no separator; else 0.</param>
/// <param name="HasDecimals">Whether there is a decimal part.</param>
internal readonly record struct NumeralForm(decimal Value, int PlainDigits, bool HasDecimals)
{
    // More digits than this are a code, not a quantity, and a decimal could not hold them times a trillion.
    private const int MostDigits = 16;

    /// <summary>
    /// Reads 15000, 1,234,567.89, 12,34,567 (Indian groups), 1.234.567,89, 121,6 (decimal comma), 5,00, 1 234 567 (thin or no-break spaces).
    /// Null for what is no number: 17.10.2024, 192.168.1.2, 22,24,26.
    /// </summary>
    public static NumeralForm? TryRead(ReadOnlySpan<char> text)
    {
        int commas = 0, points = 0, spaces = 0, lastComma = -1, lastPoint = -1, digits = 0;
        for (int i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case ',': commas++; lastComma = i; break;
                case '.': points++; lastPoint = i; break;
                case ' ' or '\u00a0' or '\u202f' or '\u2009' or '\'' or '\u2019': spaces++; break;
                default: digits++; break;
            }
        }
        if (digits > MostDigits || digits == 0) return null;
        int separators = commas + points + spaces;
        if (separators == 0) return new NumeralForm(Digits(text), digits, false);
        if (spaces > 0)
        {
            int mark = Math.Max(lastComma, lastPoint);
            if (commas + points > 1 || !AreThousands(mark < 0 ? text : text[..mark], ' ')) return null;
            return Make(text, mark);
        }
        if (commas > 0 && points > 0)
        {
            if (lastPoint > lastComma) return points == 1 && AreGroups(text[..lastPoint], ',') ? Make(text, lastPoint) : null;
            return commas == 1 && AreThousands(text[..lastComma], '.') ? Make(text, lastComma) : null;
        }
        if (points == 1) return Make(text, lastPoint);
        if (points > 1) return AreThousands(text, '.') ? Make(text, -1) : null;
        if (AreGroups(text, ',') && text[0] != '0') return Make(text, -1);
        // One comma that cuts off no thousands is the decimal mark of most of the world.
        return commas == 1 && lastComma > 0 ? Make(text, lastComma) : null;
    }

    private static NumeralForm Make(ReadOnlySpan<char> text, int mark)
    {
        if (mark < 0) return new NumeralForm(Digits(text), 0, false);
        decimal fraction = 0, place = 0.1m;
        for (int i = mark + 1; i < text.Length; i++, place /= 10)
        {
            if (char.IsAsciiDigit(text[i])) fraction += (text[i] - '0') * place;
        }
        return new NumeralForm(Digits(text[..mark]) + fraction, 0, true);
    }

    private static decimal Digits(ReadOnlySpan<char> text)
    {
        long value = 0;
        foreach (char c in text)
        {
            if (char.IsAsciiDigit(c)) value = (value * 10) + (c - '0');
        }
        return value;
    }

    // Groups of three, the first of one to three digits.
    private static bool AreThousands(ReadOnlySpan<char> text, char separator)
    {
        int run = 0;
        bool first = true;
        foreach (char c in text)
        {
            if (char.IsAsciiDigit(c))
            {
                run++;
                continue;
            }
            bool right = separator == ' ' ? c is not ',' and not '.' : c == separator;
            if (!right || (first ? run is < 1 or > 3 : run != 3)) return false;
            first = false;
            run = 0;
        }
        return first ? run > 0 : run == 3;
    }

    // Thousands, or lakhs and crores: groups of two and at last one of three.
    private static bool AreGroups(ReadOnlySpan<char> text, char separator)
    {
        if (AreThousands(text, separator)) return true;
        int run = 0, groups = 0;
        foreach (char c in text)
        {
            if (char.IsAsciiDigit(c))
            {
                run++;
                continue;
            }
            if (c != separator || run is < 1 or > 2 || (groups > 0 && run != 2)) return false;
            groups++;
            run = 0;
        }
        return groups > 1 && run == 3;
    }
}
