using Entente.Text;

namespace Entente.Reading.Dates;

/// <summary>A day, and where it was found in a few words.</summary>
internal readonly record struct FoundDay(PartialDate Day, string Where);
