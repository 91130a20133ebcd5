"""What is looked at of every cell, row and place, and what is said of it."""
