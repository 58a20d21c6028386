-- Version 1 of the ledger in PostgreSQL: the same tables and columns as in SQLite.
CREATE TABLE reports (
    report bigint PRIMARY KEY,
    id text NOT NULL UNIQUE,
    source text NOT NULL,
    input_id text,
    title text,
    publisher text,
    author text,
    url text,
    published text,
    language text NOT NULL,
    text_id text NOT NULL,
    read_at text NOT NULL,
    text text NOT NULL
);
CREATE INDEX reports_published ON reports (published);
CREATE INDEX report_words ON reports USING gin (to_tsvector('simple', left(coalesce(title, '') || ' ' || text, 500000)));

CREATE TABLE claims (
    claim bigint PRIMARY KEY,
    id text NOT NULL UNIQUE,
    report bigint NOT NULL REFERENCES reports (report),
    kind text NOT NULL,
    status text NOT NULL,
    speaker text,
    confidence double precision NOT NULL,
    topic bigint NOT NULL,
    first_day text,
    last_day text,
    type text,
    subject text,
    date text,
    period text,
    rate text,
    since text,
    until text,
    due text,
    place text,
    format text,
    mode text,
    contexts text,
    cameo text,
    count bigint,
    quantity double precision,
    value double precision,
    unit text,
    currency text,
    comparator text,
    change_pct double precision,
    commodity text,
    via text,
    terms text,
    sector text,
    capacity text,
    cost text,
    person text,
    office text
);
CREATE INDEX claims_report ON claims (report);
CREATE INDEX claims_topic ON claims (topic);
CREATE INDEX claims_place ON claims (lower(place)) WHERE place IS NOT NULL;

CREATE TABLE claim_actors (
    claim bigint NOT NULL,
    place bigint NOT NULL,
    role text NOT NULL,
    actor text NOT NULL,
    PRIMARY KEY (claim, place)
);

CREATE TABLE evidence (
    evidence bigint PRIMARY KEY,
    claim bigint NOT NULL,
    span_start bigint NOT NULL,
    span_end bigint NOT NULL,
    quote text NOT NULL
);
CREATE INDEX evidence_claim ON evidence (claim);
CREATE INDEX evidence_words ON evidence USING gin (to_tsvector('simple', quote));

CREATE TABLE mentions (
    claim bigint NOT NULL,
    place bigint NOT NULL,
    actor text NOT NULL,
    name text,
    office text,
    role text,
    span_start bigint NOT NULL,
    span_end bigint NOT NULL,
    PRIMARY KEY (claim, place)
);

CREATE TABLE facts (
    fact bigint PRIMARY KEY,
    id text NOT NULL UNIQUE,
    topic bigint NOT NULL,
    kind text NOT NULL,
    status text NOT NULL,
    happens text,
    day bigint NOT NULL,
    claims bigint NOT NULL,
    reports bigint NOT NULL,
    independent bigint NOT NULL,
    disputed bigint NOT NULL,
    promised bigint NOT NULL,
    digest bigint NOT NULL
);
CREATE INDEX facts_topic ON facts (topic);

CREATE TABLE fact_claims (
    claim bigint PRIMARY KEY,
    fact bigint NOT NULL,
    rank bigint NOT NULL
);
CREATE INDEX fact_claims_fact ON fact_claims (fact, rank);

CREATE TABLE claim_scope (
    a text COLLATE "C" NOT NULL,
    b text COLLATE "C" NOT NULL,
    day bigint NOT NULL,
    claim bigint NOT NULL,
    kind bigint NOT NULL,
    status bigint NOT NULL,
    best bigint NOT NULL,
    promised bigint NOT NULL,
    report bigint NOT NULL,
    type text,
    PRIMARY KEY (a, b, day, claim) INCLUDE (kind, status, best, promised, report, type)
);

CREATE TABLE judgements (
    judgement bigint PRIMARY KEY,
    left_id text NOT NULL,
    right_id text NOT NULL,
    topic bigint NOT NULL,
    verdict text NOT NULL,
    made_by text NOT NULL,
    reason text NOT NULL,
    actors text,
    score double precision NOT NULL,
    made_at text NOT NULL,
    withdrawn_at text
);
CREATE INDEX judgements_topic ON judgements (topic);
CREATE INDEX judgements_left ON judgements (left_id);
CREATE INDEX judgements_right ON judgements (right_id);
CREATE INDEX judgements_contradictions ON judgements (judgement) WHERE verdict = 'contradicts' AND withdrawn_at IS NULL;

CREATE TABLE pending (topic bigint PRIMARY KEY);
