-- Who changed what and when: the names of fields, never what they hold.
CREATE TABLE change_log (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,                 -- UTC
    by_role TEXT NOT NULL,
    kind TEXT NOT NULL,               -- name of a table
    code TEXT NOT NULL,               -- D-01/I3 where a code holds within a dialogue
    fields TEXT NOT NULL              -- JSON list
) STRICT;

CREATE INDEX change_log_by_object ON change_log (kind, code);

-- That something was deleted, without what it held.
CREATE TABLE deletion_log (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    by_role TEXT NOT NULL,
    kind TEXT NOT NULL,
    code TEXT NOT NULL
) STRICT;

-- That something left the file.
CREATE TABLE export_log (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    by_role TEXT NOT NULL,
    kind TEXT NOT NULL,               -- the kind of file that was written
    code TEXT NOT NULL
) STRICT;

-- Neutral settings of this file, such as the day a sample lives on.
CREATE TABLE setting (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
