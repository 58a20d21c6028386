namespace Entente.Parsing.Tokenizing;

/// <summary>When a word keeps the full stop behind it.</summary>
internal enum AbbreviationKind
{
    /// <summary>It is no abbreviation.</summary>
    None,

    /// <summary>Always: "Dr.", "Dec.".</summary>
    Always,

    /// <summary>Only before a number: "No. 5".</summary>
    BeforeNumber,
}
