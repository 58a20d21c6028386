using System.Globalization;
using Entente.Claims;

namespace Entente.Asking.Exports;

/// <summary>Event data as tab-separated text: POLECAT, GDELT 2.0 events and mentions, Phoenix, ICEWS. The columns are those of the formats.</summary>
public static class TabFormats
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>The header of POLECAT, 40 columns.</summary>
    public static IReadOnlyList<string> PolecatColumns { get; } =
    [
        "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title",
        "Actor Name Raw", "Wikipedia Actor ID", "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors", "Recipient Title", "Recipient Name Raw",
        "Wikipedia Recipient ID", "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type", "Source", "Publication Date",
        "Story People", "Story Organizations", "Story Locations", "Language", "Version",
    ];

    /// <summary>The header of ICEWS, 20 columns.</summary>
    public static IReadOnlyList<string> IcewsColumns { get; } =
    [
        "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code", "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number",
        "Publisher", "City", "District", "Province", "Country", "Latitude", "Longitude",
    ];

    /// <summary>POLECAT: a header, one line a pair; what is missing is the word None, several values are apart by "; ".</summary>
    public static void Polecat(TextWriter output, IEnumerable<Fact> facts, ActorNames names, string version)
    {
        ArgumentNullException.ThrowIfNull(names);
        Row(output, PolecatColumns);
        foreach (EventRecord r in EventRecord.Of(facts))
        {
            ActorMention? actor = r.Mention(r.Source), recipient = r.Mention(r.Target);
            string[] people = [.. r.Event.Actors.Where(a => a.Office is not null).Select(a => a.Name).OfType<string>().Distinct()];
            string?[] row =
            [
                Text(r.Number), Iso(r.Day), ClaimNames.Of(r.Type), r.Event.Mode, EventCoding.Number(EventCoding.Scale(r.Type)), EventCoding.QuadName(r.Type), Joined(r.Event.Contexts),
                Name(r.Source, names), Code(r.Source), Cow(r.Source, names), actor?.Role ?? Sector(r.Source), actor?.Role ?? Sector(r.Source), actor?.Office, actor?.Name, null,
                Name(r.Target, names), Code(r.Target), Cow(r.Target, names), recipient?.Role ?? Sector(r.Target), recipient?.Role ?? Sector(r.Target), recipient?.Office, recipient?.Name, null,
                r.Event.Place, null, null, null, null, null, null, null, r.Event.Place, null,
                r.Report.Publisher, r.Report.Published?.ToString(), Joined(people), null, null, r.Report.Language, version,
            ];
            Row(output, row.Select(c => string.IsNullOrEmpty(c) ? "None" : c));
        }
    }

    /// <summary>GDELT 2.0 events: 61 columns, no header; what is missing is empty.</summary>
    public static void GdeltEvents(TextWriter output, IEnumerable<Fact> facts, ActorNames names, DateTimeOffset added)
    {
        ArgumentNullException.ThrowIfNull(names);
        foreach (EventRecord r in EventRecord.Of(facts))
        {
            string cameo = EventCoding.Cameo(r);
            string[] day = [r.Day.ToString("yyyyMMdd", Culture), r.Day.ToString("yyyyMM", Culture), r.Day.ToString("yyyy", Culture), (r.Day.Year + (((r.Day.Month * 30m) + r.Day.Day) / 365m)).ToString("0.0000", Culture)];
            IEnumerable<string?> row =
            [
                Text(r.Number), .. day, .. GdeltActor(r, r.Source, names), .. GdeltActor(r, r.Target, names),
                "1", cameo, cameo[..3], cameo[..2], Text(EventCoding.Quad(r.Type)), EventCoding.Number(EventCoding.Goldstein(cameo)),
                Text(r.Fact.Claims.Count), Text(r.Fact.Independent), Text(r.Fact.Reports), "0",
                .. NoPlace, .. NoPlace, "0", r.Event.Place, "", "", "", "", "", "", added.UtcDateTime.ToString("yyyyMMddHHmmss", Culture), r.Report.Url,
            ];
            Row(output, row);
        }
    }

    /// <summary>GDELT 2.0 mentions: 16 columns, no header; one line a claim.</summary>
    public static void GdeltMentions(TextWriter output, IEnumerable<Fact> facts)
    {
        foreach (EventRecord r in EventRecord.Of(facts))
        {
            foreach (ReportedClaim claim in r.Fact.Claims)
            {
                Evidence? words = claim.Claim.Evidence.Count > 0 ? claim.Claim.Evidence[0] : null;
                int Offset(ActorCode? actor) => claim.Claim.Actors.FirstOrDefault(a => a.Actor == actor)?.Span.Start ?? -1;
                string day = r.Day.ToString("yyyyMMdd", Culture) + "000000";
                Row(output,
                [
                    Text(r.Number), day, claim.Report.Published is { } published ? published.FirstDay.ToString("yyyyMMdd", Culture) + "000000" : day, claim.Report.Url is null ? "2" : "1", claim.Report.Publisher,
                    claim.Report.Url ?? claim.Report.Source, "1", Text(Offset(r.Source)), Text(Offset(r.Target)), Text(words?.Span.Start ?? -1), "1",
                    Text((int)Math.Round(claim.Claim.Confidence * 100)), "0", "0", "", "",
                ]);
            }
        }
    }

    /// <summary>Phoenix: 26 columns, no header; one line for a day, source, target and code.</summary>
    public static void Phoenix(TextWriter output, IEnumerable<Fact> facts, string version)
    {
        // The filter of one a day needs what was written of a day and pair: a hash each.
        HashSet<(DateOnly, string, string, string)> written = [];
        int number = 0;
        foreach (EventRecord r in EventRecord.Of(facts))
        {
            string cameo = EventCoding.Cameo(r), source = EventCoding.Three(r.Source), target = EventCoding.Three(r.Target);
            string sourceRole = r.Mention(r.Source)?.Role ?? Sector(r.Source) ?? "", targetRole = r.Mention(r.Target)?.Role ?? Sector(r.Target) ?? "";
            if (!written.Add((r.Day, source + sourceRole, target + targetRole, cameo))) continue;
            Row(output,
            [
                Text(++number) + "_" + version, r.Day.ToString("yyyyMMdd", Culture), Text(r.Day.Year), r.Day.ToString("MM", Culture), r.Day.ToString("dd", Culture),
                source + sourceRole, source, sourceRole, "", target + targetRole, target, targetRole, "",
                cameo, cameo[..2], Text(EventCoding.Quad(r.Type)), EventCoding.Number(EventCoding.Goldstein(cameo)), "", "", "", r.Event.Place, "", "",
                r.Fact.Best.Id, string.Join(';', r.Fact.Claims.Select(c => c.Report.Url).OfType<string>().Distinct()), string.Join(';', r.Fact.Claims.Select(c => c.Report.Publisher).OfType<string>().Distinct()),
            ]);
        }
    }

    /// <summary>ICEWS: a header, 20 columns; an event without direction is two rows, each side as source.</summary>
    public static void Icews(TextWriter output, IEnumerable<Fact> facts, ActorNames names)
    {
        ArgumentNullException.ThrowIfNull(names);
        Row(output, IcewsColumns);
        foreach (EventRecord r in EventRecord.Of(facts))
        {
            IcewsRow(output, r, r.Source, r.Target, names);
            if (r.Type is EventType.Consult or EventType.Agree or EventType.Cooperate && r.Target is not null) IcewsRow(output, r, r.Target, r.Source, names);
        }
    }

    private static void IcewsRow(TextWriter output, EventRecord r, ActorCode? source, ActorCode? target, ActorNames names)
    {
        string cameo = EventCoding.Cameo(r);
        Row(output,
        [
            Text(r.Number), Iso(r.Day), r.Mention(source)?.Name ?? Name(source, names), r.Mention(source)?.Role ?? Sector(source), Name(source, names), ClaimNames.Of(r.Type), cameo,
            EventCoding.Number(EventCoding.Goldstein(cameo)), r.Mention(target)?.Name ?? Name(target, names), r.Mention(target)?.Role ?? Sector(target), Name(target, names), r.Report.Id, "1",
            r.Report.Publisher, r.Event.Place, "", "", "", "", "",
        ]);
    }

    private static readonly string[] NoPlace = ["0", "", "", "", "", "", "", ""];

    private static string?[] GdeltActor(EventRecord r, ActorCode? actor, ActorNames names)
    {
        string code = EventCoding.Three(actor), role = r.Mention(actor)?.Role ?? Sector(actor) ?? "";
        bool organization = actor is { IsOrganization: true };
        return [code + role, Name(actor, names)?.ToUpperInvariant(), organization ? "" : code, organization ? code : "", "", "", "", role, "", ""];
    }

    private static string? Name(ActorCode? actor, ActorNames names) => actor is { } a ? names.Of(a) : null;

    private static string? Code(ActorCode? actor) => actor is null ? null : EventCoding.Three(actor);

    private static string? Cow(ActorCode? actor, ActorNames names) => actor is { } a ? names.Cow(a) : null;

    private static string? Sector(ActorCode? actor) => actor is { IsState: true } ? "GOV" : actor is null ? null : "";

    private static string Joined(IReadOnlyList<string> values) => string.Join("; ", values);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", Culture);

    private static string Text(long number) => number.ToString(Culture);

    // A tab or line break inside a value would move the columns.
    private static void Row(TextWriter output, IEnumerable<string?> cells)
    {
        bool first = true;
        foreach (string? cell in cells)
        {
            if (!first) output.Write('\t');
            first = false;
            if (!string.IsNullOrEmpty(cell)) output.Write(Wording.Clean(cell));
        }
        output.Write('\n');
    }
}
