"""A brief as a file: paper, slide, mail."""
