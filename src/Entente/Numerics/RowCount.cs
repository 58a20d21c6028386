namespace Entente.Numerics;

/// <summary>How many rows a kernel takes at a time, known to the compiler: what is written for the others falls away.</summary>
internal interface IRowCount
{
    /// <summary>Rows, 1 to 8.</summary>
    static abstract int Value { get; }
}

internal readonly struct One : IRowCount { public static int Value => 1; }

internal readonly struct Two : IRowCount { public static int Value => 2; }

internal readonly struct Three : IRowCount { public static int Value => 3; }

internal readonly struct Four : IRowCount { public static int Value => 4; }

internal readonly struct Five : IRowCount { public static int Value => 5; }

internal readonly struct Six : IRowCount { public static int Value => 6; }

internal readonly struct Seven : IRowCount { public static int Value => 7; }

internal readonly struct Eight : IRowCount { public static int Value => 8; }
