using System.Diagnostics;

namespace Entente.Tests.Docs;

/// <summary>
/// Every command shown in the README and in docs/ is run, in the order of its page, in an empty folder that holds the examples, and prints what the
/// page shows. A page shows commands in blocks marked "console"; a line "..." stands for any lines.
/// </summary>
public sealed class CommandsTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    public static TheoryData<string> Pages()
    {
        TheoryData<string> pages = [];
        foreach (string page in Directory.EnumerateFiles(Repository.Path("docs"), "*.md", SearchOption.AllDirectories).Append(Repository.Path("README.md")).Order(StringComparer.Ordinal))
        {
            if (Commands(page).Count > 0) pages.Add(Path.GetRelativePath(Repository.Root, page));
        }
        return pages;
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task What_a_page_shows_is_what_the_command_prints(string page)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("entente-docs-");
        try
        {
            Copy(Repository.Path("examples"), Path.Combine(folder.FullName, "examples"));
            foreach ((string command, string[] shown) in Commands(Repository.Path(page)))
            {
                (int code, string[] printed) = await RunAsync(command, folder.FullName);
                Assert.True(code == 0, $"{page}: '{command}' ended with {code}\n{string.Join('\n', printed)}");
                if (shown.Length > 0) AssertShown(shown, printed, $"{page}: {command}");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void The_readme_shows_commands() => Assert.NotEmpty(Commands(Repository.Path("README.md")));

    internal static void AssertShown(string[] shown, string[] printed, string what)
    {
        int at = 0;
        bool anywhere = false;
        foreach (string line in shown)
        {
            if (line.Trim() == "...")
            {
                anywhere = true;
                continue;
            }
            int found = anywhere ? Array.FindIndex(printed, at, p => Same(p, line)) : at < printed.Length && Same(printed[at], line) ? at : -1;
            Assert.True(found >= 0, $"{what}\nshows: {line}\nprints:\n{string.Join('\n', printed)}");
            at = found + 1;
            anywhere = false;
        }
        Assert.True(anywhere || at == printed.Length, $"{what}\nprints more than the page shows:\n{string.Join('\n', printed.Skip(at))}");
    }

    private static bool Same(string printed, string shown) => printed.TrimEnd() == shown.TrimEnd();

    private static List<(string Command, string[] Shown)> Commands(string page)
    {
        List<(string, string[])> commands = [];
        bool inside = false;
        string? command = null;
        List<string> shown = [];
        void Close()
        {
            if (command?.Contains("./entente", StringComparison.Ordinal) == true) commands.Add((command, [.. shown]));
            command = null;
            shown.Clear();
        }
        foreach (string line in File.ReadLines(page))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                Close();
                inside = line == "```console";
            }
            else if (inside && line.StartsWith("$ ", StringComparison.Ordinal))
            {
                Close();
                command = line[2..];
            }
            else if (inside && command is not null)
            {
                shown.Add(line);
            }
        }
        return commands;
    }

    private static async Task<(int Code, string[] Lines)> RunAsync(string command, string folder)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "Entente.Cli.dll");
        ProcessStartInfo start = new("bash")
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(command.Replace("./entente", $"dotnet '{program}'", StringComparison.Ordinal));
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        using CancellationTokenSource limit = new(Longest);
        await process.WaitForExitAsync(limit.Token);
        string[] lines = output.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        return process.ExitCode == 0 ? (0, lines) : (process.ExitCode, [.. lines, await error]);
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (string file in Directory.EnumerateFiles(from)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }
}
