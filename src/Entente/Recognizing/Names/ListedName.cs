using Entente.Claims;

namespace Entente.Recognizing.Names;

/// <summary>What a phrase of the lists names.</summary>
internal abstract record ListedName(string Name);

/// <summary>A state, organ, company or organisation; an organ of any state has no code.</summary>
internal sealed record ListedActor(string Name, ActorCode? Code, ActorNameForm Form, string? Role, bool IsPlural = false) : ListedName(Name);

/// <summary>A title of an office.</summary>
/// <param name="Name">The title as listed.</param>
/// <param name="Office">The canonical office.</param>
/// <param name="Rank">HS, HG, FM or null.</param>
/// <param name="Role">PLOVER sector.</param>
/// <param name="Left">What may stand before it: portfolio, organ or null.</param>
/// <param name="Right">What may follow it: portfolio, post, body, place, state or null.</param>
/// <param name="IsPlural">Whether it is the plural form.</param>
internal sealed record ListedTitle(string Name, string Office, string? Rank, string? Role, string? Left, string? Right, bool IsPlural) : ListedName(Name);

/// <summary>A place that is no city: a sea, a river, a dam, a pipeline, a corridor, a region.</summary>
internal sealed record ListedPlace(string Name, string Kind, ActorCode? State, double? Latitude, double? Longitude) : ListedName(Name);
