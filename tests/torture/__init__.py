"""The store under attack: many writers, `kill -9`, a full disk, and what reaches the disk when."""
