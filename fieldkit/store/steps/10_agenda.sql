-- What Today and the list of dialogues ask of sessions and insights stands in the indexes: the rows are long.
DROP INDEX session_by_dialogue;

CREATE INDEX session_by_dialogue ON session (dialogue_code, date, status, risk_level, code);

DROP INDEX session_by_status;

CREATE INDEX session_by_status ON session (status, date, dialogue_code, code);

DROP INDEX insight_by_status;

CREATE INDEX insight_by_status ON insight (dialogue_code, status, use_route);

-- How each session stands with the checks on reprisal, copied from its answers.
CREATE TABLE reprisal_check (
    session_code TEXT NOT NULL,
    item TEXT NOT NULL,               -- SC-39a after two weeks, SC-39b after six
    status TEXT NOT NULL,
    PRIMARY KEY (session_code, item)
) STRICT, WITHOUT ROWID;

INSERT OR REPLACE INTO reprisal_check (session_code, item, status)
SELECT code, value ->> '$.item', coalesce(value ->> '$.status', 'open')
FROM session, json_each(session.checks)
WHERE value ->> '$.item' IN ('SC-39a', 'SC-39b');

CREATE TRIGGER reprisal_check_added AFTER INSERT ON session BEGIN
    INSERT OR REPLACE INTO reprisal_check (session_code, item, status)
    SELECT new.code, value ->> '$.item', coalesce(value ->> '$.status', 'open')
    FROM json_each(new.checks)
    WHERE value ->> '$.item' IN ('SC-39a', 'SC-39b');
END;

CREATE TRIGGER reprisal_check_removed AFTER DELETE ON session BEGIN
    DELETE FROM reprisal_check WHERE session_code = old.code;
END;

CREATE TRIGGER reprisal_check_changed AFTER UPDATE OF code, checks ON session BEGIN
    DELETE FROM reprisal_check WHERE session_code = old.code;
    INSERT OR REPLACE INTO reprisal_check (session_code, item, status)
    SELECT new.code, value ->> '$.item', coalesce(value ->> '$.status', 'open')
    FROM json_each(new.checks)
    WHERE value ->> '$.item' IN ('SC-39a', 'SC-39b');
END;
