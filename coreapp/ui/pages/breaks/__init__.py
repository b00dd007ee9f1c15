"""Sitting breaks."""
