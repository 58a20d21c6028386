namespace Entente.Parsing.Tokenizing;

/// <summary>
/// What is seen of a gap between two words when the splitter asks whether a sentence ends there: the words and their shapes on both sides,
/// what is open, how far the sentence has come. Each feature is a hash; the model has a weight for each bucket of hashes.
/// </summary>
internal ref struct BoundaryFeatures
{
    /// <summary>Features of one gap.</summary>
    public const int Count = 22;

    // Longer words are told apart by these first letters only.
    private const int LettersHashed = 24;

    private readonly ReadOnlySpan<char> text;
    private readonly ReadOnlySpan<TokenMark> marks;

    // Index of the first word of the sentence at hand; what was opened and not closed in it.
    private int sentence;
    private int openBrackets;
    private bool openQuote;
    private int capitals;

    /// <summary>Looks at the words of one block.</summary>
    public BoundaryFeatures(ReadOnlySpan<char> text, ReadOnlySpan<TokenMark> marks)
    {
        this.text = text;
        this.marks = marks;
    }

    /// <summary>
    /// Whether a sentence may end before this word at all: after a sign, or before a capital, a digit or a sign. The gaps that are left out
    /// hold one in a hundred of the ends in EWT, all of them where signs are missing.
    /// </summary>
    public readonly bool IsCandidate(int next)
    {
        char left = text[marks[next - 1].End - 1], right = text[marks[next].Start];
        if (IsHeadOfGovernment(next - 1)) return false;
        if (marks[next].Start == marks[next - 1].End && right is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '}' or '%' or '\u201D' or '\u2019' or '\'' or '-') return false;
        return !(char.IsAsciiLetter(left) || left is ',' or '(' or '[') ? !char.IsAsciiLetterLower(right) || left is '.' or '!' or '?' or '\u2026' or ')' or '"' or '\u201D' or ':' or ';' or '-'
            : !char.IsAsciiLetterLower(right) && right is not (',' or '.' or ';' or '%' or '\'' or '\u2019');
    }

    // "PM Modi" and "5 PM" are one word to the model, which met the hour alone: without a number before it, it is the office.
    private readonly bool IsHeadOfGovernment(int index)
        => text[marks[index].Start..marks[index].End] is "PM" && (index == sentence || !char.IsDigit(text[marks[index - 1].Start])) && !SpansLines(index);

    private readonly bool SpansLines(int index) => text[marks[index].End..marks[index + 1].Start].Contains('\n');

    /// <summary>Tells that a word was passed without a sentence ending before it.</summary>
    public void Pass(int index)
    {
        char c = text[marks[index].Start];
        if (marks[index].Length == 1)
        {
            if (c is '(' or '[') openBrackets++;
            else if (c is ')' or ']') openBrackets = Math.Max(0, openBrackets - 1);
            else if (c == '"') openQuote = !openQuote;
            else if (c == '\u201C') openQuote = true;
            else if (c == '\u201D') openQuote = false;
        }
        if (char.IsUpper(c)) capitals++;
    }

    /// <summary>Tells that a sentence begins with this word.</summary>
    public void Begin(int index)
    {
        sentence = index;
        openBrackets = 0;
        openQuote = false;
        capitals = 0;
    }

    /// <summary>The hashes for the gap before the word at <paramref name="next"/>.</summary>
    public readonly void Extract(int next, Span<uint> features)
    {
        uint t = Word(next - 1), u = Word(next), t1 = next - 2 >= sentence ? Word(next - 2) : 1, u1 = Word(next + 1);
        uint st = Shape(next - 1), su = Shape(next), st1 = next - 2 >= sentence ? Shape(next - 2) : 1, su1 = Shape(next + 1), su2 = Shape(next + 2);
        uint gap = marks[next].Start > marks[next - 1].End ? 1u : 0;
        int before = LastBeforeClosers(next - 1);
        uint p = before >= sentence ? Word(before) : 1, sp = before >= sentence ? Shape(before) : 1;
        int length = next - sentence, left = marks.Length - next;
        uint size = Bucket(length), rest = Bucket(left);
        uint style = (uint)(capitals * 4 / length);
        uint open = (openBrackets > 0 ? 1u : 0) | (openQuote ? 2u : 0);
        uint firstShape = length <= 4 ? Shape(sentence) : 0;
        int n = 0;
        features[n++] = Hash(1, t, gap);
        features[n++] = Hash(2, u, 0);
        features[n++] = Hash(3, t, u);
        features[n++] = Hash(4, st, su, gap);
        features[n++] = Hash(5, t1, t, su);
        features[n++] = Hash(6, t, su, gap);
        features[n++] = Hash(7, Hash(st1, st, su), su1, gap);
        features[n++] = Hash(8, u, u1, st);
        features[n++] = Hash(9, st, u, gap);
        features[n++] = Hash(10, size, st, su);
        features[n++] = Hash(11, open, t, su);
        features[n++] = Hash(12, open, st, u);
        features[n++] = Hash(13, p, t, su);
        features[n++] = Hash(14, rest, st, su);
        features[n++] = Hash(15, Hash(style, size, st), su, su1);
        features[n++] = Hash(16, Hash(firstShape, (uint)Math.Min(length, 5), st), su, 0);
        features[n++] = Hash(17, Hash(sp, st, su), su1, su2);
        features[n++] = Hash(18, Hash(st1, st, u), gap, 0);
        features[n++] = Hash(19, t1, t, u);
        features[n++] = Hash(20, Hash(sp, open, t), su, gap);
        features[n++] = Hash(21, p, st, su);
        features[n] = Hash(22, gap, 0, 0);
    }

    // The last word before closing quotation marks and brackets.
    private readonly int LastBeforeClosers(int index)
    {
        int last = index;
        while (last > sentence && index - last < 4 && marks[last].Length == 1 && text[marks[last].Start] is '"' or ')' or ']' or '\u201D' or '\u2019' or '\'' or '\u00BB') last--;
        return last;
    }

    private readonly uint Word(int index)
    {
        if (index >= marks.Length) return 2;
        TokenMark mark = marks[index];
        uint hash = 2166136261;
        int letters = Math.Min(mark.Length, LettersHashed);
        unchecked
        {
            for (int i = 0; i < letters; i++)
            {
                char c = text[mark.Start + i];
                hash = (hash ^ (char.IsAsciiDigit(c) ? '0' : char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c)) * 16777619;
            }
        }
        return hash;
    }

    // Words by their capitals, signs by themselves.
    private readonly uint Shape(int index)
    {
        if (index >= marks.Length) return 2;
        TokenMark mark = marks[index];
        char first = text[mark.Start], last = text[mark.End - 1];
        if (char.IsLetter(first))
        {
            bool stop = last == '.';
            if (!char.IsUpper(first)) return stop ? 10u : mark.Parts > 0 ? 11u : 12u;
            if (mark.Length == 1) return 13;
            if (stop) return mark.Length == 2 ? 14u : text[mark.Start + 1] == '.' ? 15u : 16u;
            return char.IsUpper(text[mark.Start + 1]) ? 17u : 18u;
        }
        if (char.IsDigit(first)) return mark.Length switch { 1 => 20, 2 => 21, 4 => 22, _ => 23 };
        return mark.Length > 1 && first == last ? 0x20000u + first : 0x10000u + first;
    }

    private static uint Bucket(int length) => length switch { < 4 => (uint)length, < 7 => 4, < 12 => 5, < 20 => 6, < 35 => 7, < 60 => 8, _ => 9 };

    private static uint Hash(uint a, uint b, uint c) => Hash(a, b, c, 0);

    private static uint Hash(uint a, uint b, uint c, uint d)
    {
        unchecked
        {
            uint h = (a * 0x9E3779B1u) + b;
            h = (h ^ (h >> 15)) * 0x85EBCA77u;
            h += c;
            h = (h ^ (h >> 13)) * 0xC2B2AE3Du;
            h += d;
            h = (h ^ (h >> 16)) * 0x27D4EB2Fu;
            return h ^ (h >> 15);
        }
    }
}
