-- A grievance mechanism (M3).
CREATE TABLE mechanism (
    id TEXT NOT NULL PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    dialogue_code TEXT NOT NULL REFERENCES dialogue (code) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    partner_code TEXT,
    open_to TEXT NOT NULL,            -- JSON list
    anonymous_filing TEXT NOT NULL,
    anonymous_investigation TEXT NOT NULL,
    anonymous_handling TEXT NOT NULL,
    languages TEXT NOT NULL,          -- JSON list
    channels TEXT NOT NULL,           -- JSON list
    reach_deeper_tiers TEXT NOT NULL,
    awareness TEXT NOT NULL,
    access_reviewed_on TEXT,
    response_days INTEGER,
    investment TEXT NOT NULL,
    criteria TEXT NOT NULL            -- JSON object, by UNGP criterion
) STRICT;

-- A digital tool for surveys among workers (M4).
CREATE TABLE tool (
    id TEXT NOT NULL PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    dialogue_code TEXT NOT NULL REFERENCES dialogue (code) DEFERRABLE INITIALLY DEFERRED,
    provider TEXT NOT NULL,
    operator TEXT NOT NULL,
    focus TEXT NOT NULL,
    questions_by TEXT NOT NULL,       -- JSON list
    channels TEXT NOT NULL,           -- JSON list
    languages TEXT NOT NULL,          -- JSON list
    reading_needed TEXT NOT NULL,
    device_needed TEXT NOT NULL,
    anonymous TEXT NOT NULL,
    open_questions_pct INTEGER,
    results_seen_by TEXT NOT NULL,    -- JSON list
    workers_know_use TEXT NOT NULL,
    follow_up_to_workers TEXT NOT NULL,
    frequency TEXT NOT NULL,
    method_assessed TEXT NOT NULL,
    results_to_supplier TEXT NOT NULL,
    minimum_group_shown INTEGER
) STRICT;

-- Interviews with workers within an audit (M5).
CREATE TABLE audit_round (
    id TEXT NOT NULL PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    dialogue_code TEXT NOT NULL REFERENCES dialogue (code) DEFERRABLE INITIALLY DEFERRED,
    auditor TEXT NOT NULL,
    individual TEXT NOT NULL,
    "group" TEXT NOT NULL,
    topics TEXT NOT NULL,             -- JSON list
    voluntary TEXT NOT NULL,
    place TEXT NOT NULL,
    notice TEXT NOT NULL,
    selected_by TEXT NOT NULL,
    minutes_per_talk INTEGER,
    joint_talks_possible TEXT NOT NULL,
    fits_dialogue TEXT NOT NULL,
    coaching_signs TEXT NOT NULL,
    report_back_to_workers TEXT NOT NULL
) STRICT;

CREATE INDEX mechanism_by_dialogue ON mechanism (dialogue_code);

CREATE INDEX tool_by_dialogue ON tool (dialogue_code);

CREATE INDEX audit_round_by_dialogue ON audit_round (dialogue_code);
