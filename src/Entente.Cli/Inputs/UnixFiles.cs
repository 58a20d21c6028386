using System.Runtime.InteropServices;

namespace Entente.Cli.Inputs;

/// <summary>
/// Tells regular files from pipes, sockets and devices, on which opening or reading may wait for ever. .NET shows no difference
/// between them, so the kernel is asked (statx, whose layout is part of Linux's ABI); elsewhere every file counts as regular.
/// </summary>
internal static partial class UnixFiles
{
    private const int CurrentFolder = -100;
    private const uint WantType = 1;
    private const int BufferSize = 256;
    private const int ModeAt = 28;
    private const int TypeMask = 0xF000;
    private const int Regular = 0x8000;

    /// <summary>Whether a file of a folder may keep its reader waiting. Only what has no length is asked for.</summary>
    public static bool MayBlock(FileSystemInfo file)
    {
        if (!OperatingSystem.IsLinux() || file is not FileInfo { Exists: true, Length: 0 }) return false;
        Span<byte> answer = stackalloc byte[BufferSize];
        try
        {
            if (Statx(CurrentFolder, file.FullName, 0, WantType, ref MemoryMarshal.GetReference(answer)) != 0) return false;
        }
        catch (EntryPointNotFoundException)
        {
            // A C library from before 2018.
            return false;
        }
        return (BitConverter.ToUInt16(answer[ModeAt..]) & TypeMask) != Regular;
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Statx(int folder, string path, int flags, uint mask, ref byte buffer);
}
