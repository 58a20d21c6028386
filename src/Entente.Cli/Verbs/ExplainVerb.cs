using System.CommandLine;
using System.Globalization;
using Entente.Claims;
using Entente.Extracting;
using Entente.Gazetteers;
using Entente.Parsing;
using Entente.Recognizing;
using Entente.Resolving;
using Entente.Text;

namespace Entente.Cli.Verbs;

/// <summary><c>entente explain</c>: the parse of a sentence, its mentions, what they stand for and why, and the claims found in it.</summary>
internal sealed class ExplainVerb : IVerb
{
    private readonly Argument<string> text = new("TEXT") { Description = "A sentence, or several" };
    private readonly Option<string?> published = new("--published") { Description = "Day of publication, for dates and offices: 2024-03-12", HelpName = "DATE" };
    private readonly Option<string?> publisher = new("--publisher") { Description = "Who published it: \"our country\" is then the publisher's", HelpName = "NAME" };
    private readonly Option<string?> data = CommonOptions.Data();

    /// <inheritdoc/>
    public Command Build(Surroundings surroundings)
    {
        published.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && PartialDate.TryParse(result.Tokens[0].Value) is null) result.AddError($"--published: '{result.Tokens[0].Value}' is no date; write 2024-03-12.");
        });
        Command command = new("explain", "Show how a sentence is understood: parse, mentions, actors and why, claims") { text, published, publisher, data };
        command.SetAction(parsed =>
        {
            string words = parsed.GetRequiredValue(text);
            Document document = new()
            {
                Source = "-", Text = words, Blocks = [new Block(new TextSpan(0, words.Length), BlockKind.Paragraph)], Publisher = parsed.GetValue(publisher), Published = PartialDate.TryParse(parsed.GetValue(published)),
            };
            Explain(document, new DataFiles(parsed.GetValue(data)), surroundings.Out);
            return ExitCode.Done;
        });
        return command;
    }

    private static void Explain(Document document, DataFiles data, TextWriter output)
    {
        ResolvedDocument resolved = new Resolver(data).Resolve(new Recognizer(data).Recognize(new Parser().Parse(document)));
        Extractor extractor = new(data);
        ILookup<int, ExtractionNote> notes = extractor.Explain(resolved).ToLookup(n => n.Sentence);
        for (int s = 0; s < resolved.Sentences.Count; s++)
        {
            Sentence sentence = resolved.Sentences[s];
            if (s > 0) output.WriteLine();
            output.WriteLine($"Sentence {s + 1}: {OneLine(sentence.Span.In(document.Text))}");
            Table(output, "Parse", sentence.Tokens.Select(t => (string[])[Text(t.Index + 1), t.Form, t.Lemma, t.Upos, t.Xpos, Text(t.Head), t.Deprel, t.EntityTag]));
            Table(output, "Mentions", resolved.Recognized.In(s).Select(m => (string[])[OneLine(m.Span.In(document.Text)), Kind(m), Detail(m)]));
            Table(output, "Stands for", resolved.ActorsIn(s).Select(a => (string[])[OneLine(a.Span.In(document.Text)), string.Join(" ", a.Actors), Words(a.Basis), string.Join(", ", ((string?[])[a.Name, a.Office, a.Role]).OfType<string>()), a.Why is null ? "" : "by: " + a.Why]));
            Table(output, "Times", resolved.TimesIn(s).Select(t => (string[])[OneLine(t.Expression.Span.In(document.Text)), t.Value.ToString(), t.Why ?? "as written"]));
            Table(output, "Offices", resolved.Tenures.Where(t => t.Sentence == s).Select(t => (string[])[t.Person, (t.IsFormer ? "former " : "") + t.Office, t.State?.ToString() ?? "unknown"]));
            IReadOnlyList<ActorCode> focus = resolved.FocusAt(s);
            output.WriteLine($"  In focus: {(focus.Count == 0 ? "nothing clear" : string.Join(" ", focus))}");
            Table(output, "Frames", notes[s].Select(n => (string[])[sentence.Tokens[n.Token].Form, n.What]));
        }
        IReadOnlyList<Claim> claims = extractor.Extract(resolved);
        output.WriteLine();
        output.WriteLine(claims.Count == 0 ? "No claims" : "Claims");
        foreach (Claim claim in claims) output.WriteLine($"  {claim.Kind} ({Words(claim.Status)}): {string.Join(" … ", claim.Evidence.Select(e => OneLine(e.Quote)))}");
    }

    private static string Kind(Mention mention) => mention switch
    {
        ActorName => "actor",
        OfficeTitle => "office",
        PersonName => "person",
        PlaceName => "place",
        Instrument => "instrument",
        Commodity => "goods",
        TimeExpression => "time",
        Money => "money",
        Percentage => "percentage",
        Measurement => "measurement",
        Multiple => "multiple",
        _ => "number",
    };

    private static string Detail(Mention mention) => mention switch
    {
        ActorName a => $"{Words(a.Form)}: {a.Name}; candidates: {(a.Candidates.Count == 0 ? "any state, the text must tell" : string.Join(" ", a.Candidates))}{(a.Role is null ? "" : "; " + a.Role)}",
        OfficeTitle o => $"{(o.Qualifier is null ? "" : o.Qualifier + " ")}{o.Office}{(o.IsPlural ? ", plural" : "")}",
        PersonName p => p.Name,
        PlaceName p => $"{p.Kind}{(p.State is { } state ? " in " + state : "")}{(p.Latitude is { } north && p.Longitude is { } east ? string.Create(CultureInfo.InvariantCulture, $" at {north:0.##}, {east:0.##}") : "")}{(p.Candidates.Count > 1 ? "; candidates: " + string.Join(" ", p.Candidates) : "")}{(p.Why is null ? "" : "; by: " + p.Why)}",
        Instrument i => i.Type + (i.IsWeak ? ", weak" : ""),
        Commodity c => c.Class,
        Money m => $"{m.Amount.Comparator} {Text(m.Amount.Value)} {m.Currency ?? "of an unknown currency"}{(m.Options.Count > 1 ? $"; candidates: {string.Join(" ", m.Options)}; by: {(m.Currency is null ? "no state named decides" : "the states named, else the usual one")}" : "")}",
        Measurement m => $"{m.Amount.Comparator} {Text(m.Amount.Value)} {m.Unit}",
        QuantityMention q => $"{q.Amount.Comparator} {Text(q.Amount.Value)}",
        _ => "",
    };

    // 1200000 and not 1200000.0.
    private static string Text(IFormattable value) => value.ToString(value is decimal ? "0.############" : null, CultureInfo.InvariantCulture);

    private static string Words<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string OneLine(string text) => string.Join(' ', text.Split([' ', '\t', '\r', '\n', '\u00A0'], StringSplitOptions.RemoveEmptyEntries));

    private static void Table(TextWriter output, string title, IEnumerable<string[]> rows)
    {
        List<string[]> kept = [.. rows];
        if (kept.Count == 0) return;
        output.WriteLine($"  {title}");
        int[] widths = [.. Enumerable.Range(0, kept[0].Length).Select(c => kept.Max(r => r[c].Length))];
        foreach (string[] row in kept) output.WriteLine(("    " + string.Join("  ", row.Select((cell, c) => cell.PadRight(widths[c])))).TrimEnd());
    }
}
