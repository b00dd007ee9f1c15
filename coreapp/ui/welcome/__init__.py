"""The first start: a few questions, one at a time, and one suggestion."""
