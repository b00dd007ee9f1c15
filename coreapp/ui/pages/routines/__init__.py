"""The routines."""
