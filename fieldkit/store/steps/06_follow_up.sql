-- What one dialogue's brief to one supplier will hold.
CREATE TABLE brief_plan (
    id TEXT NOT NULL PRIMARY KEY,
    dialogue_code TEXT NOT NULL REFERENCES dialogue (code) DEFERRABLE INITIALLY DEFERRED,
    supplier_code TEXT NOT NULL,
    title TEXT NOT NULL,              -- JSON from here on
    themes TEXT NOT NULL,
    question_ids TEXT NOT NULL,
    own_questions TEXT NOT NULL,
    benefits TEXT NOT NULL,
    goes_well TEXT NOT NULL,
    own_share TEXT NOT NULL,
    context_sheet TEXT NOT NULL,
    vocabulary_approvals TEXT NOT NULL,
    accepted_marks TEXT NOT NULL,
    second_reader TEXT,
    partner_yes TEXT,
    UNIQUE (dialogue_code, supplier_code)
) STRICT;

-- A brief that left: exactly what the supplier could read.
CREATE TABLE brief (
    id TEXT NOT NULL PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    dialogue_code TEXT NOT NULL REFERENCES dialogue (code) DEFERRABLE INITIALLY DEFERRED,
    supplier_code TEXT NOT NULL,
    created TEXT NOT NULL,
    language TEXT NOT NULL,
    sections TEXT NOT NULL,           -- JSON object: the printed fields
    outcome_mix TEXT NOT NULL,        -- JSON object: how many, by outcome
    released TEXT NOT NULL,           -- JSON list: what each insight told
    hash TEXT NOT NULL,               -- SHA-256 of the PDF
    exported_by_role TEXT NOT NULL,
    export_count INTEGER NOT NULL,
    recalled_on TEXT
) STRICT;

CREATE INDEX brief_by_dialogue ON brief (dialogue_code);

CREATE INDEX brief_by_supplier ON brief (supplier_code);

-- A conversation with the supplier.
CREATE TABLE talk (
    id TEXT NOT NULL PRIMARY KEY,
    code TEXT NOT NULL,
    dialogue_code TEXT NOT NULL REFERENCES dialogue (code) DEFERRABLE INITIALLY DEFERRED,
    date TEXT NOT NULL,
    roles_present TEXT NOT NULL,      -- JSON list
    supplier_view TEXT NOT NULL,
    concerns TEXT NOT NULL,
    asked_for_source TEXT NOT NULL,
    answer_given TEXT NOT NULL,
    relation_before INTEGER,
    relation_after INTEGER,
    next_date TEXT,
    UNIQUE (dialogue_code, code)
) STRICT;

-- A step agreed or proposed.
CREATE TABLE action (
    id TEXT NOT NULL PRIMARY KEY,
    code TEXT NOT NULL,
    dialogue_code TEXT NOT NULL REFERENCES dialogue (code) DEFERRABLE INITIALLY DEFERRED,
    text TEXT NOT NULL,               -- JSON object, by language
    insight_codes TEXT NOT NULL,      -- JSON list
    owner TEXT NOT NULL,
    worker_priority INTEGER,
    due TEXT,
    look_again TEXT,
    evidence_of_result TEXT NOT NULL, -- JSON object, by language
    in_brief INTEGER NOT NULL,        -- 1: yes
    status TEXT NOT NULL,
    dropped_reason TEXT NOT NULL,
    UNIQUE (dialogue_code, code)
) STRICT;

-- Word back to workers.
CREATE TABLE feedback (
    id TEXT NOT NULL PRIMARY KEY,
    code TEXT NOT NULL,
    dialogue_code TEXT NOT NULL REFERENCES dialogue (code) DEFERRABLE INITIALLY DEFERRED,
    session_code TEXT,
    channel TEXT NOT NULL,
    date TEXT,
    due TEXT,
    content TEXT NOT NULL,
    reaction TEXT NOT NULL,
    satisfied INTEGER,
    UNIQUE (dialogue_code, code)
) STRICT;

-- Something that harmed or may harm people around a dialogue.
CREATE TABLE incident (
    id TEXT NOT NULL PRIMARY KEY,
    code TEXT NOT NULL,
    dialogue_code TEXT NOT NULL REFERENCES dialogue (code) DEFERRABLE INITIALLY DEFERRED,
    session_code TEXT,
    detected_on TEXT NOT NULL,
    type TEXT NOT NULL,
    against TEXT NOT NULL,
    severity INTEGER NOT NULL,
    reported_via TEXT NOT NULL,
    wishes_asked TEXT NOT NULL,
    actions TEXT NOT NULL,
    referrals TEXT NOT NULL,          -- JSON list
    escalation_deadline TEXT,
    brief_frozen TEXT NOT NULL,
    status TEXT NOT NULL,
    lessons TEXT NOT NULL,
    UNIQUE (dialogue_code, code)
) STRICT;
