using Entente.Claims;

namespace Entente.Gazetteers;

/// <summary>States by name, adjective, capital and internet domain; organisations by name; agencies by the state that they write from.</summary>
internal sealed class StateIndex
{
    private readonly Dictionary<string, ActorCode> words = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, ActorCode> publishers = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<ActorCode, string> capitals = [];
    private readonly Dictionary<ActorCode, string> names = [];

    /// <summary>Reads the lists.</summary>
    public StateIndex(DataFiles data)
    {
        foreach (DataRow row in data.Read("states"))
        {
            ActorCode code = new(row.Required("code"));
            names.TryAdd(code, row.Required("name"));
            words.TryAdd(row.Required("name"), code);
            foreach (string column in (string[])["names", "adjectives", "capital", "seats"])
            {
                foreach (string word in row.List(column)) words.TryAdd(word, code);
            }
            if (row["capital"] is { } capital) capitals.TryAdd(code, capital);
        }
        foreach (DataRow row in data.Read("organisations"))
        {
            ActorCode code = new(row.Required("code"));
            names.TryAdd(code, row.Required("name"));
            if (row.List("members") is { Length: > 0 } members) Members[code] = [.. members.Select(m => new ActorCode(m))];
        }
        foreach (DataRow row in data.Read("publishers")) publishers.TryAdd(row.Required("name"), new ActorCode(row.Required("state")));
    }

    /// <summary>The members of organisations, where the list has them.</summary>
    public Dictionary<ActorCode, ActorCode[]> Members { get; } = [];

    /// <summary>The capital of a state, or null.</summary>
    public string? CapitalOf(ActorCode code) => capitals.GetValueOrDefault(code);

    /// <summary>The name of an actor, or its code.</summary>
    public string NameOf(ActorCode code) => names.GetValueOrDefault(code) ?? code.ToString();

    /// <summary>The state of a word or phrase, or null.</summary>
    public ActorCode? Find(string phrase) => words.TryGetValue(phrase, out ActorCode code) ? code : null;

    /// <summary>The state that a publisher, dateline or address belongs to, or null.</summary>
    public ActorCode? HomeOf(string? publisher, string? dateline, string? url)
    {
        if (dateline is not null && Find(dateline) is { } place) return place;
        if (publisher is not null)
        {
            if (publishers.TryGetValue(publisher, out ActorCode listed)) return listed;
            string[] parts = publisher.Split([' ', ',', '-', '.', '|', '(', ')', '/'], StringSplitOptions.RemoveEmptyEntries);
            for (int i = 0; i < parts.Length; i++)
            {
                if (i + 1 < parts.Length && Find(parts[i] + " " + parts[i + 1]) is { } two) return two;
                if (parts[i].Length > 3 && Find(parts[i]) is { } one) return one;
            }
            if (parts.Length > 0 && publishers.TryGetValue(parts[0], out ActorCode agency) && parts.Skip(1).All(IsPlain)) return agency;
        }
        if (url is not null && Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && address.Host.Length > 0)
        {
            foreach (string label in address.Host.Split('.'))
            {
                if (publishers.TryGetValue(label, out ActorCode site)) return site;
            }
            string domain = address.Host[(address.Host.LastIndexOf('.') + 1)..];
            if (publishers.TryGetValue("." + domain, out ActorCode state)) return state;
        }
        return null;
    }

    private static bool IsPlain(string part) => part.Length < 3 || part.ToLowerInvariant() is "news" or "agency" or "press" or "com" or "net" or "org" or "english" or "online" or "wire" or "service";
}
