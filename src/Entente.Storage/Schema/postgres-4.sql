-- Version 4: several programs add and compare at a time. Keys come from sequences, fifty at a time (Keys.cs); that a claim's report is there is seen
-- to by the program, as in SQLite, and no longer looked up and locked for each claim.
CREATE SEQUENCE reports_keys INCREMENT BY 50;
CREATE SEQUENCE claims_keys INCREMENT BY 50;
CREATE SEQUENCE evidence_keys INCREMENT BY 50;
CREATE SEQUENCE judgements_keys INCREMENT BY 50;
SELECT setval('reports_keys', (SELECT coalesce(max(report), 0) + 1 FROM reports), false), setval('claims_keys', (SELECT coalesce(max(claim), 0) + 1 FROM claims), false),
    setval('evidence_keys', (SELECT coalesce(max(evidence), 0) + 1 FROM evidence), false), setval('judgements_keys', (SELECT coalesce(max(judgement), 0) + 1 FROM judgements), false);
ALTER TABLE claims DROP CONSTRAINT claims_report_fkey;
