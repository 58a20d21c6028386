using System.Text;
using System.Text.Json;
using Entente.Asking;
using Entente.Claims;

namespace Entente.Cli;

/// <summary>Prints one section of lines, for people or for programs.</summary>
internal static class SectionPrinter
{
    /// <summary>Prints it; where it is empty, says so on standard error, so that an empty result stays empty.</summary>
    public static void Print(DossierSection section, bool json, string none, Surroundings surroundings)
    {
        if (json)
        {
            using MemoryStream stream = new();
            using (Utf8JsonWriter writer = new(stream, ClaimJson.WriterOptions)) DossierJson.Write(writer, section);
            surroundings.Out.WriteLine(Encoding.UTF8.GetString(stream.ToArray()));
        }
        else if (section.Lines.Count == 0) surroundings.Error.WriteLine(none);
        else surroundings.Out.Write(TextDossier.Render(section, surroundings.Width, surroundings.OutIsTerminal));
    }
}
