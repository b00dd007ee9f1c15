"""Qt models over domain objects."""
