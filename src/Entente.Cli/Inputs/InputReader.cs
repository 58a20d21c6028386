using System.IO.Enumeration;
using Entente.Reading;
using Entente.Text;

namespace Entente.Cli.Inputs;

/// <summary>
/// Opens what the user named (files, folders with all below them, addresses, "-" for standard input) and reads the reports, in the order
/// of the inputs; below a folder in ordinal order of names. What cannot be opened or breaks off comes as <see cref="Skipped"/>.
/// Nothing is fetched that the user did not name.
/// </summary>
internal sealed class InputReader(Reader reader, Surroundings surroundings, InputOptions? options = null) : IDisposable
{
    private readonly InputOptions options = options ?? new InputOptions();
    private PageFetcher? fetcher;

    /// <summary>Reads the reports of all inputs. Lazy: one input is open at a time.</summary>
    public IEnumerable<ReadResult> Read(IEnumerable<string> inputs)
    {
        foreach (string input in inputs)
        {
            IEnumerable<ReadResult> results =
                input.Length == 0 ? [new ReadResult(new Skipped("''", InputMessages.NoName))]
                : input == "-" ? ReadStream(() => surroundings.Input, "-", closes: false)
                : IsAddress(input) ? ReadAddress(input)
                : Directory.Exists(input) ? ReadFolder(input)
                : ReadStream(() => OpenFile(input), input, closes: true);
            foreach (ReadResult result in results)
            {
                if (!options.FollowLinks || result.Link is null)
                {
                    yield return result;
                    continue;
                }
                foreach (ReadResult page in Followed(result, input)) yield return page;
            }
        }
    }

    /// <summary>Reads the reports of an address, and of nothing but an address, whatever the text is.</summary>
    public IEnumerable<ReadResult> ReadAddress(string address) =>
        IsAddress(address) ? ReadStream(() => (fetcher ??= new PageFetcher(options, surroundings.Clock)).Open(address), address, closes: true) : [new ReadResult(new Skipped(address, InputMessages.BadAddress))];

    /// <summary>
    /// The page that an entry of a feed announces, in its place. What the page does not show (its id, its day) is the entry's; where
    /// it cannot be read, the reason comes and then the entry itself.
    /// </summary>
    private IEnumerable<ReadResult> Followed(ReadResult entry, string feed)
    {
        string link = entry.Link!;
        if (!IsAddress(link) && IsAddress(feed) && Uri.TryCreate(new Uri(feed), link, out Uri? whole)) link = whole.AbsoluteUri;
        bool read = false, failed = false;
        foreach (ReadResult result in ReadAddress(link))
        {
            failed |= result.Document is null;
            if (result.Document is not { } page)
            {
                yield return result;
                continue;
            }
            read = true;
            Document? told = entry.Document;
            yield return new ReadResult(page with
            {
                Id = told?.Id,
                Title = page.Title ?? told?.Title,
                Publisher = page.Publisher ?? told?.Publisher,
                Author = page.Author ?? told?.Author,
                Url = page.Url ?? link,
                Published = page.Published ?? told?.Published,
            });
        }
        if (failed && !read && entry.Document is not null) yield return new ReadResult(entry.Document);
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose() => fetcher?.Dispose();

    private static bool IsAddress(string input) =>
        input.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || input.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    private static FileStream OpenFile(string path) => new(path, new FileStreamOptions
    {
        Mode = FileMode.Open,
        Access = FileAccess.Read,
        Share = FileShare.ReadWrite | FileShare.Delete,
        Options = FileOptions.SequentialScan,
    });

    private IEnumerable<ReadResult> ReadFolder(string folder)
    {
        int files = 0;
        foreach ((string path, string? trouble) in Walk(folder, ""))
        {
            files++;
            if (trouble is not null)
            {
                yield return new ReadResult(new Skipped(path, trouble));
                continue;
            }
            foreach (ReadResult result in ReadStream(() => OpenFile(path), path, closes: true)) yield return result;
        }
        if (files == 0) yield return new ReadResult(new Skipped(folder, InputMessages.NoFiles));
    }

    /// <summary>
    /// The files below a folder in ordinal order. Passed over are hidden ones, links to folders, which may run in circles, and a folder's own
    /// README, which tells about the reports and is none.
    /// </summary>
    private IEnumerable<(string Path, string? Trouble)> Walk(string folder, string above)
    {
        List<FileSystemInfo> entries;
        string? trouble = null;
        try
        {
            entries = [.. new DirectoryInfo(folder).EnumerateFileSystemInfos()];
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            entries = [];
            trouble = error is UnauthorizedAccessException ? InputMessages.Denied : error.Message;
        }
        if (trouble is not null)
        {
            yield return (folder, trouble);
            yield break;
        }
        entries.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        foreach (FileSystemInfo entry in entries)
        {
            if (entry.Name.StartsWith('.') || IsReadme(entry.Name) || Matches(options.Exclude, entry.Name, above)) continue;
            // The path as the user began it.
            string path = Path.Combine(folder, entry.Name);
            if (entry is DirectoryInfo)
            {
                if (entry.LinkTarget is not null) continue;
                foreach ((string, string?) below in Walk(path, above + entry.Name + "/")) yield return below;
            }
            else if ((options.Include.Count == 0 || Matches(options.Include, entry.Name, above)) && (options.Since is not { } since || entry.LastWriteTimeUtc >= since.UtcDateTime))
            {
                yield return (path, UnixFiles.MayBlock(entry) ? InputMessages.NoFile : null);
            }
        }
    }

    private static bool IsReadme(string name) => Path.GetFileNameWithoutExtension(name).Equals("README", StringComparison.OrdinalIgnoreCase);

    // A pattern with a slash is for the path below the folder that was named.
    private static bool Matches(IReadOnlyList<string> patterns, string name, string above)
    {
        foreach (string pattern in patterns)
        {
            if (FileSystemName.MatchesSimpleExpression(pattern, pattern.Contains('/', StringComparison.Ordinal) ? above + name : name, ignoreCase: false)) return true;
        }
        return false;
    }

    private IEnumerable<ReadResult> ReadStream(Func<Stream?> open, string source, bool closes)
    {
        Stream? stream = null;
        IEnumerator<ReadResult>? results = null;
        bool whole = true;
        try
        {
            while (true)
            {
                ReadResult? result = null;
                Skipped? trouble = null;
                try
                {
                    stream ??= open();
                    if (stream is null) yield break;
                    results ??= reader.Read(stream, source).GetEnumerator();
                    if (results.MoveNext()) result = results.Current;
                    else if (whole && stream is PatientStream { Mark: { } mark }) options.Memory?.Learn(mark);
                }
                catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException or FetchException or NotSupportedException)
                {
                    trouble = new Skipped(source, Reason(error, source, stream is not null));
                }
                if (trouble is not null)
                {
                    yield return new ReadResult(trouble);
                    yield break;
                }
                if (result is null) yield break;
                whole &= result.Document is not null;
                yield return result;
            }
        }
        finally
        {
            results?.Dispose();
            if (closes) stream?.Dispose();
        }
    }

    private static string Reason(Exception error, string source, bool opened) => error switch
    {
        FileNotFoundException or DirectoryNotFoundException => source.Contains('\uFFFD', StringComparison.Ordinal) ? InputMessages.NotUtf8 : InputMessages.Missing,
        UnauthorizedAccessException => InputMessages.Denied,
        FetchException => error.Message,
        _ => opened ? InputMessages.Broken(error.Message) : error.Message,
    };
}
