"""The figure as data: a skeleton, its poses and how it moves from one to the next."""
