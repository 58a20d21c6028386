-- Version 3: what each report was last read with, so that a run that was broken off goes on where it stopped, and what servers said of addresses,
-- so that what has not changed is not sent again.
CREATE TABLE readings (report INTEGER PRIMARY KEY, stamp TEXT NOT NULL);
CREATE TABLE fetches (address TEXT PRIMARY KEY, stamp TEXT NOT NULL, etag TEXT, modified TEXT);
