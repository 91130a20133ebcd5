"""Answers as sentences: what a page, a report of an upload and the command line say alike."""
