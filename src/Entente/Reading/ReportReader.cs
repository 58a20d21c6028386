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

    public ReportReader(DataFiles data, bool keepCuts)
    {
        dates = new DateScanner(new MonthNames(data));
        plain = new PlainTextReader(data, dates);
        pages = new HtmlReader(data, dates, keepCuts);
        languages = new LanguageIdentifier(data);
    }

    /// <param name="raw">The report.</param>
    /// <param name="where">What a complaint names; the report's source if null.</param>
    public ReadResult Read(RawReport raw, string? where = null)
    {
        string text = raw.Text ?? raw.Html ?? "";
        if (text.Length > 0 && text[0] == '\uFEFF') text = text[1..];
        if (string.IsNullOrWhiteSpace(text)) return new ReadResult(new Skipped(where ?? raw.Source, ReadingMessages.NoText));
        return raw.Text is null ? ReadPage(raw, text, where) : ReadText(raw, text);
    }

    private ReadResult ReadPage(RawReport raw, string html, string? where)
    {
        PageReport page = pages.Read(html, raw.Url, raw.IsFragment);
        if (page.Blocks.Count == 0) return new ReadResult(new Skipped(where ?? raw.Source, ReadingMessages.NothingSpeaks));
        return new ReadResult(new Document
        {
            Source = raw.Source,
            Id = raw.Id,
            Text = page.Text,
            Blocks = page.Blocks,
            Cuts = page.Cuts,
            Title = NullIfBlank(raw.Title) ?? page.Title,
            Publisher = NullIfBlank(raw.Publisher) ?? page.Publisher,
            Author = NullIfBlank(raw.Author) ?? page.Author,
            Url = NullIfBlank(raw.Url) ?? page.Url,
            Published = DayOf(raw.Published) ?? page.Published,
            Language = LanguageOf(raw.Language) ?? languages.Identify(page.Text) ?? page.Language ?? "en",
        });
    }

    private ReadResult ReadText(RawReport raw, string text)
    {
        TextReport report = plain.Read(text);
        return new ReadResult(new Document
        {
            Source = raw.Source,
            Id = raw.Id,
            Text = text,
            Blocks = report.Blocks,
            Cuts = report.Cuts,
            Title = NullIfBlank(raw.Title) ?? report.Title,
            Publisher = NullIfBlank(raw.Publisher) ?? report.Publisher,
            Author = NullIfBlank(raw.Author) ?? report.Author,
            Url = NullIfBlank(raw.Url),
            Published = DayOf(raw.Published) ?? report.Published,
            DatelinePlace = report.DatelinePlace,
            Language = LanguageOf(raw.Language) ?? languages.Identify(Spoken(text, report)) ?? "en",
        });
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

    private static string? NullIfBlank(string? s) => string.IsNullOrWhiteSpace(s) ? null : s.Trim();
}
