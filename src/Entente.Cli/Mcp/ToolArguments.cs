using System.Globalization;
using Entente.Asking;
using Entente.Claims;
using ModelContextProtocol;

namespace Entente.Cli.Mcp;

/// <summary>Arguments of tools as the ledger understands them. What cannot be is told in a sentence that names the value and the way out.</summary>
internal static class ToolArguments
{
    /// <summary>The actors of codes or names.</summary>
    public static IReadOnlyList<ActorCode> Actors(IReadOnlyList<string>? typed, int least, ActorNames names)
    {
        List<ActorCode> actors = [];
        foreach (string text in typed ?? [])
        {
            ActorCode actor = names.Find(text) ?? throw new McpException(Messages.NoSuchActor(text, names.Near(text)) + "; find_actors looks names up");
            if (!actors.Contains(actor)) actors.Add(actor);
        }
        if (actors.Count < least || actors.Count > 2) throw new McpException($"actors: give {(least == 0 ? "none, one or two" : "one or two")}, not {actors.Count.ToString(CultureInfo.InvariantCulture)}.");
        return actors;
    }

    /// <summary>How many to a page.</summary>
    public static int Limit(int limit, int most) =>
        limit >= 1 && limit <= most ? limit : throw new McpException($"limit: between 1 and {most.ToString(CultureInfo.InvariantCulture)}, not {limit.ToString(CultureInfo.InvariantCulture)}.");

    /// <summary>A place in a list or text, counted from 0.</summary>
    public static int Offset(string name, int offset) => offset >= 0 ? offset : throw new McpException($"{name}: 0 or more, not {offset.ToString(CultureInfo.InvariantCulture)}.");

    /// <summary>One of some words, in any case.</summary>
    public static string? OneOf(string name, string? value, IReadOnlyList<string> known)
    {
        if (string.IsNullOrWhiteSpace(value)) return null;
        return known.FirstOrDefault(k => k.Equals(value.Trim(), StringComparison.OrdinalIgnoreCase)) ?? throw new McpException($"{name}: '{value}' is none of {string.Join(", ", known)}.");
    }

    /// <summary>A day.</summary>
    public static DateOnly? Day(string name, string? value)
    {
        if (string.IsNullOrWhiteSpace(value)) return null;
        return DateOnly.TryParseExact(value.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? day
            : throw new McpException($"{name}: '{value}' is not a day; write 2024-03-12.");
    }

    /// <summary>Text that was given, or null where it is empty.</summary>
    public static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    /// <summary>Text that must be given.</summary>
    public static string Required(string name, string? value) => Given(value) ?? throw new McpException($"{name}: must not be empty.");
}
