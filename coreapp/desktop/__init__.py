"""One adapter for each thing the desktop offers; they sense and carry out, and know no policy."""
