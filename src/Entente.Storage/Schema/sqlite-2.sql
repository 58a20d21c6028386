-- Version 2: claims are found by actor as soon as they are added, facts by actor and kind, contradictions by actor; counts are kept; official
-- statistics are told from reports. The rows of what is there already are written by Migrations.To2.
CREATE TABLE statistics (report INTEGER PRIMARY KEY);

CREATE INDEX reports_heads ON reports (report, publisher, published);
CREATE INDEX reports_publisher ON reports (lower(publisher), report);
CREATE INDEX claims_amount ON claims (coalesce(value, quantity)) WHERE coalesce(value, quantity) IS NOT NULL;

-- Where all claims (a and b empty), those of an actor (b empty) and those of a pair (a before b) are, by day.
DROP TABLE claim_scope;
CREATE TABLE claim_scope (
    a TEXT NOT NULL,
    b TEXT NOT NULL,
    day INTEGER NOT NULL,
    claim INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    status INTEGER NOT NULL,
    report INTEGER NOT NULL,
    type TEXT,
    PRIMARY KEY (a, b, day, claim)
) WITHOUT ROWID;

ALTER TABLE facts ADD COLUMN actors TEXT NOT NULL DEFAULT '';
ALTER TABLE judgements ADD COLUMN day INTEGER NOT NULL DEFAULT 0;

-- The same for facts, by kind.
CREATE TABLE fact_scope (
    a TEXT NOT NULL,
    b TEXT NOT NULL,
    kind INTEGER NOT NULL,
    day INTEGER NOT NULL,
    fact INTEGER NOT NULL,
    promised INTEGER NOT NULL,
    PRIMARY KEY (a, b, kind, day, fact)
) WITHOUT ROWID;

-- The same for standing contradictions.
CREATE TABLE contradiction_scope (
    a TEXT NOT NULL,
    b TEXT NOT NULL,
    day INTEGER NOT NULL,
    judgement INTEGER NOT NULL,
    PRIMARY KEY (a, b, day, judgement)
) WITHOUT ROWID;

-- How many claims and facts of each kind there are; of kind 7, contradictions.
CREATE TABLE scope_counts (
    a TEXT NOT NULL,
    b TEXT NOT NULL,
    kind INTEGER NOT NULL,
    claims INTEGER NOT NULL,
    facts INTEGER NOT NULL,
    PRIMARY KEY (a, b, kind)
) WITHOUT ROWID;
