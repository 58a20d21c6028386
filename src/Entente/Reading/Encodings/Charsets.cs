using System.Text;

namespace Entente.Reading.Encodings;

/// <summary>Encodings by the names that pages and feeds give them.</summary>
internal static class Charsets
{
    /// <summary>The encoding of a name, or null where there is none of that name.</summary>
    public static Encoding? Find(string name)
    {
        string plain = name.Trim().Trim('"', '\'', ';', ' ').ToLowerInvariant();
        // The web reads these names as the Windows superset (WHATWG Encoding, section 4.2).
        plain = plain switch
        {
            "iso-8859-1" or "latin1" or "latin-1" or "ascii" or "us-ascii" or "iso8859-1" or "l1" => "windows-1252",
            "iso-8859-9" or "latin5" or "iso8859-9" => "windows-1254",
            "gb2312" or "gbk" or "x-gbk" => "gb18030",
            "cp1251" or "win-1251" or "windows1251" => "windows-1251",
            "cp1252" => "windows-1252",
            "utf8" => "utf-8",
            "ks_c_5601-1987" => "euc-kr",
            "x-sjis" or "sjis" => "shift_jis",
            _ => plain,
        };
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(plain) ?? Encoding.GetEncoding(plain);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>A Windows code page.</summary>
    public static Encoding Page(int number) => CodePagesEncodingProvider.Instance.GetEncoding(number) ?? Encoding.Latin1;
}
