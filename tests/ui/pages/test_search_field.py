"""The field that is searched in: a short hint where the long one would be cut off."""

from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from coreapp.ui.pages.search_field import SearchField
from tests.fakes.shipped import shipped_theme

KEYS = QKeySequence("Ctrl+F")
HINT = "Search, in any language"


def test_the_hint_is_short_where_there_is_no_room(qtbot: QtBot) -> None:
    field = SearchField(shipped_theme(), HINT, KEYS, "Search")
    qtbot.addWidget(field)
    field.resize(400, 40)
    field.show()
    assert field.placeholderText() == HINT

    field.resize(190, 40)
    assert field.placeholderText() == "Search"
    assert field.accessibleName() == HINT

    field.resize(400, 40)
    assert field.placeholderText() == HINT


def test_without_a_short_one_the_hint_stays(qtbot: QtBot) -> None:
    field = SearchField(shipped_theme(), HINT, KEYS)
    qtbot.addWidget(field)
    field.resize(120, 40)
    field.show()
    assert field.placeholderText() == HINT
