"""Draws the bodies and things that `coreapp.domain.figure` places."""
