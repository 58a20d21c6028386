using Entente.Claims;
using Entente.Gazetteers;

namespace Entente.Extracting.Propositions;

/// <summary>What a governing predicate makes of the one in its complement.</summary>
internal enum Effect
{
    /// <summary>Nothing: "said that", "managed to".</summary>
    Fact,

    /// <summary>It is to come: "agreed to".</summary>
    Plan,

    /// <summary>It is an offer or a matter of talks: "proposed to", "discussed".</summary>
    Propose,

    /// <summary>It is asked for: "urged to".</summary>
    Request,

    /// <summary>It is threatened: "threatened to".</summary>
    Threaten,

    /// <summary>It was tried: "tried to".</summary>
    Try,

    /// <summary>It is open: "hoped to".</summary>
    Hypo,

    /// <summary>It is not so: "refused to", "failed to".</summary>
    Negate,

    /// <summary>It was to come and will not: "called off".</summary>
    Cancel,

    /// <summary>The subject says that it is not so: "denied that".</summary>
    Deny,

    /// <summary>The subject says so and it is an accusation: "accused of".</summary>
    Allege,
}

/// <summary>One line of data/predicates/embedding.tsv for one form.</summary>
/// <param name="Effect">What the governing predicate makes of its complement.</param>
/// <param name="Controller">"subj", "obj", "obl:on" or empty for the object, else the subject.</param>
/// <param name="Speaks">Whether the subject is who says so.</param>
internal sealed record Embedding(Effect Effect, string Controller, bool Speaks);

/// <summary>The closed words of the mechanism: predicates that embed others, light verbs, words that say whether a thing has come about.</summary>
internal sealed class Lexicon
{
    private static readonly string[] Organizations = ["EU", "UN", "NATO", "ECOWAS"];
    private readonly Dictionary<(string Lemma, char Pos, string Form), Embedding> embeddings = [];
    private readonly Dictionary<(string Verb, string Slot), Effect> light = [];
    private readonly Dictionary<string, Effect> modifiers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> irregular = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ActorCode> states = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<ActorCode, string> capitals = [];
    private readonly HashSet<string> speaking = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> lists = new(StringComparer.Ordinal);

    /// <summary>Reads the tables.</summary>
    public Lexicon(DataFiles data)
    {
        ArgumentNullException.ThrowIfNull(data);
        foreach (DataRow row in data.Read("predicates/embedding"))
        {
            Embedding embedding = new(EffectOf(row), row["controller"] ?? "", row["speaker"] == "yes");
            foreach (string form in row.List("forms")) embeddings[(row.Required("lemma"), row.Required("pos")[0], form)] = embedding;
            if (embedding.Speaks && row.Required("pos") == "V") speaking.Add(row.Required("lemma"));
        }
        foreach (DataRow row in data.Read("predicates/light-verbs")) light[(row.Required("verb"), row.Required("slot"))] = EffectOf(row);
        foreach (DataRow row in data.Read("predicates/irregular-verbs")) irregular[row.Required("form")] = row.Required("lemma");
        foreach (DataRow row in data.Read("predicates/modifiers")) modifiers[row.Required("word")] = EffectOf(row);
        foreach (DataRow row in data.Read("predicates/words"))
        {
            if (!lists.TryGetValue(row.Required("list"), out HashSet<string>? list)) lists[row.Required("list")] = list = new HashSet<string>(StringComparer.Ordinal);
            list.UnionWith(row.List("words"));
        }
        foreach (DataRow row in data.Read("states"))
        {
            ActorCode code = new(row.Required("code"));
            foreach (string name in row.List("adjectives").Append(row.Required("name"))) states.TryAdd(name, code);
            if (row["capital"] is { } capital) capitals.TryAdd(code, capital);
        }
        foreach (string organization in Organizations) states[organization] = new ActorCode("IGO:" + organization);
    }

    /// <summary>What a predicate says about a complement joined in this form: "to", "that", "ing", "obj", "subj" or a preposition.</summary>
    public Embedding? Embeds(string lemma, char pos, string form) => embeddings.GetValueOrDefault((lemma, pos, form));

    /// <summary>Whether the subject of a verb says what its complement tells.</summary>
    public bool Speaks(string lemma) => speaking.Contains(lemma);

    /// <summary>Whether a verb only carries an event noun in this slot: "obj", "subj" or a preposition.</summary>
    public bool IsLight(string verb, string slot) => light.ContainsKey((verb, slot));

    /// <summary>Whether a list of data/predicates/words.tsv holds a word.</summary>
    public bool Lists(string list, string word) => lists[list].Contains(word);

    /// <summary>The lemma of an irregular verb form, or null.</summary>
    public string? Irregular(string form) => irregular.GetValueOrDefault(form);

    /// <summary>The state of an adjective or name: "French", "EU"; null if there is none.</summary>
    public ActorCode? StateOf(string word) => states.TryGetValue(word, out ActorCode code) ? code : null;

    /// <summary>The capital of a state, or null.</summary>
    public string? CapitalOf(ActorCode state) => capitals.GetValueOrDefault(state);

    /// <summary>What a word beside a predicate says about it, or null.</summary>
    public Effect? Modifies(string word) => modifiers.TryGetValue(word, out Effect effect) ? effect : null;

    private static Effect EffectOf(DataRow row) => Enum.TryParse(row.Required("effect"), ignoreCase: true, out Effect effect)
        ? effect
        : throw new EntenteException($"{row.File}, line {row.Line}: '{row["effect"]}' is no effect. Use one of {string.Join(", ", Enum.GetNames<Effect>()).ToLowerInvariant()}.");
}
