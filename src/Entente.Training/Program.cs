using System.CommandLine;
using Entente;
using Entente.Training.Verbs;

RootCommand root = new("Makes what Entente ships beside its code: the trained models.") { TrainVerb.Build(), SentencesVerb.Build(), ScoreVerb.Build(), ParseVerb.Build() };
try
{
    return root.Parse(args).Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception error) when (error is EntenteException or IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine($"entente-train: {error.Message}");
    return 2;
}
