namespace Entente.Extracting.Propositions;

/// <summary>A predicate with its arguments, normalised over constructions.</summary>
internal sealed class Proposition
{
    /// <summary>The sentence that it stands in.</summary>
    public required SentenceView View { get; init; }

    /// <summary>Index of the predicate's token.</summary>
    public required int Head { get; init; }

    /// <summary>Lemma in lower case with its particle: "sign", "call off", "visit".</summary>
    public required string Lemma { get; init; }

    /// <summary>V verb, N noun, A adjective.</summary>
    public required char Pos { get; init; }

    /// <summary>Whether the verb is passive in form.</summary>
    public bool IsPassive { get; init; }

    /// <summary>Index of the light verb that carries a noun, or -1.</summary>
    public int Carrier { get; init; } = -1;

    /// <summary>The arguments in order of the roles' discovery: own ones before inherited ones.</summary>
    public required IReadOnlyList<Argument> Arguments { get; init; }

    /// <summary>The first argument of a role, or -1.</summary>
    public int First(ArgumentRole role, string? preposition = null)
    {
        foreach (Argument argument in Arguments)
        {
            if (argument.Role == role && (preposition is null || argument.Preposition == preposition)) return argument.Head;
        }
        return -1;
    }

    /// <summary>All arguments of a role.</summary>
    public IEnumerable<Argument> All(ArgumentRole role) => Arguments.Where(a => a.Role == role);

    /// <summary>Head of the subject, or -1.</summary>
    public int Subject => First(ArgumentRole.Subject);

    /// <summary>Head of the object, or -1.</summary>
    public int Object => First(ArgumentRole.Object);

    /// <summary>Head of the first phrase with this preposition, or -1.</summary>
    public int Oblique(string preposition) => First(ArgumentRole.Oblique, preposition);

    /// <inheritdoc/>
    public override string ToString()
    {
        string Show(Argument a) => $"{a.Role}{(a.Preposition.Length > 0 ? ":" + a.Preposition : "")}={View.Sentence.Tokens[a.Head].Form}{(a.Inherited ? "*" : "")}";
        return $"{Lemma}/{Pos}({string.Join(", ", Arguments.Select(Show))})";
    }
}
