"""Charts: what is drawn, the widget that shows it, and the files it is saved as."""
