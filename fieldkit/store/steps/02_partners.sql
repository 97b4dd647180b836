-- An organisation through which workers are heard.
CREATE TABLE partner (
    id TEXT NOT NULL PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL,
    name TEXT NOT NULL,
    aliases TEXT NOT NULL,            -- JSON list
    contact_person TEXT NOT NULL,
    contact TEXT NOT NULL,            -- JSON list
    years_active INTEGER,
    near_site TEXT,
    languages TEXT NOT NULL,          -- JSON list
    women_staff TEXT,
    independent_of_industry TEXT NOT NULL,
    worker_trust TEXT NOT NULL,
    company_trust TEXT NOT NULL,
    legitimacy_answers TEXT NOT NULL, -- JSON object, by question
    legitimacy_result TEXT NOT NULL,
    own_risk TEXT NOT NULL,
    own_risk_note TEXT NOT NULL
) STRICT;

-- What company and partner promised each other.
CREATE TABLE agreement (
    id TEXT NOT NULL PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    partner_code TEXT NOT NULL,
    start TEXT,
    months INTEGER,
    promises_company TEXT NOT NULL,
    no_interference TEXT,
    pace_set_by_partner TEXT,
    budget TEXT,                      -- JSON: minor units and currency
    confidentiality TEXT NOT NULL,
    data_owner TEXT NOT NULL,
    source_naming_consent TEXT NOT NULL,
    review_date TEXT,
    exit_terms TEXT NOT NULL
) STRICT;

-- A promise made to a partner, to workers or to a supplier.
CREATE TABLE promise (
    id TEXT NOT NULL PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    dialogue_code TEXT REFERENCES dialogue (code) DEFERRABLE INITIALLY DEFERRED,
    partner_code TEXT,
    "to" TEXT NOT NULL,
    text TEXT NOT NULL,
    due TEXT,
    kept TEXT NOT NULL
) STRICT;

CREATE INDEX promise_by_dialogue ON promise (dialogue_code);
