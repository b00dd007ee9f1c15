"""Sitting breaks: a pure state machine that is told what happened and says what follows from it."""
