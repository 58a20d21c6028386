using Entente.Claims;
using Entente.Extracting.Propositions;
using Entente.Gazetteers;

namespace Entente.Extracting.Relations;

/// <summary>How the parties of a relation stand to its words.</summary>
internal enum RelationShape
{
    /// <summary>Both in or around the phrase.</summary>
    Pair,

    /// <summary>One is the subject, the other in the "of" part: "an ally of".</summary>
    State,

    /// <summary>A state and an organisation.</summary>
    Member,

    /// <summary>The ranked partner is the subject, the other possesses the phrase.</summary>
    Rank,

    /// <summary>Two cities stand for their states.</summary>
    Cities,

    /// <summary>"Visa" with a verb of needing or waiving; the states of the travellers stand around it.</summary>
    Visa,
}

/// <summary>One line of data/relations.tsv.</summary>
/// <param name="Type">Type of the relation.</param>
/// <param name="Shape">Where its parties stand.</param>
/// <param name="Status">What the words themselves say: a candidate's membership is planned; null where the predicate says it.</param>
internal sealed record RelationFrame(string Type, RelationShape Shape, ClaimStatus? Status = null);

/// <summary>The words of standing relations.</summary>
internal sealed class RelationLexicon
{
    /// <summary>Reads data/relations.tsv.</summary>
    public RelationLexicon(DataFiles data)
    {
        foreach (DataRow row in data.Read("relations"))
        {
            if (!Enum.TryParse(row.Required("shape"), ignoreCase: true, out RelationShape shape))
                throw new EntenteException($"{row.File}, line {row.Line}: '{row["shape"]}' is no shape. Use {string.Join(", ", Enum.GetNames<RelationShape>()).ToLowerInvariant()}.");
            ClaimStatus? status = row["status"] is not { } text ? null
                : Enum.TryParse(text, ignoreCase: true, out ClaimStatus parsed) ? parsed
                : throw new EntenteException($"{row.File}, line {row.Line}: '{text}' is no status. Use one of {string.Join(", ", Enum.GetNames<ClaimStatus>()).ToLowerInvariant()}.");
            RelationFrame frame = new(row.Required("type"), shape, status);
            foreach (string phrase in row.List("phrase")) Phrases.Add(phrase.Replace("-", " ", StringComparison.Ordinal), frame);
        }
    }

    /// <summary>The phrases by their lemmas.</summary>
    public LemmaPhrases<RelationFrame> Phrases { get; } = new();
}
