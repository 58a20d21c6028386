using Entente.Claims;
using Entente.Fleet.Messages;
using Entente.Reading;
using Entente.Text;

namespace Entente.Fleet.Working;

/// <summary>Makes reports with claims of a delivery; whatever is wrong with it comes as a reason, not as an exception.</summary>
internal sealed class DocumentUnderstanding(FleetOptions options, Reader reader, Func<Document, IReadOnlyList<Claim>> understand)
{
    public Understood Understand(Delivery delivery)
    {
        if (delivery.Deliveries >= options.Deliveries) return new Understood(delivery, [], $"given out {delivery.Deliveries} times without being finished");
        List<string> troubles = [];
        List<ReadReport> reports = [];
        try
        {
            foreach (ReadResult result in Documents(delivery))
            {
                if (result.Document is { } document) reports.Add(Claims(document, troubles));
                else troubles.Add(result.Skipped!.ToString());
            }
        }
        catch (Exception error) when (error is FormatException or IOException or UnauthorizedAccessException)
        {
            troubles.Add(error.Message);
        }
        return new Understood(delivery, reports, troubles.Count == 0 ? null : string.Join("; ", troubles));
    }

    private List<ReadResult> Documents(Delivery delivery) => delivery.Kind switch
    {
        DocumentMessage.Kind => [new ReadResult(DocumentMessage.Read(delivery.Body))],
        RecordPointer.Kind => Record(RecordPointer.Read(delivery.Body)),
        _ => throw new FormatException($"a message of the kind '{delivery.Kind}', which this version does not know"),
    };

    private List<ReadResult> Record(RecordPointer pointer)
    {
        string folder = options.Archives ?? throw new FormatException("a pointer into an archive, and this worker was started without --archives");
        using FileStream file = new(pointer.Below(folder), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using PartOfStream part = new(file, pointer.Offset, pointer.Length);
        return [.. reader.Read(part, pointer.Source)];
    }

    // As `entente read` does it: a fault of ours in one report must not cost the others, and the report is kept without claims.
    private ReadReport Claims(Document document, List<string> troubles)
    {
        try
        {
            return new ReadReport(document, understand(document)) { Stamp = options.Stamp };
        }
        catch (Exception error) when (error is not (OutOfMemoryException or EntenteException))
        {
            troubles.Add($"could not be understood ({error.GetType().Name}: {error.Message})");
            return new ReadReport(document, []);
        }
    }
}
