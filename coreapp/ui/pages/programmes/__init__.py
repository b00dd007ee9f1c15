"""The programmes: their page, and what other pages show of them."""
