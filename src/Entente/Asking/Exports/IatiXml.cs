using System.Globalization;
using System.Text;
using System.Xml;
using Entente.Claims;

namespace Entente.Asking.Exports;

/// <summary>Transfers of money or goods with a value as IATI activities, version 2.03. A delivery is a disbursement, an announcement a commitment.</summary>
public static class IatiXml
{
    private const string Prefix = "XM-ENTENTE-";

    /// <summary>Writes one document, streamed. Transfers between unknown parties, without a day or denied are left out: the standard asks for these.</summary>
    public static void Write(TextWriter output, IEnumerable<Fact> facts, Wording wording, ActorNames names, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(wording);
        ArgumentNullException.ThrowIfNull(names);
        using XmlWriter xml = XmlWriter.Create(output, new XmlWriterSettings { Indent = true, NewLineChars = "\n", CloseOutput = false, OmitXmlDeclaration = false, CheckCharacters = false });
        xml.WriteStartDocument();
        xml.WriteStartElement("iati-activities");
        xml.WriteAttributeString("version", "2.03");
        xml.WriteAttributeString("generated-datetime", now.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        foreach (Fact fact in facts)
        {
            if (fact.Best.Claim is Transfer { From.Count: > 0, To.Count: > 0 } transfer && fact.Status != ClaimStatus.Denied && Day(fact) is { } day) Activity(xml, fact, transfer, day, wording, names);
        }
        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    private static string? Day(Fact fact) =>
        (fact.When?.Start ?? fact.When?.End ?? fact.Best.Report.Published) is { } date ? date.FirstDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    private static void Activity(XmlWriter xml, Fact fact, Transfer transfer, string day, Wording wording, ActorNames names)
    {
        bool ahead = fact.Status is ClaimStatus.Planned or ClaimStatus.Proposed;
        xml.WriteStartElement("iati-activity");
        xml.WriteElementString("iati-identifier", Prefix + fact.Id);
        xml.WriteStartElement("reporting-org");
        xml.WriteAttributeString("ref", Prefix + "LEDGER");
        xml.WriteAttributeString("type", "90");
        xml.WriteAttributeString("secondary-reporter", "1");
        Narrative(xml, "Entente ledger");
        xml.WriteEndElement();
        Told(xml, "title", wording.Of(transfer, []));
        Told(xml, "description", Wording.Quote(transfer, 2000));
        foreach (ActorCode from in transfer.From) Organization(xml, from, "1", names);
        foreach (ActorCode to in transfer.To) Organization(xml, to, "4", names);
        Code(xml, "activity-status", ahead ? "1" : fact.Status == ClaimStatus.Ongoing ? "2" : "4");
        xml.WriteStartElement("activity-date");
        xml.WriteAttributeString("iso-date", day);
        xml.WriteAttributeString("type", ahead ? "1" : "2");
        xml.WriteEndElement();
        foreach (ActorCode to in transfer.To)
        {
            if (names.Alpha2(to) is { } alpha2) Code(xml, "recipient-country", alpha2);
        }
        Code(xml, "default-finance-type", transfer.Terms switch { "loan" => "421", _ => "110" });
        if (transfer is { Value: { } value, Currency: { } currency })
        {
            xml.WriteStartElement("transaction");
            Code(xml, "transaction-type", ahead ? "2" : "3");
            xml.WriteStartElement("transaction-date");
            xml.WriteAttributeString("iso-date", day);
            xml.WriteEndElement();
            xml.WriteStartElement("value");
            xml.WriteAttributeString("currency", currency);
            xml.WriteAttributeString("value-date", day);
            xml.WriteString(value.ToString("0.####", CultureInfo.InvariantCulture));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        if (fact.Best.Report.Url is { } url && Uri.TryCreate(url, UriKind.Absolute, out Uri? address))
        {
            xml.WriteStartElement("document-link");
            xml.WriteAttributeString("url", address.AbsoluteUri);
            xml.WriteAttributeString("format", "text/html");
            Told(xml, "title", fact.Best.Report.Title ?? "Report");
            Code(xml, "category", "A12");
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void Organization(XmlWriter xml, ActorCode actor, string role, ActorNames names)
    {
        xml.WriteStartElement("participating-org");
        xml.WriteAttributeString("role", role);
        xml.WriteAttributeString("type", actor.IsState ? "10" : "40");
        Narrative(xml, names.Of(actor));
        xml.WriteEndElement();
    }

    private static void Told(XmlWriter xml, string element, string text)
    {
        xml.WriteStartElement(element);
        Narrative(xml, text);
        xml.WriteEndElement();
    }

    private static void Narrative(XmlWriter xml, string text) => xml.WriteElementString("narrative", Valid(text));

    private static void Code(XmlWriter xml, string element, string code)
    {
        xml.WriteStartElement(element);
        xml.WriteAttributeString("code", code);
        xml.WriteEndElement();
    }

    // What XML cannot hold, a report can.
    private static string Valid(string text)
    {
        StringBuilder valid = new(text.Length);
        foreach (Rune rune in Wording.Clean(text).EnumerateRunes())
        {
            if (rune.Value is not (0xFFFE or 0xFFFF)) valid.Append(rune.ToString());
        }
        return valid.ToString();
    }
}
