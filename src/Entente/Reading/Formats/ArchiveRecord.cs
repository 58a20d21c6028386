namespace Entente.Reading.Formats;

/// <summary>One record of a web archive that may hold a page.</summary>
/// <param name="Number">Its place in the archive, from 1, all records counted.</param>
/// <param name="Url">The address it was fetched from.</param>
/// <param name="Day">The moment of the fetch, as the archive gives it.</param>
/// <param name="Body">The page, unpacked; null where it cannot be had.</param>
/// <param name="Charset">The encoding that the server named.</param>
/// <param name="Trouble">Why there is no body.</param>
internal sealed record ArchiveRecord(long Number, string? Url, string? Day, byte[]? Body, string? Charset, string? Trouble);
