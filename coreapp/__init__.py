"""Coreapp: guided core exercise and sitting breaks, one library, one log, one plan."""

__version__ = "0.1.0"
