-- One fact that workers shared. The number is for the search alone.
CREATE TABLE insight (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    code TEXT NOT NULL,
    dialogue_code TEXT NOT NULL REFERENCES dialogue (code) DEFERRABLE INITIALLY DEFERRED,
    theme TEXT NOT NULL,
    subtheme TEXT NOT NULL,
    other_subthemes TEXT NOT NULL,    -- JSON list
    polarity TEXT NOT NULL,
    fact_text TEXT NOT NULL,
    period TEXT,                      -- 2026-H1
    time_frame TEXT NOT NULL,
    scale INTEGER,
    scope INTEGER,
    irremediable INTEGER,
    evidence TEXT NOT NULL,
    sources TEXT NOT NULL,            -- JSON object: how many, by kind of source
    reach TEXT NOT NULL,
    group_class TEXT,                 -- JSON object
    group_ids TEXT NOT NULL,          -- JSON list
    people_behind INTEGER,
    teams_behind INTEGER,
    survey_share_pct INTEGER,
    survey_answers INTEGER,
    worker_priority INTEGER,
    suggestion_by_workers TEXT NOT NULL,
    not_found_by_audit TEXT NOT NULL,
    not_found_reason TEXT NOT NULL,
    root_cause_idea TEXT NOT NULL,    -- JSON list
    print_text TEXT NOT NULL,         -- JSON object, by language
    print_suggestion TEXT NOT NULL,   -- JSON object, by language
    closeness TEXT NOT NULL,
    use_route TEXT NOT NULL,
    status TEXT NOT NULL,
    source_decision TEXT,             -- JSON object
    corroborations TEXT NOT NULL,     -- JSON list
    UNIQUE (dialogue_code, code)
) STRICT;

CREATE INDEX insight_by_status ON insight (dialogue_code, status);
