"""The figures of Progress: pure functions of what the log adds up."""
