using Entente.Claims;
using Entente.Text;

namespace Entente.Tests.Specs;

public sealed class EventSpecTests
{
    // The parse is learnt, so a sentence may be read wrongly after a new training; more than a few mean that something broke.
    private const double ShareThatHolds = 0.93;
    private static readonly Pipeline Pipeline = new();

    [Fact]
    public void The_sentences_of_the_spec_give_their_events()
    {
        List<string> wrong = [];
        int rows = 0;
        foreach ((_, string sentence, string expected) in SpecTable.Read("events.md"))
        {
            rows++;
            string found = Describe(sentence);
            if (found != expected) wrong.Add($"{sentence}\n  expected {expected}\n  found    {found}");
        }
        Assert.True(rows >= 80);
        Assert.True(wrong.Count <= rows * (1 - ShareThatHolds), string.Join('\n', wrong));
    }

    [Fact]
    public void The_same_text_gives_the_same_events_twice()
    {
        const string Text = "Peru and Chile signed a treaty in Lima on Monday. Ecuador condemned the Peruvian raid.";
        Assert.Equal(Describe(Text), Describe(Text));
    }

    [Fact]
    public void Every_event_has_evidence_that_stands_in_the_text()
    {
        const string Text = "Poland closed its border with Belarus. Russia banned imports of Kazakh wheat. The presidents of Ghana and Togo signed a declaration.";
        IReadOnlyList<Claim> claims = Read(Text);
        Assert.NotEmpty(claims.OfType<Event>());
        Assert.All(claims, claim => Assert.All(claim.Evidence, e => Assert.Equal(Text[e.Span.Start..e.Span.End], e.Quote)));
    }

    private static string Describe(string text) => string.Join("; ", Read(text).OfType<Event>().Select(Describe));

    private static string Describe(Event e) =>
        $"{e.Type.ToString().ToUpperInvariant()}{(e.Status == ClaimStatus.Happened ? "" : " " + e.Status.ToString().ToLowerInvariant())} {string.Join('+', e.Source)} > {string.Join('+', e.Target)}".TrimEnd();

    private static IReadOnlyList<Claim> Read(string text) => Pipeline.Read(new Document
    {
        Source = "-",
        Text = text,
        Blocks = [new Block(new TextSpan(0, text.Length), BlockKind.Paragraph)],
        Published = new PartialDate(2024, 6, 12),
    });
}
