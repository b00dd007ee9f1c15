"""File formats for taking data out and bringing it in."""
