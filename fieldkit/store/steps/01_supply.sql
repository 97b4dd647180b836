-- The buying company that sends the brief.
CREATE TABLE company (
    id TEXT NOT NULL PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    sector TEXT NOT NULL
) STRICT;

-- A company that sells to us.
CREATE TABLE supplier (
    id TEXT NOT NULL PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    aliases TEXT NOT NULL,            -- JSON list
    address TEXT NOT NULL,
    contact_role TEXT NOT NULL,
    contact_person TEXT NOT NULL,
    country TEXT NOT NULL,            -- ISO 3166-1 alpha-2
    union_attitude TEXT NOT NULL,
    cooperation TEXT NOT NULL,
    relation_years INTEGER,
    leverage TEXT,
    sites TEXT NOT NULL,               -- JSON list, each with its workforce groups
    labour_providers TEXT NOT NULL     -- JSON list
) STRICT;
