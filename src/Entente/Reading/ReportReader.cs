using Entente.Gazetteers;
using Entente.Reading.Dates;
using Entente.Reading.Formats;
using Entente.Reading.Html;
using Entente.Reading.Languages;
using Entente.Reading.PlainText;
using Entente.Text;

namespace Entente.Reading;

/// <summary>Makes a document of one report, whatever carried it: its text is read, and what the carrier says of it goes before what the text shows.</summary>
internal sealed class ReportReader
{
    private readonly DateScanner dates;
    private readonly PlainTextReader plain;
    private readonly HtmlReader pages;
    private readonly LanguageIdentifier languages;
    private readonly int maxLength;

    public ReportReader(DataFiles data, ReadOptions options)
    {
        maxLength = options.MaxTextLength;
        dates = new DateScanner(new MonthNames(data));
        plain = new PlainTextReader(data, dates);
        pages = new HtmlReader(data, dates, options.KeepCuts);
        languages = new LanguageIdentifier(data);
    }

    /// <param name="raw">The report.</param>
    /// <param name="where">What a complaint names; the report's source if null.</param>
    public ReadResult Read(RawReport raw, string? where = null)
    {
        string text = raw.Text ?? raw.Html ?? "";
        if (text.Length > 0 && text[0] == '\uFEFF') text = text[1..];
        if (string.IsNullOrWhiteSpace(text)) return new ReadResult(new Skipped(where ?? raw.Source, ReadingMessages.NoText));
        // A zero byte or two in a text are somebody's mistake in writing it, and no database takes them; blanks keep the offsets.
        if (text.Contains('\0', StringComparison.Ordinal)) text = text.Replace('\0', ' ');
        if (raw.Text is null) return ReadPage(raw, text, where);
        return text.Length > maxLength ? new ReadResult(new Skipped(where ?? raw.Source, ReadingMessages.TextTooLong(maxLength))) : ReadText(raw, text);
    }

    private ReadResult ReadPage(RawReport raw, string html, string? where)
    {
        PageReport page = pages.Read(html, raw.Url, raw.IsFragment);
        if (page.Blocks.Count == 0)
        {
            // An entry of a feed with nothing but a picture still says what its headline says.
            if (raw.IsFragment && !string.IsNullOrWhiteSpace(raw.Title)) return ReadText(raw, raw.Title);
            return new ReadResult(new Skipped(where ?? raw.Source, raw.IsFragment ? ReadingMessages.NoText : ReadingMessages.NothingSpeaks));
        }
        if (page.Text.Length > maxLength) return new ReadResult(new Skipped(where ?? raw.Source, ReadingMessages.TextTooLong(maxLength)));
        PartialDate? given = DayOf(raw.Published);
        string? known = languages.Identify(page.Text);
        return new ReadResult(new Document
        {
            Source = raw.Source,
            Id = raw.Id,
            Text = page.Text,
            Blocks = page.Blocks,
            Cuts = page.Cuts,
            Title = NullIfBlank(raw.Title) ?? NullIfBlank(page.Title),
            Publisher = NullIfBlank(raw.Publisher) ?? NullIfBlank(page.Publisher),
            Author = NullIfBlank(raw.Author) ?? NullIfBlank(page.Author),
            Url = NullIfBlank(raw.Url) ?? NullIfBlank(page.Url),
            Published = given ?? page.Published,
            Updated = page.Updated,
            Language = LanguageOf(raw.Language) ?? known ?? page.Language ?? "en",
            Origins = OriginsOf(raw, given is not null, known is not null, page.Origins),
        });
    }

    private ReadResult ReadText(RawReport raw, string text)
    {
        TextReport report = plain.Read(text);
        PartialDate? given = DayOf(raw.Published);
        string? known = languages.Identify(Spoken(text, report));
        return new ReadResult(new Document
        {
            Source = raw.Source,
            Id = raw.Id,
            Text = text,
            Blocks = report.Blocks,
            Cuts = report.Cuts,
            Title = NullIfBlank(raw.Title) ?? NullIfBlank(report.Title),
            Publisher = NullIfBlank(raw.Publisher) ?? NullIfBlank(report.Publisher),
            Author = NullIfBlank(raw.Author) ?? NullIfBlank(report.Author),
            Url = NullIfBlank(raw.Url),
            Published = given ?? report.Published,
            Updated = report.Updated,
            DatelinePlace = report.DatelinePlace,
            DatelineDay = given is null || given == report.Published ? report.DatelineDay : null,
            Language = LanguageOf(raw.Language) ?? known ?? "en",
            Origins = OriginsOf(raw, given is not null, known is not null, report.Origins),
        });
    }

    // What the carrier says goes before what the text shows.
    private static Origins OriginsOf(RawReport raw, bool day, bool language, Origins found)
    {
        const string input = "input";
        return found with
        {
            Title = string.IsNullOrWhiteSpace(raw.Title) ? found.Title : input,
            Publisher = string.IsNullOrWhiteSpace(raw.Publisher) ? found.Publisher : input,
            Author = string.IsNullOrWhiteSpace(raw.Author) ? found.Author : input,
            Url = string.IsNullOrWhiteSpace(raw.Url) ? found.Url : input,
            Published = day ? input : found.Published,
            Language = !string.IsNullOrWhiteSpace(raw.Language) ? input : language ? "words of the text" : found.Language ?? "assumed",
        };
    }

    /// <summary>The day of a moment or date in any layout, or null.</summary>
    private PartialDate? DayOf(string? published)
    {
        if (string.IsNullOrWhiteSpace(published)) return null;
        string s = published.Trim();
        if (PartialDate.TryParse(s) is { } exact) return exact;
        foreach (FoundDate date in dates.Scan(s, 0, Math.Min(s.Length, 80)))
        {
            if (date.ToPartialDate() is { } day) return day;
        }
        return null;
    }

    private static string Spoken(string text, TextReport report) =>
        report.Blocks.Count == 0 ? text : string.Join('\n', report.Blocks.Take(20).Select(b => b.Span.In(text)));

    private static string? LanguageOf(string? tag) => NullIfBlank(tag)?.Split('-', '_')[0].ToLowerInvariant();

    private static string? NullIfBlank(string? s) => string.IsNullOrWhiteSpace(s) ? null : WithoutControls(s.Trim());

    // Names and titles go onto terminals and into tables: line breaks and what steers a terminal are blanks there.
    private static string WithoutControls(string s) =>
        !s.AsSpan().ContainsAnyInRange('\0', '\u001F') && !s.AsSpan().ContainsAnyInRange('\u007F', '\u009F') ? s : string.Concat(s.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
}
