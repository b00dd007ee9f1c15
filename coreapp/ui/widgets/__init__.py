"""The parts that pages are made of; each paints itself from the theme and can be read aloud."""
