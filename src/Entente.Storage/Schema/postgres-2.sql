-- Version 2: claims are found by actor as soon as they are added, facts by actor and kind, contradictions by actor; counts are kept; official
-- statistics are told from reports. The rows of what is there already are written by Migrations.To2.
CREATE TABLE statistics (report bigint PRIMARY KEY);

CREATE INDEX reports_heads ON reports (report, publisher, published);
CREATE INDEX reports_publisher ON reports (lower(publisher), report);
CREATE INDEX claims_amount ON claims (coalesce(value, quantity)) WHERE coalesce(value, quantity) IS NOT NULL;

-- Where all claims (a and b empty), those of an actor (b empty) and those of a pair (a before b) are, by day.
DROP TABLE claim_scope;
CREATE TABLE claim_scope (
    a text COLLATE "C" NOT NULL,
    b text COLLATE "C" NOT NULL,
    day bigint NOT NULL,
    claim bigint NOT NULL,
    kind bigint NOT NULL,
    status bigint NOT NULL,
    report bigint NOT NULL,
    type text,
    PRIMARY KEY (a, b, day, claim) INCLUDE (kind, status, report, type)
);

ALTER TABLE facts ADD COLUMN actors text NOT NULL DEFAULT '';
ALTER TABLE judgements ADD COLUMN day bigint NOT NULL DEFAULT 0;

-- The same for facts, by kind.
CREATE TABLE fact_scope (
    a text COLLATE "C" NOT NULL,
    b text COLLATE "C" NOT NULL,
    kind bigint NOT NULL,
    day bigint NOT NULL,
    fact bigint NOT NULL,
    promised bigint NOT NULL,
    PRIMARY KEY (a, b, kind, day, fact) INCLUDE (promised)
);

-- The same for standing contradictions.
CREATE TABLE contradiction_scope (
    a text COLLATE "C" NOT NULL,
    b text COLLATE "C" NOT NULL,
    day bigint NOT NULL,
    judgement bigint NOT NULL,
    PRIMARY KEY (a, b, day, judgement)
);

-- How many claims and facts of each kind there are; of kind 7, contradictions.
CREATE TABLE scope_counts (
    a text COLLATE "C" NOT NULL,
    b text COLLATE "C" NOT NULL,
    kind bigint NOT NULL,
    claims bigint NOT NULL,
    facts bigint NOT NULL,
    PRIMARY KEY (a, b, kind)
);
