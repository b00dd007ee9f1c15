"""Rows to domain objects and back, one module for each kind of record: `work` has all of them."""
