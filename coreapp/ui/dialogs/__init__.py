"""Dialogs; they open and never block."""
