using Entente.Extracting.Propositions;
using Entente.Gazetteers;

namespace Entente.Extracting.Projects;

/// <summary>One line of data/projects.tsv.</summary>
/// <param name="Sector">The sector that it belongs to.</param>
/// <param name="IsWeak">Whether the noun needs a word of building, sharing or a proper name beside it.</param>
internal sealed record ProjectFrame(string Sector, bool IsWeak);

/// <summary>The nouns of joint undertakings.</summary>
internal sealed class ProjectLexicon
{
    /// <summary>Reads data/projects.tsv.</summary>
    public ProjectLexicon(DataFiles data)
    {
        foreach (DataRow row in data.Read("projects"))
            Heads.Add(row.Required("head").Replace('-', ' '), new ProjectFrame(row.Required("sector"), row["weight"] == "weak"));
    }

    /// <summary>The nouns by their lemmas.</summary>
    public LemmaPhrases<ProjectFrame> Heads { get; } = new();
}
