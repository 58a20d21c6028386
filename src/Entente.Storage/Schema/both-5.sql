-- Version 5: what persons corrected belongs to the schema. Earlier programs made the table when it was first needed.
CREATE TABLE IF NOT EXISTS corrections (
    correction BIGINT PRIMARY KEY,
    report_id TEXT NOT NULL,
    was_id TEXT NOT NULL,
    was TEXT NOT NULL,
    now TEXT,
    made_by TEXT NOT NULL,
    reason TEXT NOT NULL,
    made_at TEXT NOT NULL,
    withdrawn_at TEXT
);
CREATE INDEX IF NOT EXISTS corrections_report ON corrections (report_id);
