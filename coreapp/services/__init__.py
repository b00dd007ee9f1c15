"""Use cases and the ports they need; what the windows and the command line call."""
