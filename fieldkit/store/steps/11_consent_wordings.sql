-- The lines of the consent card in the languages of the workers, typed once for each dialogue.
ALTER TABLE dialogue ADD COLUMN consent_wordings TEXT NOT NULL DEFAULT '[]';  -- JSON list
