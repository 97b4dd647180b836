-- One dialogue with workers about one supplier. What belongs to it cannot stay behind without it.
CREATE TABLE dialogue (
    id TEXT NOT NULL PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    company_code TEXT,
    supplier_code TEXT NOT NULL,
    site_code TEXT,
    partner_codes TEXT NOT NULL,      -- JSON list
    theme_ids TEXT NOT NULL,          -- JSON list
    purpose TEXT NOT NULL,
    dd_step TEXT NOT NULL,            -- JSON list
    decision_to_inform TEXT NOT NULL,
    decision_owner_role TEXT NOT NULL,
    decision_due TEXT,
    co_hosts TEXT NOT NULL,           -- JSON list
    method_uses TEXT NOT NULL,        -- JSON list
    checks TEXT NOT NULL,             -- JSON list
    cancelled_on TEXT
) STRICT;

-- The answers about a site, one assessment for each dialogue.
CREATE TABLE assessment (
    id TEXT NOT NULL PRIMARY KEY,
    dialogue_code TEXT NOT NULL UNIQUE
        REFERENCES dialogue (code) DEFERRABLE INITIALLY DEFERRED,
    answers TEXT NOT NULL,            -- JSON object
    barriers TEXT NOT NULL,           -- JSON object, by barrier
    rights TEXT NOT NULL,             -- JSON list
    assessed_on TEXT,
    assessor_role TEXT NOT NULL,
    result TEXT                       -- JSON object: the advice as it stood that day
) STRICT;

-- One talk, visit, wave or batch, with its logistics.
CREATE TABLE session (
    id TEXT NOT NULL PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    dialogue_code TEXT NOT NULL REFERENCES dialogue (code) DEFERRABLE INITIALLY DEFERRED,
    method TEXT NOT NULL,
    date TEXT,
    start TEXT,                       -- wall clock at the place
    "end" TEXT,
    time_zone TEXT NOT NULL,          -- IANA name
    form TEXT NOT NULL,
    group_layout TEXT NOT NULL,
    max_minutes INTEGER,
    breaks INTEGER,
    status TEXT NOT NULL,
    risk_level TEXT NOT NULL,
    risk_reviewed_on TEXT,
    reviewer_role TEXT NOT NULL,
    stop_signal TEXT NOT NULL,
    abort_plan TEXT NOT NULL,
    partner_code TEXT,
    selection TEXT NOT NULL,          -- JSON from here on
    groups TEXT NOT NULL,
    participant_codes TEXT NOT NULL,
    hops TEXT NOT NULL,
    interpreters TEXT NOT NULL,
    facilitators TEXT NOT NULL,
    listeners TEXT NOT NULL,
    present_persons TEXT NOT NULL,
    venue TEXT NOT NULL,
    trips TEXT NOT NULL,
    meals TEXT NOT NULL,
    childcare TEXT NOT NULL,
    compensations TEXT NOT NULL,
    cost_lines TEXT NOT NULL,
    employer_absence TEXT NOT NULL,
    checks TEXT NOT NULL,
    consents TEXT NOT NULL,
    raw_notes TEXT NOT NULL
) STRICT;

CREATE INDEX session_by_dialogue ON session (dialogue_code, date);

CREATE INDEX session_by_status ON session (status, date);
