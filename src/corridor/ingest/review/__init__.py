"""A checked file beside the store: compared, matched, decided, confirmed; and lists to hide."""
