"""What people see: the windows, their widgets and their look, in Qt Widgets."""
