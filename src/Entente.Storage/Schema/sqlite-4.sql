-- Version 4 leaves SQLite as it is: one program writes at a time.
SELECT 1;
