"""Internal prints: for the people who prepare and hold a talk, never for a supplier."""
