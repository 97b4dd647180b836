-- The words of insights, as the search reads them.
CREATE VIEW insight_words AS
SELECT number, fact_text, suggestion_by_workers,
       print_text ->> '$.en' AS print_text_en,
       print_text ->> '$.nl' AS print_text_nl,
       print_suggestion ->> '$.en' AS print_suggestion_en,
       print_suggestion ->> '$.nl' AS print_suggestion_nl
FROM insight;

-- Keeps no text of its own. Accents do not count; vowel signs of Indian scripts belong to their word.
CREATE VIRTUAL TABLE insight_search USING fts5 (
    fact_text, suggestion_by_workers,
    print_text_en, print_text_nl, print_suggestion_en, print_suggestion_nl,
    content = 'insight_words', content_rowid = 'number',
    tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co M*'"
);

-- What is taken out of the index leaves no trace in it.
INSERT INTO insight_search (insight_search, rank) VALUES ('secure-delete', 1);

CREATE TRIGGER insight_words_added AFTER INSERT ON insight BEGIN
    INSERT INTO insight_search (
        rowid, fact_text, suggestion_by_workers,
        print_text_en, print_text_nl, print_suggestion_en, print_suggestion_nl
    ) VALUES (
        new.number, new.fact_text, new.suggestion_by_workers,
        new.print_text ->> '$.en', new.print_text ->> '$.nl',
        new.print_suggestion ->> '$.en', new.print_suggestion ->> '$.nl'
    );
END;

CREATE TRIGGER insight_words_removed AFTER DELETE ON insight BEGIN
    INSERT INTO insight_search (
        insight_search, rowid, fact_text, suggestion_by_workers,
        print_text_en, print_text_nl, print_suggestion_en, print_suggestion_nl
    ) VALUES (
        'delete', old.number, old.fact_text, old.suggestion_by_workers,
        old.print_text ->> '$.en', old.print_text ->> '$.nl',
        old.print_suggestion ->> '$.en', old.print_suggestion ->> '$.nl'
    );
END;

CREATE TRIGGER insight_words_changed
AFTER UPDATE OF fact_text, suggestion_by_workers, print_text, print_suggestion ON insight BEGIN
    INSERT INTO insight_search (
        insight_search, rowid, fact_text, suggestion_by_workers,
        print_text_en, print_text_nl, print_suggestion_en, print_suggestion_nl
    ) VALUES (
        'delete', old.number, old.fact_text, old.suggestion_by_workers,
        old.print_text ->> '$.en', old.print_text ->> '$.nl',
        old.print_suggestion ->> '$.en', old.print_suggestion ->> '$.nl'
    );
    INSERT INTO insight_search (
        rowid, fact_text, suggestion_by_workers,
        print_text_en, print_text_nl, print_suggestion_en, print_suggestion_nl
    ) VALUES (
        new.number, new.fact_text, new.suggestion_by_workers,
        new.print_text ->> '$.en', new.print_text ->> '$.nl',
        new.print_suggestion ->> '$.en', new.print_suggestion ->> '$.nl'
    );
END;
