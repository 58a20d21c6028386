using System.Collections.Frozen;

namespace Entente.Reading.Html;

/// <summary>What is known of the elements.</summary>
internal static class Tags
{
    private static readonly FrozenDictionary<string, Tag> Names = Enum.GetValues<Tag>()
        .Where(t => t is not (Tag.Other or Tag.Text))
        .ToFrozenDictionary(t => t.ToString(), t => t, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, Tag>.AlternateLookup<ReadOnlySpan<char>> Lookup = Names.GetAlternateLookup<ReadOnlySpan<char>>();

    public static Tag Find(ReadOnlySpan<char> name) => name.Length <= 10 && Lookup.TryGetValue(name, out Tag tag) ? tag : Tag.Other;

    /// <summary>Whether the element has no end tag.</summary>
    public static bool IsVoid(Tag tag) => tag is Tag.Br or Tag.Img or Tag.Hr or Tag.Meta or Tag.Link or Tag.Input or Tag.Base or Tag.Embed or Tag.Param or Tag.Source or Tag.Track or Tag.Wbr or Tag.Area or Tag.Col;

    /// <summary>Whether nothing inside the element is markup.</summary>
    public static bool IsRaw(Tag tag) => tag is Tag.Script or Tag.Style or Tag.Textarea or Tag.Title or Tag.Iframe;

    /// <summary>Whether what is inside is never part of a report: programs, drawings, controls.</summary>
    public static bool IsSkipped(Tag tag) => tag is Tag.Script or Tag.Style or Tag.Textarea or Tag.Title or Tag.Iframe or Tag.Svg or Tag.Select or Tag.Option or Tag.Template or Tag.Noscript
        or Tag.Canvas or Tag.Object or Tag.Video or Tag.Audio or Tag.Button or Tag.Head or Tag.Math or Tag.Dialog;

    /// <summary>Whether the element begins a new line.</summary>
    public static bool IsBlock(Tag tag) => tag is Tag.Address or Tag.Article or Tag.Aside or Tag.Blockquote or Tag.Body or Tag.Center or Tag.Dd or Tag.Details or Tag.Dialog or Tag.Dir or Tag.Div
        or Tag.Dl or Tag.Dt or Tag.Fieldset or Tag.Figcaption or Tag.Figure or Tag.Footer or Tag.Form or (>= Tag.H1 and <= Tag.H6) or Tag.Header or Tag.Hr or Tag.Html or Tag.Li or Tag.Main or Tag.Menu
        or Tag.Nav or Tag.Ol or Tag.P or Tag.Pre or Tag.Section or Tag.Summary or Tag.Table or Tag.Tbody or Tag.Td or Tag.Tfoot or Tag.Th or Tag.Thead or Tag.Tr or Tag.Ul or Tag.Caption or Tag.Head;

    /// <summary>Whether an open <paramref name="open"/> ends where <paramref name="next"/> begins (HTML, section 13.1.2.4).</summary>
    public static bool IsEndedBy(Tag open, Tag next) => open switch
    {
        Tag.P => IsBlock(next) && next is not (Tag.Td or Tag.Tr or Tag.Th or Tag.Tbody or Tag.Thead or Tag.Tfoot or Tag.Caption or Tag.Body or Tag.Html or Tag.Head),
        Tag.Li => next == Tag.Li,
        Tag.Dt or Tag.Dd => next is Tag.Dt or Tag.Dd,
        Tag.Option => next is Tag.Option or Tag.Optgroup,
        Tag.Tr => next is Tag.Tr or Tag.Tbody or Tag.Thead or Tag.Tfoot,
        Tag.Td or Tag.Th => next is Tag.Td or Tag.Th or Tag.Tr or Tag.Tbody or Tag.Tfoot,
        Tag.Tbody or Tag.Thead or Tag.Tfoot => next is Tag.Tbody or Tag.Tfoot or Tag.Thead,
        Tag.Head => next == Tag.Body || (IsBlock(next) && next != Tag.Html && next != Tag.Head),
        Tag.A => next == Tag.A,
        >= Tag.H1 and <= Tag.H6 => next is >= Tag.H1 and <= Tag.H6,
        _ => false,
    };

    /// <summary>Whether an end tag looks no further up than this element: a stray &lt;/p&gt; in a cell does not close what holds the table.</summary>
    public static bool IsWall(Tag open, Tag closing) =>
        open is Tag.Td or Tag.Th or Tag.Table && closing is not (Tag.Table or Tag.Tr or Tag.Tbody or Tag.Body or Tag.Html or Tag.Thead or Tag.Tfoot or Tag.Td or Tag.Th)
        || (!IsBlock(closing) && open is Tag.Body or Tag.Article or Tag.Main or Tag.Section or Tag.Div or Tag.Td);
}
