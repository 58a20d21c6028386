namespace Entente.Claims;

/// <summary>What offsets count when claims are written for a program.</summary>
public enum OffsetUnit
{
    /// <summary>UTF-16 code units, as in .NET, Java and JavaScript; the default.</summary>
    Utf16,

    /// <summary>Unicode code points, as in Python.</summary>
    CodePoints,

    /// <summary>Bytes of the text in UTF-8, as in Go and Rust.</summary>
    Utf8,
}
