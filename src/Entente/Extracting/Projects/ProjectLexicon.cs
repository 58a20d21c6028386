using Entente.Claims;
using Entente.Extracting.Propositions;
using Entente.Gazetteers;

namespace Entente.Extracting.Projects;

/// <summary>One line of data/projects.tsv.</summary>
/// <param name="Sector">The sector that it belongs to.</param>
/// <param name="IsWeak">Whether the noun needs a word of building, sharing or a proper name beside it.</param>
/// <param name="Parties">Who shares it, of an undertaking with a name of its own; none of a noun.</param>
internal sealed record ProjectFrame(string Sector, bool IsWeak, IReadOnlyList<ActorCode> Parties);

/// <summary>The nouns of joint undertakings.</summary>
internal sealed class ProjectLexicon
{
    /// <summary>Reads data/projects.tsv and the names of states.</summary>
    public ProjectLexicon(DataFiles data)
    {
        States = new StateIndex(data);
        foreach (DataRow row in data.Read("projects"))
            Heads.Add(row.Required("head").Replace('-', ' '), new ProjectFrame(row.Required("sector"), row["weight"] == "weak", [.. row.List("parties").Select(code => new ActorCode(code))]));
    }

    /// <summary>The states by their names, for those inside a project's name.</summary>
    public StateIndex States { get; }

    /// <summary>The nouns by their lemmas.</summary>
    public LemmaPhrases<ProjectFrame> Heads { get; } = new();

    /// <summary>The sector of a named landmark that is an undertaking by its kind, or null: a sea is none.</summary>
    public string? SectorOf(string placeKind) => placeKind switch
    {
        "pipeline" => "energy",
        "corridor" or "railway" => "transport",
        _ => null,
    };
}
