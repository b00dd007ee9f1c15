"""The rules of the program: plain Python, no clock, no files, no Qt, no SQL."""
