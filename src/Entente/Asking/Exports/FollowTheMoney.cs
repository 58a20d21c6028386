using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Entente.Claims;

namespace Entente.Asking.Exports;

/// <summary>Offices as FollowTheMoney entities, one JSON object a line: Person, Position and the Occupancy that ties them.</summary>
public static class FollowTheMoney
{
    /// <summary>Writes the entities of facts about offices; a person or position is written once for each fact that has it, with the same id.</summary>
    public static void Write(TextWriter output, IEnumerable<Fact> facts, ActorNames names)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(names);
        foreach (Fact fact in facts)
        {
            if (fact.Best.Claim is not Office office || fact.Status == ClaimStatus.Denied) continue;
            string? country = office.State is { } state ? names.Alpha2(state)?.ToLowerInvariant() : null;
            string person = Id("person", office.Person, country), post = Id("position", office.Title, office.State?.ToString());
            string[] written = [.. fact.Claims.Select(c => ((Office)c.Claim).Person).Distinct()];
            Entity(output, person, "Person", ("name", [office.Person]), ("alias", [.. written.Where(w => w != office.Person)]), ("country", country is null ? [] : [country]), ("position", [office.Title]));
            Entity(output, post, "Position", ("name", [office.State is { } of ? $"{office.Title} of {names.Within(of)}" : office.Title]), ("country", country is null ? [] : [country]));
            string[] seen = [.. fact.Claims.Select(c => c.Report.Published?.ToString()).OfType<string>().Order(StringComparer.Ordinal)];
            Entity(
                output, "entente-occupancy-" + fact.Id, "Occupancy", ("holder", [person]), ("post", [post]), ("status", [fact.Status == ClaimStatus.Happened ? "ended" : "current"]),
                ("date", seen), ("sourceUrl", [.. fact.Claims.Select(c => c.Report.Url).OfType<string>().Distinct()]), ("publisher", [.. fact.Claims.Select(c => c.Report.Publisher).OfType<string>().Distinct()]));
        }
    }

    private static void Entity(TextWriter output, string id, string schema, params (string Name, string[] Values)[] properties)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, ClaimJson.WriterOptions))
        {
            writer.WriteStartObject();
            writer.WriteString("id", id);
            writer.WriteString("schema", schema);
            writer.WriteStartObject("properties");
            foreach ((string name, string[] values) in properties)
            {
                if (values.Length == 0) continue;
                writer.WriteStartArray(name);
                foreach (string value in values) writer.WriteStringValue(value);
                writer.WriteEndArray();
            }
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
        output.Write(Encoding.UTF8.GetString(stream.ToArray()));
        output.Write('\n');
    }

    private static string Id(string kind, string name, string? of) =>
        $"entente-{kind}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{name.ToLowerInvariant()}|{of}")).AsSpan(0, 10))}";
}
