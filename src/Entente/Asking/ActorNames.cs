using Entente.Claims;
using Entente.Gazetteers;

namespace Entente.Asking;

/// <summary>What actors are called, and which actor a name that somebody typed stands for.</summary>
public sealed class ActorNames
{
    private readonly Dictionary<ActorCode, string> names = [];
    private readonly Dictionary<ActorCode, string> cow = [];
    private readonly Dictionary<ActorCode, string> alpha2 = [];
    private readonly Dictionary<string, ActorCode?> byName = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The names of the tables "states" and "organisations".</summary>
    public ActorNames(DataFiles data)
    {
        ArgumentNullException.ThrowIfNull(data);
        List<(ActorCode Actor, string[] Others)> rows = [];
        foreach (DataRow row in data.Read("states"))
        {
            if (Actor(row) is not { } actor) continue;
            if (row["cow"] is { } number) cow[actor] = number;
            rows.Add((actor, row.List("names")));
        }
        foreach (DataRow row in data.Read("organisations"))
        {
            if (Actor(row) is { } actor) rows.Add((actor, [actor.ToString()[4..], .. row.List("names")]));
        }
        foreach (DataRow row in data.Read("iso2")) alpha2[new ActorCode(row.Required("code"))] = row.Required("alpha2");
        // Codes first, then names, then other names: what comes first stands; of two other names alike neither does.
        foreach ((ActorCode actor, _) in rows) byName[actor.ToString()] = actor;
        foreach ((ActorCode actor, _) in rows) byName.TryAdd(names[actor], actor);
        HashSet<string> taken = [.. byName.Keys.Select(k => k.ToUpperInvariant())];
        foreach ((ActorCode actor, string[] others) in rows)
        {
            foreach (string other in others)
            {
                if (taken.Contains(other.ToUpperInvariant())) continue;
                if (!byName.TryAdd(other, actor) && byName[other] != actor) byName[other] = null;
            }
        }
    }

    /// <summary>All actors that have a name, in the order of their codes.</summary>
    public IEnumerable<ActorCode> All => names.Keys.Order();

    /// <summary>The name of an actor, or its code where the tables do not have it.</summary>
    public string Of(ActorCode actor) => names.TryGetValue(actor, out string? name) ? name : actor.ToString();

    /// <summary>The name as it stands inside a sentence: "the European Union", "the United States".</summary>
    public string Within(ActorCode actor)
    {
        string name = Of(actor);
        bool article = actor.IsOrganization
            ? name.Contains(' ', StringComparison.Ordinal)
            : name.StartsWith("United ", StringComparison.Ordinal) || name.EndsWith(" Republic", StringComparison.Ordinal) || name is "Netherlands" or "Philippines" or "Maldives" or "Gambia" or "Bahamas";
        return article && !name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? "the " + name : name;
    }

    /// <summary>The number of the Correlates of War project, where a state has one.</summary>
    public string? Cow(ActorCode actor) => cow.GetValueOrDefault(actor);

    /// <summary>The two letters of ISO 3166-1, where a state has them.</summary>
    public string? Alpha2(ActorCode actor) => alpha2.GetValueOrDefault(actor);

    /// <summary>The actor of a code or a name, in any case; null where there is none, or more than one.</summary>
    public ActorCode? Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return byName.GetValueOrDefault(text.Trim());
    }

    /// <summary>Actors whose names begin like what was typed, at most five, for whoever mistyped.</summary>
    public IEnumerable<string> Near(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string start = text[..Math.Min(3, text.Length)];
        return names.Where(n => n.Value.StartsWith(start, StringComparison.OrdinalIgnoreCase)).Select(n => $"{n.Key} ({n.Value})").Order(StringComparer.Ordinal).Take(5);
    }

    private ActorCode? Actor(DataRow row)
    {
        string code = row.Required("code");
        bool known = (code.Length == 3 && code.All(char.IsAsciiLetterUpper)) || (code.StartsWith("IGO:", StringComparison.Ordinal) && code.Length > 4);
        if (!known) return null;
        ActorCode actor = new(code);
        names.TryAdd(actor, row.Required("name"));
        return actor;
    }
}
