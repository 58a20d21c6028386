using System.Text.Json;
using System.Text.RegularExpressions;
using Entente.Claims;
using Entente.Tests.Claims;

namespace Entente.Tests.Reconciling;

/// <summary>Reads joining.txt: claims with the number of the fact that they belong to.</summary>
internal static partial class JoiningCases
{
    public static IReadOnlyList<(string Name, IReadOnlyList<(ReportedClaim Claim, int Fact)> Claims)> Read()
    {
        List<(string, IReadOnlyList<(ReportedClaim, int)>)> cases = [];
        List<(ReportedClaim, int)> claims = [];
        int number = 0;
        foreach (string line in File.ReadLines(Repository.Path("tests", "Entente.Tests", "Reconciling", "joining.txt")))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (line[0] == '=')
            {
                cases.Add((line[2..], claims = []));
                continue;
            }
            claims.Add(Claim(line, ++number));
        }
        return cases;
    }

    private static (ReportedClaim, int) Claim(string line, int number)
    {
        string[] head = line.Split(' ', 5);
        string quote = Quoted().Match(line).Groups["words"].Value;
        Dictionary<string, object> json = new(StringComparer.Ordinal) { ["kind"] = head[2], ["status"] = head[3] };
        List<object> actors = [];
        foreach (Match slot in Slot().Matches(head[4][..head[4].LastIndexOf(" \"", StringComparison.Ordinal)]))
        {
            string name = slot.Groups["slot"].Value, value = slot.Groups["value"].Value.Trim('\'');
            if (name == "actor")
            {
                string[] parts = value.Split(':');
                actors.Add(new { actor = parts[0], name = parts[1].Replace('_', ' '), office = parts[2].Replace('_', ' '), start = 0, end = 1 });
            }
            else if (name is "value" or "quantity" or "count") json[name] = decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture);
            else if (name is "parties" or "source" or "target" or "from" or "to") json[name] = value.Split(',');
            else json[name] = value;
        }
        json["evidence"] = new[] { new { start = 0, end = quote.Length, quote } };
        if (actors.Count > 0) json["actors"] = actors;
        using JsonDocument parsed = JsonDocument.Parse(JsonSerializer.Serialize(json));
        Claim claim = ClaimJson.Read(parsed.RootElement);
        Report report = Report.Of(Samples.Report($"Report {number}: {quote}", head[0], $"Publisher {number}"));
        return (new ReportedClaim(ClaimId.Of(report.Id, claim), report, claim), int.Parse(head[1][1..], System.Globalization.CultureInfo.InvariantCulture));
    }

    [GeneratedRegex("""(?<slot>\w+)=(?<value>'[^']*'|\S+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Slot();

    [GeneratedRegex("\"(?<words>[^\"]*)\"$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();
}
