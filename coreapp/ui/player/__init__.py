"""The window a session is played in."""
