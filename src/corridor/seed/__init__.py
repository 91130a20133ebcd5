"""Builds what the project ships in `data/` from the source files it was given."""
