"""Fieldkit: an offline organiser for worker dialogues in international supply chains.

All of the work, without a window: importable, scriptable, testable without Qt and without a network.
"""
