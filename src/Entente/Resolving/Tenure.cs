using Entente.Claims;
using Entente.Text;

namespace Entente.Resolving;

/// <summary>A person in an office, as the report's own words have it.</summary>
/// <param name="Person">The name as fully as the report gives it.</param>
/// <param name="Office">In lower-case English: "foreign minister", "ambassador to TJK".</param>
/// <param name="State">Whose office it is, or null where it cannot be known.</param>
/// <param name="IsFormer">Whether the words put it in the past.</param>
/// <param name="Sentence">Index of the sentence.</param>
/// <param name="Span">The words that say it: title and name.</param>
public sealed record Tenure(string Person, string Office, ActorCode? State, bool IsFormer, int Sentence, TextSpan Span);
