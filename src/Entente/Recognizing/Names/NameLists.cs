using System.Globalization;
using Entente.Claims;
using Entente.Gazetteers;

namespace Entente.Recognizing.Names;

/// <summary>The lists of names in one trie, and the words of portfolios.</summary>
internal sealed class NameLists
{
    /// <summary>Reads the lists.</summary>
    public NameLists(DataFiles data)
    {
        AddStates(data);
        foreach (DataRow row in data.Read("organisations"))
        {
            ActorCode code = new(row.Required("code"));
            string name = row.Required("name");
            AddActor(name, row.List("names"), new ListedActor(name, code, ActorNameForm.Organization, row["role"] ?? "GOV"));
            foreach (string seat in row.List("seats")) Lexicon.Add(seat, new ListedActor(seat, code, ActorNameForm.Seat, "GOV"));
        }
        foreach (DataRow row in data.Read("organs"))
        {
            string name = row.Required("name");
            ActorCode? code = row["code"] is { } c ? new ActorCode(c) : null;
            ListedActor organ = new(name, code, ActorNameForm.Organ, row["role"]);
            AddActor(name, row.List("names"), organ);
            if (code is null) AddPlurals(name, row.List("names"), organ with { IsPlural = true });
        }
        foreach (DataRow row in data.Read("companies"))
        {
            string name = row.Required("name");
            AddActor(name, row.List("names"), new ListedActor(name, new ActorCode(row.Required("code")), ActorNameForm.Company, "BUS"));
        }
        foreach (DataRow row in data.Read("offices")) AddTitle(row);
        foreach (DataRow row in data.Read("landmarks"))
        {
            string name = row.Required("name");
            ListedPlace place = new(name, row.Required("kind"), row["state"] is { } s ? new ActorCode(s) : null, Degrees(row["lat"]), Degrees(row["lon"]));
            foreach (string phrase in (string[])[name, .. row.List("names")]) Lexicon.Add(phrase, place);
        }
        foreach (DataRow row in data.Read("portfolios")) Portfolios[row.Required("word")] = row["role"] ?? "GOV";
    }

    /// <summary>All phrases.</summary>
    public PhraseLexicon<ListedName> Lexicon { get; } = new();

    /// <summary>Words of portfolios in lower case, with the sector of an organ that has them.</summary>
    public Dictionary<string, string> Portfolios { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Titles that a portfolio may stand before, by their last word in lower case, singular and plural.</summary>
    public Dictionary<string, ListedTitle> PortfolioTitles { get; } = new(StringComparer.OrdinalIgnoreCase);

    private static double? Degrees(string? cell) => cell is null ? null : double.Parse(cell, CultureInfo.InvariantCulture);

    private void AddStates(DataFiles data)
    {
        foreach (DataRow row in data.Read("states"))
        {
            ActorCode code = new(row.Required("code"));
            string name = row.Required("name");
            AddActor(name, row.List("names"), new ListedActor(name, code, ActorNameForm.Name, null));
            ListedActor adjective = new(name, code, ActorNameForm.Adjective, null);
            foreach (string phrase in row.List("adjectives")) Lexicon.Add(phrase, adjective);
            ListedActor people = new(name, code, ActorNameForm.Demonym, null, true);
            foreach (string phrase in row.List("people")) Lexicon.Add(phrase, people);
            foreach (string column in (string[])["capital", "seats"])
            {
                foreach (string seat in row.List(column)) Lexicon.Add(seat, new ListedActor(seat, code, ActorNameForm.Seat, "GOV"));
            }
        }
    }

    private void AddActor(string name, string[] names, ListedActor actor)
    {
        Lexicon.Add(name, actor);
        if (name.Contains(" d'", StringComparison.Ordinal)) Lexicon.Add(name.Replace(" d'", " d' ", StringComparison.Ordinal), actor);
        foreach (string other in names)
        {
            if (!string.Equals(other, name, StringComparison.Ordinal)) Lexicon.Add(other, actor);
        }
    }

    private void AddPlurals(string name, string[] names, ListedActor organ)
    {
        foreach (string phrase in (string[])[name, .. names])
        {
            if (phrase.EndsWith('s') || phrase.Any(char.IsUpper)) continue;
            Lexicon.Add(Listed.PluralOf(phrase), organ);
        }
    }

    private void AddTitle(DataRow row)
    {
        string title = row.Required("title");
        ListedTitle one = new(title, row["office"] ?? title, row["rank"], row["role"], row["left"], row["right"], false);
        Lexicon.Add(title, one);
        ListedTitle many = one with { IsPlural = true };
        string plural = Listed.PluralOf(title);
        Lexicon.Add(plural, many);
        // A tokenizer may cut "d'affaires" in two.
        if (title.Contains(" d'", StringComparison.Ordinal))
        {
            Lexicon.Add(title.Replace(" d'", " d' ", StringComparison.Ordinal), one);
            Lexicon.Add(plural.Replace(" d'", " d' ", StringComparison.Ordinal), many);
        }
        if (title.StartsWith("head of ", StringComparison.Ordinal)) Lexicon.Add(title.Replace("head of ", "heads of ", StringComparison.Ordinal) + "s", many);
        if (one.Left == "portfolio" && !title.Contains(' ', StringComparison.Ordinal))
        {
            PortfolioTitles[title] = one;
            PortfolioTitles[plural] = many;
        }
    }
}
