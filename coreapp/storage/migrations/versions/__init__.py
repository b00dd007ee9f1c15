"""Each step stands alone: it imports nothing of the program, whose tables will have changed."""
