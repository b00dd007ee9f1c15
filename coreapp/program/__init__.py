"""The windowed program: what ties windows, use cases, sitting breaks and the tray together."""
