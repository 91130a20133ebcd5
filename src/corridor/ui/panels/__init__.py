"""What pages are made of: a panel draws an answer, a page lays panels out."""
