namespace Entente.Reading.Html;

/// <summary>A run of text of a page between two line-making elements, with what is measured of it.</summary>
internal struct PageBlock
{
    /// <summary>The nearest line-making element around it.</summary>
    public int Node;

    /// <summary>Its text nodes lie from here...</summary>
    public int FirstText;

    /// <summary>...up to here, not included.</summary>
    public int UntilText;

    /// <summary>Words, and of these how many stand in links.</summary>
    public int Words;

    public int LinkWords;

    /// <summary>Commas, full stops and the like.</summary>
    public int Marks;

    /// <summary>Whether it ends like a sentence.</summary>
    public bool EndsSentence;

    /// <summary>Characters without white space.</summary>
    public int Letters;

    /// <summary>Why it was cut; null while it stands.</summary>
    public string? Cut;

    /// <summary>Its words, once they were asked for.</summary>
    public string? Text;

    public float Score;
}
