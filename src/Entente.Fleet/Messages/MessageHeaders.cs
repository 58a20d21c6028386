using System.Text;
using RabbitMQ.Client;

namespace Entente.Fleet.Messages;

/// <summary>The headers of messages, and how they are read.</summary>
internal static class MessageHeaders
{
    /// <summary>Where the document came from, for people who look at the queue.</summary>
    public const string Source = "entente-source";

    /// <summary>Of a dead letter: why it is one.</summary>
    public const string Reason = "entente-reason";

    /// <summary>Of a dead letter: when it became one.</summary>
    public const string Time = "entente-time";

    /// <summary>How often a worker ended because this document took too long.</summary>
    public const string Strikes = "entente-strikes";

    private const string DeliveryCount = "x-delivery-count";
    private const int Longest = 1000;

    /// <summary>How often a quorum queue gave this message out before.</summary>
    public static long Deliveries(IReadOnlyBasicProperties properties) => Number(properties, DeliveryCount);

    /// <summary>The number of a header; 0 where it is not there.</summary>
    public static long Number(IReadOnlyBasicProperties properties, string name) =>
        properties.Headers?.TryGetValue(name, out object? value) == true ? value switch { long n => n, int n => n, _ => 0 } : 0;

    /// <summary>The text of a header, or null.</summary>
    public static string? Text(IReadOnlyBasicProperties properties, string name) =>
        properties.Headers?.TryGetValue(name, out object? value) != true ? null : value switch { byte[] bytes => Encoding.UTF8.GetString(bytes), string text => text, _ => null };

    /// <summary>What fits in a header: the frame that holds all of them is bounded.</summary>
    public static string Short(string text) => text.Length <= Longest ? text : string.Concat(text.AsSpan(0, Longest), "...");
}
