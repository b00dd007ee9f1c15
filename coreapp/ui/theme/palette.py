"""The palette of a theme: what Qt's own widgets and dialogs are painted with."""

from PySide6.QtGui import QColor, QPalette

from coreapp.ui.theme.tokens import Tokens


def make_palette(tokens: Tokens) -> QPalette:
    """Return the palette that belongs to the colours."""
    palette = QPalette()
    role = QPalette.ColorRole
    for which, colour in {
        role.Window: tokens.ground,
        role.WindowText: tokens.ink,
        role.Base: tokens.field,
        role.AlternateBase: tokens.card,
        role.Text: tokens.ink,
        role.Button: tokens.control,
        role.ButtonText: tokens.ink,
        role.BrightText: tokens.danger,
        role.Highlight: tokens.selected,
        role.HighlightedText: tokens.ink,
        role.Accent: tokens.accent,
        role.PlaceholderText: tokens.ink3,
        role.ToolTipBase: tokens.ink,
        role.ToolTipText: tokens.ground,
        role.Link: tokens.accent_text,
        role.LinkVisited: tokens.accent_text,
        role.Light: tokens.hover,
        role.Midlight: tokens.line,
        role.Mid: tokens.border,
        role.Dark: tokens.border,
        role.Shadow: QColor(tokens.shadow),
    }.items():
        palette.setColor(which, colour)
    for which in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, tokens.ink3)
    return palette
