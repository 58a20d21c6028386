namespace Entente.Storage;

/// <summary>A row on its way into a table: its values in the order of the columns.</summary>
internal interface IRow
{
    void Text(string? value);

    void Integer(long value);

    void Real(double value);

    void Null();
}
