using Entente.Text;

namespace Entente.Claims;

/// <summary>The words behind a state or organisation in a slot of a claim.</summary>
/// <param name="Actor">The state or organisation that it acts for.</param>
/// <param name="Name">As written, or the name that a pronoun stands for: "Kassym-Jomart Tokayev", "KazMunayGas", "Astana".</param>
/// <param name="Office">The office of a person, in lower-case English.</param>
/// <param name="Role">Sector code of PLOVER: GOV, MIL, LEG, BUS ...</param>
/// <param name="Span">Where the words stand.</param>
public sealed record ActorMention(ActorCode Actor, string? Name, string? Office, string? Role, TextSpan Span);
