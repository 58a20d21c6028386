using System.CommandLine;
using Entente.Claims;
using Entente.Storage;

namespace Entente.Cli.Verbs;

/// <summary><c>entente judge</c>: a person says whether two claims are about the same thing, or takes that back.</summary>
internal sealed class JudgeVerb : IVerb
{
    private readonly Argument<string[]> claims = new("CLAIM") { Description = "Ids of two claims, as 'entente ask --ids' shows them; one id shows what was judged of it", Arity = new ArgumentArity(1, 2) };
    private readonly Option<string?> verdict = new("--verdict") { Description = "same, different, contradicts or unsure", HelpName = "VERDICT" };
    private readonly Option<string> by = new("--by") { Description = "Who judges", HelpName = "NAME", DefaultValueFactory = _ => "user" };
    private readonly Option<string> reason = new("--reason") { Description = "Why", HelpName = "WORDS", DefaultValueFactory = _ => "" };
    private readonly Option<bool> withdraw = new("--withdraw") { Description = "Take back what was judged" };
    private readonly Option<string> ledger = CommonOptions.Ledger();

    /// <inheritdoc/>
    public Command Build(Surroundings surroundings)
    {
        verdict.AcceptOnlyFromAmong("same", "different", "contradicts", "unsure");
        Command command = new("judge", "Say whether two claims are about the same thing") { claims, verdict, by, reason, withdraw, ledger };
        command.SetAction(parsed => Run(parsed, surroundings));
        return command;
    }

    private int Run(ParseResult parsed, Surroundings surroundings)
    {
        string[] ids = parsed.GetRequiredValue(claims);
        using ILedger open = Ledger.Open(parsed.GetRequiredValue(ledger), surroundings.Clock, mustExist: true);
        open.Reconcile();
        string who = parsed.GetRequiredValue(by);
        if (ids.Length == 2 && parsed.GetValue(withdraw))
        {
            if (!open.Withdraw(ids[0], ids[1], who)) throw new UsageException($"{who} has no standing judgement about these claims");
            open.Reconcile();
        }
        else if (ids.Length == 2)
        {
            string name = parsed.GetValue(verdict) ?? throw new UsageException("say --verdict same, different, contradicts or unsure, or --withdraw");
            Verdict decided = Enum.Parse<Verdict>(name, ignoreCase: true);
            try
            {
                open.Judge(new Judgement(ids[0], ids[1], decided, who, parsed.GetRequiredValue(reason), 1));
            }
            catch (ArgumentException error)
            {
                throw new UsageException(error.Message);
            }
            open.Reconcile();
        }
        foreach (Judgement judgement in open.Judgements(ids[0]))
        {
            string state = judgement.WithdrawnAt is { } at ? $", withdrawn {at:yyyy-MM-dd}" : "";
            surroundings.Out.WriteLine($"{judgement.Left} {judgement.Verdict.ToString().ToLowerInvariant()} {judgement.Right}  by {judgement.By}: {judgement.Reason}{state}");
        }
        return ExitCode.Done;
    }
}
