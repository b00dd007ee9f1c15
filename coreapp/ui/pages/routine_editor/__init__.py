"""The page on which a routine of one's own is built, and its parts."""
