"""Sheets of paper: routines and exercises with their figures, as PDF or from a printer."""
