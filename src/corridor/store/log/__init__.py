"""The log of the table: its entries, its commits, its checkpoints, and the one way to write it."""
