using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Entente.Tests.Faults;

/// <summary>Any number of short reports, the same for the same numbers: sentences of our own with states, sums, goods and days put in.</summary>
internal static class VariedReports
{
    private static readonly string[] States =
    [
        "Kazakhstan", "Tajikistan", "Uzbekistan", "Kyrgyzstan", "Turkmenistan", "China", "Russia", "Turkey", "Iran", "India", "Pakistan", "Japan", "Brazil", "Argentina", "Chile", "Peru",
        "Kenya", "Uganda", "Ghana", "Nigeria", "Egypt", "Morocco", "Tunisia", "Jordan", "Poland", "Hungary", "Serbia", "Norway", "Vietnam", "Indonesia", "Thailand", "Mongolia",
    ];

    private static readonly string[] Goods = ["wheat", "diesel", "coal", "rice", "flour", "fertilizer", "cotton", "copper"];

    private static readonly string[] Subjects = ["air traffic", "customs cooperation", "visa-free travel", "water resources", "higher education", "double taxation", "digital trade"];

    private static readonly string[] Sentences =
    [
        "The foreign ministers of {0} and {1} met on {2} to discuss {3}.",
        "{0} and {1} signed an agreement on {3} on {2}.",
        "{0} will supply {4} tons of {5} to {1} next year.",
        "Trade between {0} and {1} grew by {6} percent last year and reached ${7} billion.",
        "{1} condemned the decision of {0} to close the border on {2}.",
        "The two countries plan to increase trade turnover to ${8} billion by 2030.",
        "{0} sent {4} tons of {5} to {1} as humanitarian aid, the ministry of foreign affairs said.",
        "\"We will open an embassy in {1},\" the president of {0} said on {2}.",
    ];

    /// <summary>Writes the first ones as lines of JSON.</summary>
    public static void WriteJsonLines(string path, int count)
    {
        JsonWriterOptions options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using FileStream file = File.Create(path);
        for (int i = 0; i < count; i++)
        {
            (string text, DateOnly day) = Text(i);
            using (Utf8JsonWriter json = new(file, options))
            {
                json.WriteStartObject();
                json.WriteString("id", Number(i));
                json.WriteString("publisher", Publisher(i));
                json.WriteString("published", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                json.WriteString("text", text);
                json.WriteEndObject();
            }
            file.WriteByte((byte)'\n');
        }
    }

    /// <summary>The texts of the first ones, in one line each.</summary>
    public static IEnumerable<string> Lines(int count) => Enumerable.Range(0, count).Select(i => Text(i).Text.Replace('\n', ' ').Trim());

    private static string Publisher(int i) => $"Example Wire {i % 7}";

    private static string Number(int i) => i.ToString("D6", CultureInfo.InvariantCulture);

    private static (string Text, DateOnly Day) Text(int i)
    {
        Random random = new(i + 1);
        // Two reports in a row tell of the same pair and day: facts of several reports come of it.
        Random pair = new(i / 2);
        int a = pair.Next(States.Length), b = (a + 1 + pair.Next(States.Length - 1)) % States.Length;
        DateOnly day = new DateOnly(2015, 1, 1).AddDays(pair.Next(3650));
        string said = day.AddDays(-1).ToString("d MMMM yyyy", CultureInfo.InvariantCulture), subject = Subjects[pair.Next(Subjects.Length)], good = Goods[pair.Next(Goods.Length)];
        decimal trade = 0.1m + (pair.Next(900) / 10m);
        List<string> lines = [.. Sentences.OrderBy(_ => random.Next()).Take(3 + random.Next(3))];
        string body = string.Join(' ', lines.Select(l => string.Format(
            CultureInfo.InvariantCulture, l, States[a], States[b], said, subject, (random.Next(90) + 1) * 100, good, random.Next(40) + 1, trade, trade * 2)));
        return ($"{States[a]} and {States[b]}: {subject}, no. {i}\n\n{body}\n", day);
    }
}
