-- Version 3: what each report was last read with, so that a run that was broken off goes on where it stopped, and what servers said of addresses,
-- so that what has not changed is not sent again.
CREATE TABLE readings (report bigint PRIMARY KEY, stamp text NOT NULL);
CREATE TABLE fetches (address text PRIMARY KEY, stamp text NOT NULL, etag text, modified text);
