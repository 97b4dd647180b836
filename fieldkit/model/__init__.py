"""Frozen records and their vocabularies: what the work is about. Knows nothing else."""
