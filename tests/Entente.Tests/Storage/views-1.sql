-- Views for others' SQL, the same in both databases; AGGREGATE is group_concat or string_agg. Their columns never change without a new version.
CREATE VIEW claim_texts AS
SELECT c.claim, c.id, c.kind, c.status, c.speaker, c.confidence, r.id AS report_id, r.title, r.publisher, r.published, r.url, r.source,
    (SELECT e.quote FROM evidence e WHERE e.claim = c.claim ORDER BY e.evidence LIMIT 1) AS quote,
    (SELECT f.id FROM fact_claims fc JOIN facts f ON f.fact = fc.fact WHERE fc.claim = c.claim) AS fact_id
FROM claims c JOIN reports r ON r.report = c.report;

CREATE VIEW events AS
SELECT t.*, c.type, AGGREGATE(source) AS source_actors, AGGREGATE(target) AS target_actors, c.date, c.first_day, c.last_day, c.place, c.format, c.mode, c.contexts, c.cameo
FROM claim_texts t JOIN claims c ON c.claim = t.claim WHERE c.kind = 'event';

CREATE VIEW agreements AS
SELECT t.*, c.type, c.subject, AGGREGATE(party) AS parties, c.count, c.date, c.first_day, c.last_day, c.until, c.value, c.currency
FROM claim_texts t JOIN claims c ON c.claim = t.claim WHERE c.kind = 'agreement';

CREATE VIEW figures AS
SELECT t.*, c.type AS measure, AGGREGATE(party) AS parties, AGGREGATE(from) AS from_actors, AGGREGATE(to) AS to_actors, c.value, c.unit, c.comparator, c.period, c.rate,
    c.first_day, c.last_day, c.change_pct, c.commodity, c.due
FROM claim_texts t JOIN claims c ON c.claim = t.claim WHERE c.kind = 'figure';

CREATE VIEW transfers AS
SELECT t.*, AGGREGATE(from) AS from_actors, AGGREGATE(to) AS to_actors, c.commodity, c.quantity, c.unit, c.value, c.currency, c.period, c.rate, c.first_day, c.last_day, c.via, c.terms
FROM claim_texts t JOIN claims c ON c.claim = t.claim WHERE c.kind = 'transfer';

CREATE VIEW projects AS
SELECT t.*, c.subject AS name, AGGREGATE(party) AS parties, c.sector, c.capacity, c.cost
FROM claim_texts t JOIN claims c ON c.claim = t.claim WHERE c.kind = 'project';

CREATE VIEW relations AS
SELECT t.*, c.type, AGGREGATE(party) AS parties, c.since
FROM claim_texts t JOIN claims c ON c.claim = t.claim WHERE c.kind = 'relation';

CREATE VIEW offices AS
SELECT t.*, c.person, c.office, AGGREGATE(state) AS state
FROM claim_texts t JOIN claims c ON c.claim = t.claim WHERE c.kind = 'office';

CREATE VIEW contradictions AS
SELECT j.left_id, j.right_id, j.reason, j.made_by, j.made_at FROM judgements j WHERE j.verdict = 'contradicts' AND j.withdrawn_at IS NULL;
