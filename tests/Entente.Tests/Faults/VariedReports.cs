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

    // What news holds besides: it makes no claim, and is read all the same.
    private static readonly string[] Plain =
    [
        "Reporters waited in the hall for most of the morning, and the programme was changed twice before lunch.",
        "The building, which was finished three years ago, stands at the edge of the old town and is reached by a narrow road.",
        "Several people in the audience said that they had expected a shorter speech and fewer questions from the floor.",
        "It was not clear for how long the talks would last, and nobody at the table wished to give an answer.",
        "Heavy rain had delayed some of the guests, who arrived in the late afternoon and left again the same evening.",
    ];

    /// <summary>Writes the first ones as lines of JSON.</summary>
    /// <param name="path">The file.</param>
    /// <param name="count">How many.</param>
    /// <param name="parts">Of so many short ones each is put together, with sentences between that claim nothing; 1 leaves them short.</param>
    /// <param name="mostSentences">Three to five sentences each; fewer if this is less.</param>
    public static void WriteJsonLines(string path, int count, int parts = 1, int mostSentences = 5)
    {
        JsonWriterOptions options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using FileStream file = File.Create(path);
        for (int i = 0; i < count; i++)
        {
            (string text, DateOnly day) = Text(i * parts, mostSentences);
            for (int part = 1; part < parts; part++) text += $"\n{Plain[(i + part) % Plain.Length]} {Plain[(i + part + 2) % Plain.Length]}\n\n{Text((i * parts) + part, mostSentences).Text}";
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

    private static (string Text, DateOnly Day) Text(int i, int mostSentences = 5)
    {
        Random random = new(i + 1);
        // Two reports in a row tell of the same pair and day: facts of several reports come of it.
        Random pair = new(i / 2);
        int a = pair.Next(States.Length), b = (a + 1 + pair.Next(States.Length - 1)) % States.Length;
        DateOnly day = new DateOnly(2015, 1, 1).AddDays(pair.Next(3650));
        string said = day.AddDays(-1).ToString("d MMMM yyyy", CultureInfo.InvariantCulture), subject = Subjects[pair.Next(Subjects.Length)], good = Goods[pair.Next(Goods.Length)];
        decimal trade = 0.1m + (pair.Next(900) / 10m);
        List<string> lines = [.. Sentences.OrderBy(_ => random.Next()).Take(Math.Min(3 + random.Next(3), mostSentences))];
        string body = string.Join(' ', lines.Select(l => string.Format(
            CultureInfo.InvariantCulture, l, States[a], States[b], said, subject, (random.Next(90) + 1) * 100, good, random.Next(40) + 1, trade, trade * 2)));
        return ($"{States[a]} and {States[b]}: {subject}, no. {i}\n\n{body}\n", day);
    }
}
