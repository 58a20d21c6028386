namespace Entente.Text;

/// <summary>A parsed sentence: its tokens form one tree with one root.</summary>
public sealed class Sentence
{
    private readonly int[][] children;

    /// <summary>A sentence of tokens in order.</summary>
    /// <param name="tokens">At least one; <see cref="Token.Index"/> counts them from 0.</param>
    /// <param name="block">Index of the block in <see cref="Document.Blocks"/> that the sentence lies in.</param>
    /// <exception cref="ArgumentException">No tokens, or a head outside the sentence.</exception>
    public Sentence(IReadOnlyList<Token> tokens, int block = 0)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        if (tokens.Count == 0) throw new ArgumentException("A sentence has at least one token.", nameof(tokens));
        Tokens = tokens;
        Block = block;
        Span = new TextSpan(tokens[0].Span.Start, Math.Max(tokens[0].Span.Start, tokens[^1].Span.End));
        int[] counts = new int[tokens.Count];
        foreach (Token token in tokens)
        {
            if (token.Head < 0 || token.Head > tokens.Count) throw new ArgumentException($"Token {token.Index} has the head {token.Head} in a sentence of {tokens.Count}.", nameof(tokens));
            if (token.Head > 0) counts[token.HeadIndex]++;
        }
        children = new int[tokens.Count][];
        for (int i = 0; i < counts.Length; i++) children[i] = counts[i] == 0 ? [] : new int[counts[i]];
        for (int i = tokens.Count - 1; i >= 0; i--)
        {
            if (tokens[i].Head > 0) children[tokens[i].HeadIndex][--counts[tokens[i].HeadIndex]] = i;
        }
        while (Root < tokens.Count - 1 && tokens[Root].Head != 0) Root++;
        if (tokens[Root].Head != 0) Root = 0;
    }

    /// <summary>The tokens in order.</summary>
    public IReadOnlyList<Token> Tokens { get; }

    /// <summary>From the first character of the first token to the last of the last, in the document's text.</summary>
    public TextSpan Span { get; }

    /// <summary>Index of the block that the sentence lies in.</summary>
    public int Block { get; }

    /// <summary>Index of the root token.</summary>
    public int Root { get; }

    /// <summary>Indexes of the dependents of a token, in order.</summary>
    public IReadOnlyList<int> Children(int index) => children[index];

    /// <summary>The first dependent of a token with this relation; the relation matches with and without its subtype. -1 if there is none.</summary>
    public int Child(int index, string deprel)
    {
        foreach (int child in children[index])
        {
            if (Tokens[child].Deprel == deprel || Tokens[child].Relation == deprel) return child;
        }
        return -1;
    }

    /// <summary>All dependents of a token with this relation; the relation matches with and without its subtype.</summary>
    public IEnumerable<int> ChildrenBy(int index, string deprel) =>
        children[index].Where(child => Tokens[child].Deprel == deprel || Tokens[child].Relation == deprel);

    /// <summary>Whether <paramref name="index"/> is <paramref name="ancestor"/> or lies below it.</summary>
    public bool IsBelow(int index, int ancestor)
    {
        for (int steps = 0; index >= 0 && steps <= Tokens.Count; steps++, index = Tokens[index].HeadIndex)
        {
            if (index == ancestor) return true;
        }
        return false;
    }

    /// <summary>The indexes of a token and everything below it, in order.</summary>
    public IReadOnlyList<int> Subtree(int index)
    {
        List<int> found = [index];
        for (int i = 0; i < found.Count; i++) found.AddRange(children[found[i]]);
        found.Sort();
        return found;
    }

    /// <summary>The characters from the first to the last token of a range.</summary>
    public TextSpan SpanOf(TokenRange range) => new(Tokens[range.Start].Span.Start, Tokens[range.End - 1].Span.End);

    /// <inheritdoc/>
    public override string ToString() => string.Join(' ', Tokens.Select(t => t.Form));
}
