"""Statistics behind the findings: intervals, verdict table, bins, recurrence. Pure functions."""
