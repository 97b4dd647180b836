"""Data the program reads."""
