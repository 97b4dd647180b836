"""The session board: everything about one talk on one page, in sections that fold."""
