using Entente.Claims;
using Entente.Extracting.Propositions;
using Entente.Gazetteers;

namespace Entente.Extracting.Events;

/// <summary>The frames of events by predicate.</summary>
internal sealed class EventFrames
{
    private const int WidestGap = 9;
    private const int ParticleGap = 5;
    private static readonly string[] Tables = ["predicates/events-cooperation", "predicates/events-conflict"];
    private readonly Dictionary<(string Word, char Pos), List<EventFrame>> byWord = [];

    /// <summary>Reads the tables.</summary>
    public EventFrames(DataFiles data)
    {
        int order = 0;
        foreach (string table in Tables)
        {
            foreach (DataRow row in data.Read(table)) AddFamily(row, order++);
        }
        foreach (List<EventFrame> frames in byWord.Values)
            frames.Sort((a, b) => (Rank(b), a.Order).CompareTo((Rank(a), b.Order)));
    }

    // A refusal is asked for before what is refused; a longer predicate before its first word; what asks more before what asks less.
    private static int Rank(EventFrame frame) => frame.Weight + 100 * frame.Words.Length;

    private void Add(EventFrame frame)
    {
        // A noun's last word heads it, a verb's first.
        string key = frame.Pos == 'N' ? frame.Words[^1] : frame.Words[0];
        if (!byWord.TryGetValue((key, frame.Pos), out List<EventFrame>? list)) byWord[(key, frame.Pos)] = list = [];
        list.Add(frame);
    }

    /// <summary>The frames whose predicate stands at a token, the most telling first.</summary>
    public IEnumerable<EventFrame> At(SentenceView view, int token)
    {
        char pos = view[token].Upos switch { "VERB" or "AUX" => 'V', "ADJ" => 'A', "NOUN" or "PROPN" => 'N', _ => '-' };
        string lemma = view.BareLemmaOf(token);
        List<EventFrame>? found = byWord.GetValueOrDefault((lemma, pos));
        // A guessed lemma may lack or have an e too many: "riote", "toppl".
        if (found is null && pos == 'V') found = byWord.GetValueOrDefault((lemma + "e", pos)) ?? (lemma.EndsWith('e') ? byWord.GetValueOrDefault((lemma[..^1], pos)) : null) ?? ByForm(view[token].Form.ToLowerInvariant());
        // "a round of fighting": a gerund that stands where a noun stands.
        if (pos == 'V' && view[token].Xpos == "VBG" && view[token].Relation is "nmod" or "obl" or "obj" or "nsubj" or "compound" && byWord.GetValueOrDefault((view[token].Form.ToLowerInvariant(), 'N')) is { } nouns) found = nouns;
        return found is null ? [] : found.Where(f => Stands(f, view, token));
    }

    /// <summary>The frames of a regular form whose lemma was guessed wrongly: "shelled" as "shelle".</summary>
    private List<EventFrame>? ByForm(string form)
    {
        if (form.EndsWith("ed", StringComparison.Ordinal) && form.Length > 4)
            return byWord.GetValueOrDefault((form[..^2], 'V')) ?? byWord.GetValueOrDefault((form[..^1], 'V')) ?? (form[^3] == form[^4] ? byWord.GetValueOrDefault((form[..^3], 'V')) : null);
        return null;
    }

    private static bool Stands(EventFrame frame, SentenceView view, int token)
    {
        if (frame.Words.Length == 1)
        {
            return true;
        }
        if (frame.Pos == 'N')
        {
            for (int i = frame.Words.Length - 2, at = token - 1; i >= 0; i--, at--)
            {
                if (at >= 0 && view[at].Form == "-") at--;
                if (at < 0 || !IsWord(view, at, frame.Words[i])) return false;
            }
            return true;
        }
        int position = token;
        for (int i = 1; i < frame.Words.Length; i++)
        {
            int next = -1;
            // "put on alert": a preposition with its noun behind it is no particle.
            bool particle = i == frame.Words.Length - 1 && IsParticle(frame.Words[i]);
            for (int at = position + 1; at <= Math.Min(view.Count - 1, position + (particle && frame.Words[i] != "home" ? ParticleGap : WidestGap)); at++)
            {
                if (!IsWord(view, at, frame.Words[i]) || (particle && !IsParticleOf(view, at))) continue;
                // The particle or object must be the verb's own, not that of a verb between.
                // "made threats against peace" is not "made peace": without a preposition in the predicate the noun has none either.
                if (view.Sentence.IsBelow(at, token) && !(i == 1 && view[at].Upos == "NOUN" && view.CaseOf(at).Length > 0)) next = at;
                break;
            }
            if (next < 0) return false;
            position = next;
        }
        return true;
    }

    private static bool IsParticle(string word) => word is "in" or "on" or "off" or "out" or "up" or "down" or "away" or "back" or "over" or "home" or "aside";

    private static bool IsParticleOf(SentenceView view, int token) => view.Is(token, "compound") || view.Is(token, "advmod") || view[token].Upos is "ADV" || view[token].Form.Equals("home", StringComparison.OrdinalIgnoreCase) || (token > 0 && view.AdjacentParticle(token - 1) == token);

    private static bool IsWord(SentenceView view, int token, string word) => view.BareLemmaOf(token) == word || view[token].Form.Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>The predicates of one line have one frame.</summary>
    private void AddFamily(DataRow row, int order)
    {
        string type = row.Required("type");
        EventType parsed = ClaimNames.Type(type) ?? throw new EntenteException($"{row.File}, line {row.Line}: '{type}' is no event type of PLOVER.");
        string[] conditions = [.. Split(row["when"]), .. Split(row["flags"])];
        foreach (string condition in conditions)
            if (!EventFrame.Flags.Contains(condition) && !FrameConditions.Knows(condition)) throw new EntenteException($"{row.File}, line {row.Line}: '{condition}' is no condition and no flag of a frame.");
        string[] predicates = row.List("predicate");
        if (predicates.Length == 0) throw new EntenteException($"{row.File}, line {row.Line}: a frame needs a predicate.");
        EventFrame family = new()
        {
            Words = predicates[0].Split(' '),
            Pos = row.Required("pos")[0],
            Type = parsed,
            Mode = row["mode"],
            Source = row.List("source"),
            Target = row.List("target"),
            Conditions = conditions,
            Format = row["format"],
            Cameo = row["cameo"],
            Contexts = row.List("contexts"),
            Order = order,
            Weight = WeightOf(conditions),
            Line = $"{Path.GetFileName(row.File)}:{row.Line}",
        };
        Add(family);
        foreach (string predicate in predicates.Skip(1)) Add(family with { Words = predicate.Split(' ') });
    }

    private static int WeightOf(string[] conditions) =>
        (conditions.Contains("negated") ? 1000 : 0) + (conditions.Contains("future") ? 500 : 0)
        // "demonstrators stormed the consulate" is a riot before it is a raid.
        + (conditions.Contains("crowd") ? 2 : 0) + conditions.Count(c => c.Contains(':', StringComparison.Ordinal) || c.Contains('~', StringComparison.Ordinal));

    private static string[] Split(string? cell) => cell?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
