using Entente.Claims;
using Entente.Extracting.Propositions;
using Entente.Resolving;
using Entente.Text;

namespace Entente.Extracting.Offices;

/// <summary>Finds who holds which office: one claim for each person and office, from the tenures that the resolver read.</summary>
internal sealed class OfficeExtractor : IClaimExtractor
{
    private static readonly HashSet<string> Small = new(StringComparer.OrdinalIgnoreCase) { "of", "the", "and", "for", "affairs", "to", "in", "a", "at", "national" };
    private static readonly HashSet<string> Grades = new(StringComparer.OrdinalIgnoreCase) { "deputy", "vice", "acting", "interim", "assistant", "under", "first", "co-chair", "crown", "state", "secretary", "spokesman" };

    /// <inheritdoc/>
    public IEnumerable<Claim> Extract(ExtractionContext context)
    {
        Document document = context.Document.Document;
        List<(Tenure Tenure, HashSet<string> Words, List<Evidence> Evidence)> found = [];
        foreach (Tenure tenure in context.Document.Tenures)
        {
            HashSet<string> words = Words(tenure.Office);
            int at = found.FindIndex(f => f.Tenure.Person == tenure.Person && f.Tenure.State == tenure.State && f.Tenure.IsFormer == tenure.IsFormer && Same(f.Words, words));
            Evidence evidence = Evidence.At(document, tenure.Span);
            if (at < 0)
            {
                found.Add((tenure, words, [evidence]));
                continue;
            }
            if (found[at].Evidence.Count < 3) found[at].Evidence.Add(evidence);
            // The fuller title says more: "ambassador to TJK" after "ambassador".
            if (words.Count > found[at].Words.Count) found[at] = (found[at].Tenure with { Office = tenure.Office }, words, found[at].Evidence);
        }
        foreach ((Tenure tenure, _, List<Evidence> evidence) in found)
        {
            yield return new Office
            {
                Person = tenure.Person,
                Title = tenure.Office,
                State = tenure.State,
                Status = tenure.IsFormer ? ClaimStatus.Happened : ClaimStatus.Ongoing,
                Evidence = evidence,
                Confidence = tenure.State is null ? 0.5 : evidence.Count > 1 ? 0.9 : 0.8,
                Actors = tenure.State is { } state ? [new ActorMention(state, tenure.Person, tenure.Office, null, tenure.Span)] : [],
            };
        }
    }

    /// <summary>The words that tell one office of a person from another.</summary>
    internal static HashSet<string> Words(string office) =>
        [.. office.ToLowerInvariant().Split([' ', '-', ','], StringSplitOptions.RemoveEmptyEntries).Where(word => !Small.Contains(word))];

    /// <summary>Whether two titles of one person name one office: one has all words of the other, and no grade more.</summary>
    internal static bool Same(HashSet<string> a, HashSet<string> b)
    {
        HashSet<string> more = a.Count >= b.Count ? a : b, fewer = ReferenceEquals(more, a) ? b : a;
        return fewer.IsSubsetOf(more) && !more.Any(word => !fewer.Contains(word) && Grades.Contains(word));
    }
}
