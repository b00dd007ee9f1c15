"""Building a routine: a draft that is never changed but replaced, its edits, and the way back."""
