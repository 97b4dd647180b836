"""Other files, in and out. Every one is checked whole before anything is written."""
