"""Draws the figures that `coreapp.domain.figure` places."""
