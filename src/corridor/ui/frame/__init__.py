"""What stands round every page: who looks, state and address, filter bar, kept answers, foot."""
