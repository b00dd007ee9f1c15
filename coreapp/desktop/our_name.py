"""Our names wherever the desktop lists programs and windows: ours are told from others by them."""

from typing import Final

OUR_NAME: Final = "Coreapp"

APP_ID: Final = "io.github.coreapp.Coreapp"
"""The desktop file's name, which windows, notifications and the entry for log-in give as well.

It is also the name of our icon: a desktop that does not know it shows none.
"""
