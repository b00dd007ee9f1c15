"""The page of Progress: its figures, read from the log, and the words for them."""
