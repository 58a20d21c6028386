namespace Entente.Cli.Inputs;

/// <summary>What a robots.txt says to one reader (RFC 9309): the longest rule that fits a path decides, and allowing wins a tie.</summary>
internal sealed class RobotsRules
{
    private const int MaxRules = 10_000;
    private readonly List<(string Path, bool Allow)> rules = [];

    /// <summary>Everything is allowed.</summary>
    public static RobotsRules None { get; } = new();

    /// <summary>Nothing is.</summary>
    public static RobotsRules All { get; } = Parse("User-agent: *\nDisallow: /", "");

    public static RobotsRules Parse(string text, string agent)
    {
        RobotsRules own = new(), general = new();
        bool forUs = false, forAll = false, inRules = false, named = false;
        foreach (ReadOnlySpan<char> raw in text.AsSpan().EnumerateLines())
        {
            int comment = raw.IndexOf('#');
            ReadOnlySpan<char> line = (comment < 0 ? raw : raw[..comment]).Trim();
            int colon = line.IndexOf(':');
            if (colon < 0) continue;
            ReadOnlySpan<char> key = line[..colon].Trim(), value = line[(colon + 1)..].Trim();
            if (key.Equals("user-agent", StringComparison.OrdinalIgnoreCase))
            {
                if (inRules) forUs = forAll = inRules = false;
                forAll |= value is "*";
                bool us = agent.Length > 0 && value.StartsWith(agent, StringComparison.OrdinalIgnoreCase);
                forUs |= us;
                named |= us;
                continue;
            }
            bool allow = key.Equals("allow", StringComparison.OrdinalIgnoreCase);
            if (!allow && !key.Equals("disallow", StringComparison.OrdinalIgnoreCase)) continue;
            inRules = true;
            if (value.IsEmpty) continue;
            if (forUs && own.rules.Count < MaxRules) own.rules.Add((value.ToString(), allow));
            if (forAll && general.rules.Count < MaxRules) general.rules.Add((value.ToString(), allow));
        }
        return named ? own : general;
    }

    public bool Allows(string path)
    {
        int longest = -1;
        bool allowed = true;
        foreach ((string rule, bool allow) in rules)
        {
            if (rule.Length < longest || (rule.Length == longest && !allow) || !Fits(rule, path)) continue;
            longest = rule.Length;
            allowed = allow;
        }
        return allowed;
    }

    /// <summary>Whether a rule with * and a closing $ fits the beginning of a path; linear, by going back to the last star only.</summary>
    private static bool Fits(string rule, string path)
    {
        bool whole = rule.EndsWith('$');
        ReadOnlySpan<char> r = whole ? rule.AsSpan(0, rule.Length - 1) : rule;
        int i = 0, k = 0, star = -1, mark = 0;
        while (true)
        {
            if (i == r.Length && (!whole || k == path.Length)) return true;
            if (i < r.Length && r[i] == '*')
            {
                star = i++;
                mark = k;
            }
            else if (i < r.Length && k < path.Length && r[i] == path[k])
            {
                i++;
                k++;
            }
            else if (star >= 0 && mark < path.Length)
            {
                i = star + 1;
                k = ++mark;
            }
            else
            {
                return false;
            }
        }
    }
}
