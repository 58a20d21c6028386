using System.Globalization;
using System.Text.RegularExpressions;

namespace Entente.Tests.Web;

/// <summary>Colours of the style sheet against their paper, by WCAG 2.2: 4.5 to 1 for text, 3 to 1 for marks.</summary>
public sealed class ColourTests
{
    private static readonly Regex Block = new(@":root\s*\{(?<rules>[^}]*)\}", RegexOptions.NonBacktracking);
    private static readonly Regex Colour = new("--(?<name>[a-z]+): (?<colour>#[0-9a-f]{6});", RegexOptions.NonBacktracking);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Words_can_be_read_in_light_and_in_dark(int theme)
    {
        string css = File.ReadAllText(Repository.Path("src", "Entente.Web", "Assets", "site.css"));
        Dictionary<string, string> colours = Colour.Matches(Block.Matches(css)[theme].Groups[1].Value).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value, StringComparer.Ordinal);
        foreach (string name in (string[])["ink", "quiet", "link", "event", "agreement", "figure", "transfer", "project", "relation", "office", "good", "bad", "warn"])
        {
            Assert.True(Contrast(colours[name], colours["paper"]) >= 4.5, $"{name} on paper: {Contrast(colours[name], colours["paper"]):0.0}");
            Assert.True(Contrast(colours[name], colours["card"]) >= 4.5, $"{name} on a card: {Contrast(colours[name], colours["card"]):0.0}");
        }
        foreach (string name in (string[])["focus", "one", "two", "arc"]) Assert.True(Contrast(colours[name], colours["paper"]) >= 3, name);
    }

    private static double Contrast(string a, string b)
    {
        double x = Luminance(a), y = Luminance(b);
        return (Math.Max(x, y) + 0.05) / (Math.Min(x, y) + 0.05);
    }

    private static double Luminance(string colour)
    {
        double Part(int at)
        {
            double value = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }
        return (0.2126 * Part(1)) + (0.7152 * Part(3)) + (0.0722 * Part(5));
    }
}
