using Entente.Claims;
using Entente.Recognizing;
using Entente.Text;

namespace Entente.Extracting.Figures;

/// <summary>How a measure word stands to its number.</summary>
internal enum MeasureForm
{
    /// <summary>A noun that governs the number or of which it is said: "trade of $2 billion", "exports amounted to".</summary>
    Noun,

    /// <summary>A verb whose object or price it is: "owes $5 million".</summary>
    Verb,

    /// <summary>What the number counts: "540 companies".</summary>
    Counted,

    /// <summary>A verb of motion whose subject are goods at a price: "goods for $2 billion went to".</summary>
    Flow,

    /// <summary>A verb that says of a count of people or things that it is more than an event's: "are stationed in".</summary>
    Standing,
}

/// <summary>Who the actors beside a measure word are to it.</summary>
internal enum MeasureDirection
{
    /// <summary>Parties, in the order of the text.</summary>
    Both,

    /// <summary>Its owner gives, exports, sends.</summary>
    Out,

    /// <summary>Its owner receives or imports.</summary>
    In,

    /// <summary>Its owner owes.</summary>
    Debtor,

    /// <summary>Parties, the owner first.</summary>
    Owner,
}

/// <summary>A line of data/figures.tsv.</summary>
/// <param name="Name">Measure of the claim, or "-" for words whose numbers other claims carry or none: cost, output, population.</param>
/// <param name="Form">How it stands to its number.</param>
/// <param name="Direction">Who the actors beside it are.</param>
/// <param name="Takes">What numbers it may have: money, measurement, count, percent.</param>
/// <param name="Status">Of a statement whose words show neither time nor tense.</param>
/// <param name="Commodity">What it is about, where the word itself says it.</param>
internal sealed record Measure(string Name, MeasureForm Form, MeasureDirection Direction, IReadOnlyList<string> Takes, ClaimStatus? Status, string? Commodity)
{
    /// <summary>Whether its numbers are no figures.</summary>
    public bool IsForeign => Name == "-";

    /// <summary>Whether a number of this kind may measure it.</summary>
    public bool Fits(QuantityMention quantity) => quantity switch
    {
        Money => Takes.Contains("money"),
        Measurement => Takes.Contains("measurement"),
        Percentage => Takes.Contains("percent"),
        Number => Takes.Contains("count"),
        _ => false,
    };
}

/// <summary>A measure word in a sentence.</summary>
/// <param name="Measure">What it names.</param>
/// <param name="Tokens">The words.</param>
/// <param name="Head">The token that the others of it depend on.</param>
internal sealed record MeasureMention(Measure Measure, TokenRange Tokens, int Head);
