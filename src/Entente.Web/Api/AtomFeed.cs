using System.Globalization;
using System.Text;
using System.Xml;
using Entente.Asking;
using Entente.Claims;
using Entente.Web.Hosting;

namespace Entente.Web.Api;

/// <summary>Claims as an Atom feed (RFC 4287): an entry is what one report says, its time the day of publication.</summary>
internal static class AtomFeed
{
    private const string Namespace = "http://www.w3.org/2005/Atom";
    private const int Entries = 100, OfPast = 120, OfFuture = 60;

    // A feed must have a time; a report that shows none goes to the end.
    private static readonly DateOnly Unknown = new(1970, 1, 1);

    /// <summary>The feed of a query.</summary>
    /// <param name="request">The request.</param>
    /// <param name="title">What it is about.</param>
    /// <param name="page">The page of the same, as a path.</param>
    /// <param name="query">Which claims.</param>
    public static Rendered Of(PageRequest request, string title, string page, ClaimQuery query)
    {
        // What lies ahead stands first in the ledger and could fill the feed for years: both sides of today have their share.
        DateOnly today = request.Site.Today;
        IEnumerable<ReportedClaim> past = request.Ledger.Claims(query with { Until = query.Until is { } until && until < today ? until : today, Limit = OfPast });
        IEnumerable<ReportedClaim> ahead = query.Until < today ? [] : request.Ledger.Claims(query with { Limit = OfFuture });
        ReportedClaim[] claims = [.. past.Concat(ahead).DistinctBy(c => c.Id).OrderByDescending(Day).ThenBy(c => c.Report.Id, StringComparer.Ordinal).ThenBy(Start).ThenBy(c => c.Id, StringComparer.Ordinal).Take(Entries)];
        string site = $"{request.Context.Request.Scheme}://{request.Context.Request.Host.Value}";
        string self = site + request.Context.Request.Path.ToUriComponent() + request.Context.Request.QueryString.ToUriComponent();
        using MemoryStream stream = new();
        using (XmlWriter xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
        {
            xml.WriteStartElement("feed", Namespace);
            Element(xml, "title", title + " · Entente");
            Element(xml, "id", self);
            Link(xml, "self", self, "application/atom+xml");
            Link(xml, "alternate", site + page, "text/html");
            Element(xml, "updated", Time(claims.Length == 0 ? Unknown : Day(claims[0])));
            foreach (ReportedClaim claim in claims) Entry(xml, request, site, query.Actors, claim);
            xml.WriteEndElement();
        }
        return new Rendered("application/atom+xml; charset=utf-8", stream.ToArray());
    }

    private static void Entry(XmlWriter xml, PageRequest request, string site, IReadOnlyList<ActorCode> about, ReportedClaim claim)
    {
        xml.WriteStartElement("entry", Namespace);
        string when = Wording.Of(ClaimSlots.When(claim.Claim)), status = claim.Claim.Status == ClaimStatus.Happened ? "" : $" ({ClaimNames.Of(claim.Claim.Status)})";
        Element(xml, "title", $"{(when.Length > 0 ? when + ": " : "")}{request.Site.Words.Of(claim.Claim, about)}{status}");
        Element(xml, "id", "urn:entente:claim:" + claim.Id);
        Element(xml, "updated", Time(Day(claim)));
        Link(xml, "alternate", $"{site}/claim/{Uri.EscapeDataString(claim.Id)}", "text/html");
        xml.WriteStartElement("author", Namespace);
        Element(xml, "name", claim.Report.Origin);
        xml.WriteEndElement();
        xml.WriteStartElement("category", Namespace);
        xml.WriteAttributeString("term", claim.Claim.Kind);
        xml.WriteEndElement();
        Element(xml, "content", string.Join(" … ", claim.Claim.Evidence.Select(e => $"“{Wording.Clean(e.Quote)}”")) + " — " + Wording.Of(claim.Report));
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string address, string type)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", Clean(address));
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Namespace, Clean(text));

    private static DateOnly Day(ReportedClaim claim) => claim.Report.Published is { } published ? published.FirstDay : Unknown;

    private static int Start(ReportedClaim claim) => claim.Claim.Evidence.Count == 0 ? 0 : claim.Claim.Evidence[0].Span.Start;

    private static string Time(DateOnly day) => day.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture);

    // XML has no place for most controls and for halves of characters.
    private static string Clean(string text)
    {
        StringBuilder clean = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) clean.Append(text[i++]).Append(text[i]);
            else clean.Append(XmlConvert.IsXmlChar(text[i]) ? text[i] : '\ufffd');
        }
        return clean.ToString();
    }
}
