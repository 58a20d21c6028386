-- Version 1 of the ledger in SQLite. Columns that are words of claims.md keep their names.
CREATE TABLE reports (
    report INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL,
    input_id TEXT,
    title TEXT,
    publisher TEXT,
    author TEXT,
    url TEXT,
    published TEXT,
    language TEXT NOT NULL,
    text_id TEXT NOT NULL,
    read_at TEXT NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX reports_published ON reports (published);

CREATE TABLE claims (
    claim INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    report INTEGER NOT NULL REFERENCES reports (report),
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    speaker TEXT,
    confidence REAL NOT NULL,
    topic INTEGER NOT NULL,
    first_day TEXT,
    last_day TEXT,
    type TEXT,
    subject TEXT,
    date TEXT,
    period TEXT,
    rate TEXT,
    since TEXT,
    until TEXT,
    due TEXT,
    place TEXT,
    format TEXT,
    mode TEXT,
    contexts TEXT,
    cameo TEXT,
    count INTEGER,
    quantity REAL,
    value REAL,
    unit TEXT,
    currency TEXT,
    comparator TEXT,
    change_pct REAL,
    commodity TEXT,
    via TEXT,
    terms TEXT,
    sector TEXT,
    capacity TEXT,
    cost TEXT,
    person TEXT,
    office TEXT
);
CREATE INDEX claims_report ON claims (report);
CREATE INDEX claims_topic ON claims (topic);
CREATE INDEX claims_place ON claims (lower(place)) WHERE place IS NOT NULL;

CREATE TABLE claim_actors (
    claim INTEGER NOT NULL,
    place INTEGER NOT NULL,
    role TEXT NOT NULL,
    actor TEXT NOT NULL,
    PRIMARY KEY (claim, place)
) WITHOUT ROWID;

CREATE TABLE evidence (
    evidence INTEGER PRIMARY KEY,
    claim INTEGER NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    quote TEXT NOT NULL
);
CREATE INDEX evidence_claim ON evidence (claim);

CREATE TABLE mentions (
    claim INTEGER NOT NULL,
    place INTEGER NOT NULL,
    actor TEXT NOT NULL,
    name TEXT,
    office TEXT,
    role TEXT,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    PRIMARY KEY (claim, place)
) WITHOUT ROWID;

CREATE TABLE facts (
    fact INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    topic INTEGER NOT NULL,
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    happens TEXT,
    day INTEGER NOT NULL,
    claims INTEGER NOT NULL,
    reports INTEGER NOT NULL,
    independent INTEGER NOT NULL,
    disputed INTEGER NOT NULL,
    promised INTEGER NOT NULL,
    digest INTEGER NOT NULL
);
CREATE INDEX facts_topic ON facts (topic);

CREATE TABLE fact_claims (
    claim INTEGER PRIMARY KEY,
    fact INTEGER NOT NULL,
    rank INTEGER NOT NULL
);
CREATE INDEX fact_claims_fact ON fact_claims (fact, rank);

-- Where all claims (a and b empty), those of an actor (b empty) and those of a pair (a before b) are, by day: what dossiers and questions go through.
CREATE TABLE claim_scope (
    a TEXT NOT NULL,
    b TEXT NOT NULL,
    day INTEGER NOT NULL,
    claim INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    status INTEGER NOT NULL,
    best INTEGER NOT NULL,
    promised INTEGER NOT NULL,
    report INTEGER NOT NULL,
    type TEXT,
    PRIMARY KEY (a, b, day, claim)
) WITHOUT ROWID;

CREATE TABLE judgements (
    judgement INTEGER PRIMARY KEY,
    left_id TEXT NOT NULL,
    right_id TEXT NOT NULL,
    topic INTEGER NOT NULL,
    verdict TEXT NOT NULL,
    made_by TEXT NOT NULL,
    reason TEXT NOT NULL,
    actors TEXT,
    score REAL NOT NULL,
    made_at TEXT NOT NULL,
    withdrawn_at TEXT
);
CREATE INDEX judgements_topic ON judgements (topic);
CREATE INDEX judgements_left ON judgements (left_id);
CREATE INDEX judgements_right ON judgements (right_id);
CREATE INDEX judgements_contradictions ON judgements (judgement) WHERE verdict = 'contradicts' AND withdrawn_at IS NULL;

-- Topics with claims that no fact holds yet.
CREATE TABLE pending (topic INTEGER PRIMARY KEY);

CREATE VIRTUAL TABLE evidence_words USING fts5 (quote, content = 'evidence', content_rowid = 'evidence', tokenize = 'unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE report_words USING fts5 (title, text, content = 'reports', content_rowid = 'report', tokenize = 'unicode61 remove_diacritics 2');
