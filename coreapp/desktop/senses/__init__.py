"""What this desktop can tell: hands, lock, sleep, and the reasons to hold breaks back."""
