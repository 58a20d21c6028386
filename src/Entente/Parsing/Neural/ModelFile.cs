using System.Runtime.InteropServices;
using System.Text;
using Entente.Numerics;

namespace Entente.Parsing.Neural;

/// <summary>
/// The model file: "ENTMODEL", format number, header, sizes, strings, matrices in half precision, tables in eight bits; little-endian.
/// Reader and writer stand here together. Nothing in it needs a parser of its own: starting one would cost more than reading the file.
/// </summary>
internal static class ModelFile
{
    /// <summary>The only format that is read and written. It changes whenever a file of before would be misread, also by other features of words.</summary>
    public const int Format = 3;

    private const string Magic = "ENTMODEL";
    private const int MostEntries = 4_000_000;

    /// <summary>Writes a model.</summary>
    public static void Write(NetworkModel model, Stream stream)
    {
        using BinaryWriter writer = new(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Encoding.ASCII.GetBytes(Magic));
        writer.Write(Format);
        ModelHeader header = model.Header;
        writer.Write(header.Name);
        WriteStrings(writer, header.Data);
        writer.Write(header.Licence);
        writer.Write(header.Seed);
        writer.Write(header.Settings);
        writer.Write(header.Commit);
        writer.Write(header.Scores);
        NetworkOptions o = model.Options;
        foreach (int size in (ReadOnlySpan<int>)[o.WordSize, o.AffixSize, o.AffixBuckets, o.ShapeSize, o.ShapeBuckets, o.StaticSize, o.Units, o.TagUnits, o.ArcUnits, o.LabelUnits, o.EntityUnits])
            writer.Write(size);
        LabelSet labels = model.Labels;
        IReadOnlyList<string>[] lists = [model.Words.Entries, model.Statics.Entries, labels.Upos, labels.Xpos, labels.Feats, labels.Deprels, labels.Entities];
        foreach (IReadOnlyList<string> list in lists) WriteStrings(writer, list);
        writer.Write(labels.Tags.Count);
        foreach (TagTriple tag in labels.Tags)
        {
            writer.Write((ushort)tag.Upos);
            writer.Write((ushort)tag.Xpos);
            writer.Write((ushort)tag.Feats);
        }
        WriteStrings(writer, model.Lemmas.Entries.SelectMany(e => new[] { e.Tags, e.Ending, e.Script }).ToList());
        foreach (MatrixShape shape in NetworkMatrices.Of(model.Options, model.Words.Rows, model.Statics.Rows, labels))
        {
            if (shape.IsTable)
            {
                VectorTable table = model.Tables[shape.Name];
                writer.Write(MemoryMarshal.AsBytes(table.Scales));
                writer.Write(MemoryMarshal.AsBytes(table.Values));
                continue;
            }
            ushort[] values = model.Matrices[shape.Name];
            if (values.Length != shape.Rows * shape.Columns) throw new ArgumentException($"The matrix {shape.Name} does not have {shape.Rows} × {shape.Columns} values.", nameof(model));
            writer.Write(MemoryMarshal.AsBytes(values.AsSpan()));
        }
    }

    /// <summary>Reads a model.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="name">What to call it in an error.</param>
    /// <exception cref="EntenteException">The file is no model, is cut short, or has another format.</exception>
    public static NetworkModel Read(Stream stream, string name)
    {
        try
        {
            return ReadUnguarded(stream, name);
        }
        catch (Exception exception) when (exception is EndOfStreamException or ArgumentException or FormatException or DecoderFallbackException)
        {
            throw new EntenteException($"{name}: the model file is damaged or cut short ({exception.Message}). Take it again from the repository, or train it with entente-train.", exception);
        }
    }

    private static NetworkModel ReadUnguarded(Stream stream, string name)
    {
        using BinaryReader reader = new(stream, Encoding.UTF8, leaveOpen: true);
        if (Encoding.ASCII.GetString(reader.ReadBytes(Magic.Length)) != Magic) throw new EntenteException($"{name}: not a model file. Train one with entente-train.");
        int format = reader.ReadInt32();
        if (format != Format) throw new EntenteException($"{name}: the model file has format {format}, this version of Entente reads format {Format}. Take the file that belongs to this version, or train it with entente-train.");
        ModelHeader header = new(
            reader.ReadString(), ReadStrings(reader), reader.ReadString(), reader.ReadInt64(), reader.ReadString(), reader.ReadString(), reader.ReadString());
        NetworkOptions options = new()
        {
            WordSize = Size(reader), AffixSize = Size(reader), AffixBuckets = Size(reader), ShapeSize = Size(reader), ShapeBuckets = Size(reader),
            StaticSize = Size(reader), Units = Size(reader), TagUnits = Size(reader), ArcUnits = Size(reader), LabelUnits = Size(reader), EntityUnits = Size(reader),
        };
        Vocabulary words = new(ReadStrings(reader)), statics = new(ReadStrings(reader));
        string[] upos = ReadStrings(reader), xpos = ReadStrings(reader), feats = ReadStrings(reader);
        string[] deprels = ReadStrings(reader), entities = ReadStrings(reader);
        TagTriple[] tags = new TagTriple[Count(reader)];
        for (int i = 0; i < tags.Length; i++) tags[i] = new TagTriple(reader.ReadUInt16(), reader.ReadUInt16(), reader.ReadUInt16());
        if (tags.Any(t => t.Upos >= upos.Length || t.Xpos >= xpos.Length || t.Feats >= feats.Length)) throw new FormatException("a tag that is not in the lists");
        LabelSet labels = new(upos, xpos, feats, deprels, entities, tags);
        LemmaRules lemmas = new(ReadStrings(reader).Chunk(3).Select(c => (c[0], c[1], c[2])));
        Dictionary<string, ushort[]> matrices = new(StringComparer.Ordinal);
        Dictionary<string, VectorTable> tables = new(StringComparer.Ordinal);
        foreach (MatrixShape shape in NetworkMatrices.Of(options, words.Rows, statics.Rows, labels))
        {
            long size = (long)shape.Rows * shape.Columns;
            if (size is < 0 or > 200_000_000) throw new FormatException($"a matrix of {size} values");
            if (shape.IsTable)
            {
                ushort[] scales = new ushort[shape.Rows];
                stream.ReadExactly(MemoryMarshal.AsBytes(scales.AsSpan()));
                sbyte[] numbers = new sbyte[size];
                stream.ReadExactly(MemoryMarshal.AsBytes(numbers.AsSpan()));
                tables[shape.Name] = new VectorTable(shape.Columns, numbers, scales);
                continue;
            }
            ushort[] values = new ushort[size];
            stream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
            matrices[shape.Name] = values;
        }
        return new NetworkModel(header, options, words, statics, labels, lemmas, matrices, tables);
    }

    private static void WriteStrings(BinaryWriter writer, IReadOnlyList<string> strings)
    {
        writer.Write(strings.Count);
        foreach (string s in strings) writer.Write(s);
    }

    private static string[] ReadStrings(BinaryReader reader)
    {
        string[] strings = new string[Count(reader)];
        for (int i = 0; i < strings.Length; i++) strings[i] = reader.ReadString();
        return strings;
    }

    private static int Size(BinaryReader reader)
    {
        int size = reader.ReadInt32();
        return size is >= 0 and <= 1 << 20 ? size : throw new FormatException($"a size of {size}");
    }

    private static int Count(BinaryReader reader)
    {
        int count = reader.ReadInt32();
        return count is >= 0 and <= MostEntries ? count : throw new FormatException($"a list of {count} entries");
    }
}
