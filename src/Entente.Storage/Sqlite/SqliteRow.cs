using System.Runtime.InteropServices;
using System.Text;
using SQLitePCL;

namespace Entente.Storage.Sqlite;

/// <summary>
/// Binds the values of one row after another to a statement, and runs it. Calls SQLite's functions by themselves: SQLitePCL counts the users of a
/// handle up and down at each call, and SQLite would copy each text, which together cost more than the binding (bench/results/ledger.md).
/// </summary>
/// <param name="statement">Prepared; must not be closed as long as rows are bound.</param>
internal sealed partial class SqliteRow(sqlite3_stmt statement) : IRow
{
    private const string Library = "e_sqlite3";

    // That the bytes stay where they are until the next row.
    private const nint Static = 0;

    private readonly nint handle = statement.DangerousGetHandle();
    private readonly List<byte[]> full = [];
    private byte[] buffer = GC.AllocateUninitializedArray<byte>(1 << 16, pinned: true);
    private int used;
    private int column;
    private int refused;

    /// <summary>Begins a row. Most of the columns of a claim are empty: they are cleared together and not bound one by one.</summary>
    public void Begin()
    {
        column = 0;
        used = 0;
        if (full.Count > 0) full.Clear();
        refused = Clear(handle);
    }

    /// <summary>Runs the statement with the row; returns what SQLite says.</summary>
    public int Step()
    {
        if (refused != raw.SQLITE_OK) return refused;
        int result = Step(handle);
        // Says once more what the step said.
        _ = Reset(handle);
        return result;
    }

    public void Integer(long value) => refused |= BindInteger(handle, ++column, value);

    public void Real(double value) => refused |= BindReal(handle, ++column, value);

    public void Null() => column++;

    public void Text(string? value)
    {
        if (value is null)
        {
            Null();
            return;
        }
        int most = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (most > buffer.Length - used)
        {
            // What is bound already stays alive until the next row.
            full.Add(buffer);
            buffer = GC.AllocateUninitializedArray<byte>(Math.Max(most, buffer.Length), pinned: true);
            used = 0;
        }
        int length = Encoding.UTF8.GetBytes(value, buffer.AsSpan(used));
        refused |= BindText(handle, ++column, Marshal.UnsafeAddrOfPinnedArrayElement(buffer, used), length, Static);
        used += length;
    }

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_int64")]
    [SuppressGCTransition]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int BindInteger(nint statement, int column, long value);

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_double")]
    [SuppressGCTransition]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int BindReal(nint statement, int column, double value);

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_text")]
    [SuppressGCTransition]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int BindText(nint statement, int column, nint text, int length, nint destructor);

    [LibraryImport(Library, EntryPoint = "sqlite3_clear_bindings")]
    [SuppressGCTransition]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Clear(nint statement);

    [LibraryImport(Library, EntryPoint = "sqlite3_step")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Step(nint statement);

    [LibraryImport(Library, EntryPoint = "sqlite3_reset")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Reset(nint statement);
}
