using Entente.Text;

namespace Entente.Claims;

/// <summary>
/// All claims that were read, with the facts and judgements made of them. An implementer guarantees: adding is idempotent by content; what one
/// call adds is there whole or not at all, also when the process is killed; several processes may use one ledger; facts depend on the claims
/// and on the judgements of persons alone. Not safe for several threads at a time.
/// </summary>
public interface ILedger : IDisposable
{
    /// <summary>Where it is kept, for messages.</summary>
    string Location { get; }

    /// <summary>
    /// Differs where what the ledger holds differs, whichever process wrote it; may differ where nothing changed. Says nothing about what another
    /// open ledger calls its versions.
    /// </summary>
    string Version { get; }

    /// <summary>
    /// From now on questions have this much time, all together or each by itself as the database can; what takes longer ends with a
    /// <see cref="System.Data.Common.DbException"/>. For ledgers that are opened for reading.
    /// </summary>
    void LimitTime(TimeSpan within);

    /// <summary>Adds reports with their claims. Of a report that is there already the claims are brought to those given.</summary>
    /// <returns>How many reports and claims were not there before.</returns>
    LedgerChange Add(IReadOnlyList<ReadReport> reports);

    /// <summary>Whether a report is there as it is now, and was read with this stamp (<see cref="ReadReport.Stamp"/>).</summary>
    bool Holds(Document document, string stamp);

    /// <summary>What the server said of an address when its reports were last read with this stamp; null if nothing is known.</summary>
    FetchMark? Fetched(string address, string stamp);

    /// <summary>Keeps what servers said of addresses whose reports are all in the ledger.</summary>
    void KeepFetches(IReadOnlyList<FetchMark> marks, string stamp);

    /// <summary>Joins what was added since to facts; without new claims it does nothing.</summary>
    /// <param name="progress">Is told how many topics are left, or null.</param>
    void Reconcile(Action<long>? progress = null);

    /// <summary>Claims, streamed.</summary>
    /// <exception cref="ArgumentException">There is no claim <see cref="ClaimQuery.After"/>, or it comes without a limit.</exception>
    IEnumerable<ReportedClaim> Claims(ClaimQuery query);

    /// <summary>Facts, the latest first.</summary>
    /// <exception cref="ArgumentException">There is no fact <see cref="FactQuery.After"/>.</exception>
    IReadOnlyList<Fact> Facts(FactQuery query);

    /// <summary>All facts of a kind with all their claims, streamed, in an order that is always the same.</summary>
    IEnumerable<Fact> AllFacts(string kind);

    /// <summary>How many claims and facts of each kind there are.</summary>
    /// <param name="actors">Actors that must all take part, at most two; none for the whole ledger.</param>
    LedgerCounts Count(IReadOnlyList<ActorCode> actors);

    /// <summary>Standing contradictions between claims, the latest first.</summary>
    /// <param name="actors">Actors that must all take part in one of the claims, at most two; none for all.</param>
    /// <param name="limit">How many at most.</param>
    IReadOnlyList<Contradiction> Contradictions(IReadOnlyList<ActorCode> actors, int limit = int.MaxValue);

    /// <summary>All judgements about a claim, withdrawn ones too, in the order in which they were made.</summary>
    IReadOnlyList<Judgement> Judgements(string claim);

    /// <summary>Keeps the judgement of a person, which withdraws that person's earlier one about the same two claims; facts change with the next <see cref="Reconcile"/>.</summary>
    /// <remarks>A claim that is different from itself is wrong: the report does not say it. It belongs to no fact, and stays where it is.</remarks>
    /// <exception cref="ArgumentException">There is no such claim, the two are one and not called different, or they can never be one fact (two topics).</exception>
    void Judge(Judgement judgement);

    /// <summary>Withdraws what a person judged about two claims.</summary>
    /// <returns>Whether there was such a judgement.</returns>
    bool Withdraw(string left, string right, string by);

    /// <summary>The text of a report, or null if there is no such report.</summary>
    string? TextOf(string report);

    /// <summary>What is known of a report, or null if there is no such report.</summary>
    Report? FindReport(string report);

    /// <summary>Reports, the latest published first.</summary>
    IReadOnlyList<Report> Reports(int limit, int offset = 0);

    /// <summary>Pairs of actors, those with the most claims first.</summary>
    /// <param name="actor">One of the two, or null for all pairs.</param>
    /// <param name="limit">How many at most.</param>
    IReadOnlyList<PairActivity> Pairs(ActorCode? actor, int limit);

    /// <summary>How many claims are about each month, by kind, in order; months without claims are left out.</summary>
    /// <param name="actors">Actors that must all take part, at most two; none for the whole ledger.</param>
    /// <param name="since">Months before that of this day are left out; null for all.</param>
    IReadOnlyList<MonthCount> Months(IReadOnlyList<ActorCode> actors, DateOnly? since = null);

    /// <summary>What persons corrected, withdrawn ones too, in the order in which it was made.</summary>
    /// <param name="report">Only in this report; null for all.</param>
    IReadOnlyList<Correction> Corrections(string? report = null);

    /// <summary>Keeps a correction and applies it to its report, now and whenever the report is read again; facts change with the next <see cref="Reconcile"/>.</summary>
    /// <exception cref="ArgumentException">The report does not make that claim, or the new quote is not in its text.</exception>
    Correction Correct(Correction correction);

    /// <summary>Withdraws a correction: the claim stands again as it was read.</summary>
    /// <returns>Whether there was such a standing correction.</returns>
    bool WithdrawCorrection(long number);

    /// <summary>Reports whose title or text holds the words, the best first; of very many, the best of those read last.</summary>
    IReadOnlyList<(Report Report, string Passage)> Search(string words, int limit);

    /// <summary>Runs a query that changes nothing, streamed; the views that it may use are in docs/ledger.md.</summary>
    /// <returns>The names of the columns, then the rows.</returns>
    (IReadOnlyList<string> Columns, IEnumerable<IReadOnlyList<object?>> Rows) Query(string sql);
}
