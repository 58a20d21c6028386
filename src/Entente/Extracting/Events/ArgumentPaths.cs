using Entente.Extracting.Propositions;
using Entente.Resolving;

namespace Entente.Extracting.Events;

/// <summary>
/// Follows the paths of a frame's source and target: "subj", "obj", "iobj", "poss", "mod", "comp", a preposition, and after a dot the
/// same from there: "obj.with" is the phrase with "with" that depends on the object.
/// </summary>
internal static class ArgumentPaths
{
    /// <summary>The heads of the phrases at the end of a path.</summary>
    public static IReadOnlyList<int> Heads(Proposition proposition, string path)
    {
        List<int> heads = [];
        int dot = path.IndexOf('.', StringComparison.Ordinal);
        string first = dot < 0 ? path : path[..dot];
        foreach (Argument argument in proposition.Arguments)
        {
            if (Matches(proposition, argument, first) && !heads.Contains(argument.Head)) heads.Add(argument.Head);
        }
        // A phrase behind an object may hang on either: "extradited a suspect to Britain"; likewise one behind "sorry" in "said sorry to Chad".
        if (heads.Count == 0 && proposition.Pos == 'V' && first is "to" or "from" or "with" or "against" or "on" or "at" or "into" or "toward" or "towards")
        {
            int own = proposition.Object;
            if (own < 0) own = proposition.All(ArgumentRole.Complement).Select(a => a.Head).FirstOrDefault(h => proposition.View[h].Upos is "ADJ" or "NOUN" && proposition.View.Is(h, "xcomp"), -1);
            if (own >= 0 && own != proposition.Head)
            {
                foreach (Argument argument in proposition.View.At(own).Arguments)
                    if (argument.Role == ArgumentRole.Oblique && argument.Preposition == first && !heads.Contains(argument.Head)) heads.Add(argument.Head);
            }
        }
        if (dot < 0) return heads;
        string rest = path[(dot + 1)..];
        return [.. heads.Where(h => h != proposition.Head).SelectMany(h => Heads(proposition.View.At(h), rest)).Distinct()];
    }

    /// <summary>The references to actors at the end of a path.</summary>
    public static IReadOnlyList<ActorReference> References(ExtractionContext context, Proposition proposition, string path)
    {
        SentenceView view = proposition.View;
        List<ActorReference> found = [];
        bool clause = path is "comp" || path.EndsWith(".comp", StringComparison.Ordinal);
        if (clause) return found;
        foreach (int head in Heads(proposition, path))
        {
            if (head == proposition.Head) continue;
            foreach (ActorReference reference in context.ReferencesOf(view, head))
                if (!found.Contains(reference)) found.Add(reference);
        }
        return found;
    }

    private static bool IsMediated(SentenceView view, int token) =>
        view[token].Form.Split('-')[^1].ToLowerInvariant() is "mediated" or "brokered" or "backed" or "led" or "sponsored" or "hosted" or "facilitated" or "made" or "built" or "owned" or "flagged" or "supported" or "funded" or "chaired";

    private static bool Matches(Proposition proposition, Argument argument, string name) => name switch
    {
        "subj" => argument.Role == ArgumentRole.Subject,
        "obj" => argument.Role == ArgumentRole.Object,
        "iobj" => argument.Role == ArgumentRole.IndirectObject,
        "poss" => argument.Role == ArgumentRole.Possessive,
        // "EU-mediated talks": who mediates is no side.
        "mod" or "compound" => argument.Role == ArgumentRole.Modifier && !IsMediated(proposition.View, argument.Head),
        "comp" => argument.Role == ArgumentRole.Complement && argument.Preposition is not ("if" or "unless"),
        // "warns of reprisals if Iran strikes": who is to leave it.
        "if" => argument.Role == ArgumentRole.Complement && argument.Preposition is "if" or "unless" or "should",
        "by" => argument.Role is ArgumentRole.Subject or ArgumentRole.Oblique && argument.Preposition == "by",
        "that" => argument.Role == ArgumentRole.Complement && argument.Preposition == "that",
        _ => argument.Role == ArgumentRole.Oblique && argument.Preposition == name,
    };
}
