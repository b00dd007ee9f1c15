"""Our names wherever the desktop lists programs and windows: ours are told from others by them."""

from typing import Final

OUR_NAME: Final = "Coreapp"

APP_ID: Final = "io.github.coreapp.Coreapp"
"""The desktop file's name, which windows and notifications name as well."""
