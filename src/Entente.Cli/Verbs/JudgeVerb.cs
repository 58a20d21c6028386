using System.CommandLine;
using Entente.Claims;
using Entente.Storage;

namespace Entente.Cli.Verbs;

/// <summary><c>entente judge</c>: a person says whether two claims are about the same thing, or that one is wrong, or takes that back.</summary>
internal sealed class JudgeVerb : IVerb
{
    private readonly Argument<string[]> claims = new("CLAIM") { Description = "Ids of two claims, as 'entente ask --ids' shows them; one id shows what was judged of it", Arity = new ArgumentArity(1, 2) };
    private readonly Option<string?> verdict = new("--verdict") { Description = "Of two claims: same, different, contradicts or unsure; of one: wrong, where the report does not say it", HelpName = "VERDICT" };
    private readonly Option<string> by = new("--by") { Description = "Who judges", HelpName = "NAME", DefaultValueFactory = _ => "user" };
    private readonly Option<string> reason = new("--reason") { Description = "Why", HelpName = "WORDS", DefaultValueFactory = _ => "" };
    private readonly Option<bool> withdraw = new("--withdraw") { Description = "Take back what was judged" };
    private readonly Option<string> ledger = CommonOptions.Ledger();

    /// <inheritdoc/>
    public Command Build(Surroundings surroundings)
    {
        verdict.AcceptOnlyFromAmong("same", "different", "contradicts", "unsure", "wrong");
        Command command = new("judge", "Say whether two claims are about the same thing") { claims, verdict, by, reason, withdraw, ledger };
        command.SetAction(parsed => Run(parsed, surroundings));
        return command;
    }

    private int Run(ParseResult parsed, Surroundings surroundings)
    {
        string[] ids = parsed.GetRequiredValue(claims);
        bool marks = ids.Length == 1 && (parsed.GetValue(verdict) is not null || parsed.GetValue(withdraw));
        if (marks && parsed.GetValue(verdict) is not (null or "wrong")) throw new UsageException("of one claim say --verdict wrong; the other verdicts are about two");
        if (ids.Length == 2 && parsed.GetValue(verdict) == "wrong") throw new UsageException("--verdict wrong is about one claim");
        // A wrong claim is told apart from itself.
        if (marks) ids = [ids[0], ids[0]];
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
            string name = marks ? "different" : parsed.GetValue(verdict) ?? throw new UsageException("say --verdict same, different, contradicts or unsure, or --withdraw");
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
            string what = judgement.Left == judgement.Right ? $"{judgement.Left} wrong" : $"{judgement.Left} {judgement.Verdict.ToString().ToLowerInvariant()} {judgement.Right}";
            surroundings.Out.WriteLine($"{what}  by {judgement.By}: {judgement.Reason}{state}");
        }
        return ExitCode.Done;
    }
}
