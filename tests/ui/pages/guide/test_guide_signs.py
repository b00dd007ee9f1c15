"""When to see a doctor: nineteen signs, and at once in words what they ask for."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from coreapp.domain.guide import WHEN_TO_SEE_A_DOCTOR
from coreapp.services.changes import Change
from coreapp.services.preferences import Preferences
from coreapp.ui.pages.guide.figure_tiles import FigureTile
from coreapp.ui.pages.guide.page import GuidePage
from coreapp.ui.pages.guide.sign_check import SignRow, VerdictPanel
from coreapp.ui.theme.fonts import Type
from tests.fakes.desktop import FakeStateFile
from tests.fakes.shell import FakeShell
from tests.fakes.shipped import shipped_art, shipped_guide, shipped_library, shipped_theme
from tests.ui.pages.desk import settle, texts
from tests.ui.walk import problems_in


class Checked:
    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.file = FakeStateFile()
        self.preferences = Preferences(self.file)
        self.theme = shipped_theme()
        guide = shipped_guide(self.preferences)
        self.page = GuidePage(
            self.theme, shipped_art(), shipped_library(), lambda: guide, FakeShell()
        )
        qtbot.addWidget(self.page)
        self.page.resize(1224, 860)
        self.page.show()
        self.open(WHEN_TO_SEE_A_DOCTOR)

    def open(self, article: str) -> None:
        self.page.show_part(article)
        self.page.become_seen()
        settle()

    def live_in(self, region: str) -> None:
        """Choose a country, of which the page is told."""
        self.preferences.change({"region": region})
        self.page.note(frozenset({Change.SETTINGS}))

    @property
    def rows(self) -> dict[str, SignRow]:
        settle()
        return {each.sign.id: each for each in self.page.findChildren(SignRow)}

    def tick(self, *signs: str) -> None:
        for sign in signs:
            row = self.rows[sign]
            self.page.ensureWidgetVisible(row)
            settle()
            # At the far end of the row: all of it can be hit.
            self.qtbot.mouseClick(
                row, Qt.MouseButton.LeftButton, pos=row.rect().bottomRight() / 1.1
            )
        settle()

    @property
    def panel(self) -> VerdictPanel:
        return self.page.panel

    @property
    def figures(self) -> list[FigureTile]:
        return [each for each in self.page.findChildren(FigureTile) if each.isVisible()]


@pytest.fixture
def checked(qtbot: QtBot) -> Iterator[Checked]:
    made = Checked(qtbot)
    yield made
    made.page.hide()


def test_all_nineteen_can_be_ticked_by_keys_and_are_read_aloud(checked: Checked) -> None:
    rows = checked.rows
    assert list(rows) == [f"RF-{number:02}" for number in range(1, 20)]
    assert all(row.isCheckable() for row in rows.values())
    assert min(row.height() for row in rows.values()) >= 48
    spoken = QAccessible.queryAccessibleInterface(rows["RF-01"])
    assert spoken.role() is QAccessible.Role.CheckBox
    assert spoken.text(QAccessible.Text.Name) == rows["RF-01"].sign.text

    rows["RF-01"].setFocus()
    checked.qtbot.keyClick(rows["RF-01"], Qt.Key.Key_Down)
    second = checked.rows["RF-02"]
    assert second.hasFocus()
    checked.qtbot.keyClick(second, Qt.Key.Key_Space)

    assert second.isChecked()
    assert "Get emergency help now." in checked.panel.text
    assert checked.panel.accessibleDescription().startswith("Get emergency help now.")


def test_before_anything_is_ticked_the_number_is_in_sight_and_nothing_asks_for_exercise(
    checked: Checked,
) -> None:
    assert checked.panel.isVisible()
    assert "In an emergency\n112" in checked.panel.text
    assert "If none of it is true, moving is usually safe." in checked.panel.text
    kinds = {each.property("kind") for each in checked.page.findChildren(type(checked.page._back))}
    assert "primary" not in kinds

    bar = checked.page.verticalScrollBar()
    for place in (0, bar.maximum()):  # wherever one reads
        bar.setValue(place)
        settle()
        foot = checked.panel.geometry()
        assert checked.page.rect().contains(foot)
        assert foot.top() >= checked.page.viewport().geometry().bottom()

    checked.open("sitting")
    assert not checked.panel.isVisible(), "another article has no verdict"
    assert checked.page.viewport().height() == checked.page.height()


LEVELS = (
    (("RF-01",), "Get emergency help now.", "Call 112."),
    (("RF-18",), "Get emergency help now.", "Call 112."),
    (("RF-06",), "See a doctor today.", "116117"),
    (("RF-09",), "See a doctor within days.", "Make an appointment"),
    (("RF-14",), "See a doctor or physiotherapist within weeks.", "easy level"),
    (("RF-15",), "Stop for today.", "Take it easy for a day"),
    (("RF-19",), "Ask before your first session.", "midwife"),
    (("RF-19", "RF-15", "RF-09"), "See a doctor within days.", "Make an appointment"),
    (("RF-14", "RF-03", "RF-06"), "Get emergency help now.", "Call 112."),
)


def test_the_highest_level_is_said_at_once_and_by_more_than_a_colour(checked: Checked) -> None:
    seen: dict[str, tuple[object, ...]] = {}
    for signs, level, step in LEVELS:
        checked.tick(*signs)

        assert level in checked.panel.text, signs
        assert step in checked.panel.text, signs
        icons = tuple(key for key, each in checked.panel._icons.items() if each.isVisible())
        assert len(icons) == 1, signs
        if len(signs) == 1:
            seen[signs[0]] = icons

        checked.tick(*signs)  # away again
    assert len({seen[sign] for sign in ("RF-01", "RF-09", "RF-15", "RF-19")}) == 4


def test_in_little_room_it_says_what_to_do_and_all_of_it_can_be_read(checked: Checked) -> None:
    panel, theme = checked.panel, checked.theme
    whole = panel.text

    theme.set_text_factor(2.0)
    checked.page.resize(848, 680)
    settle()
    lines = panel.text.split("\n")
    assert lines[0] == whole.split("\n")[0]
    assert lines[1:3] == ["In an emergency", "112"]

    for region in ("de", "other"):
        checked.live_in(region)
        for factor in (1.0, 2.0):
            theme.set_text_factor(factor)
            checked.tick("RF-01")
            inside = [each for each in problems_in(checked.page) if "VerdictPanel" in each]
            assert inside == [], (region, factor)
            assert checked.page.viewport().height() > 200
            assert "Call 112" in panel.text or region == "other"
            checked.tick("RF-01")

    checked.live_in("de")
    theme.set_text_factor(1.0)
    checked.page.resize(1224, 860)
    settle()
    assert panel.text == whole

    # An emergency names whom to call once.
    checked.preferences.change({"region": "other"})
    checked.tick("RF-01")
    assert checked.panel.text.count("local emergency number") == 2

    checked.theme.set_text_factor(2.0)
    checked.page.resize(848, 680)
    settle()

    assert checked.panel.text.count("local emergency number") == 1
    assert "112" in checked.panel.text.split("\n")
    checked.tick("RF-01")
    assert "or your local emergency number" in checked.panel.text


def test_in_an_emergency_the_number_of_the_country_is_big_and_no_exercise_is_offered(
    checked: Checked,
) -> None:
    before = checked.panel._number.height()
    assert checked.figures
    assert "Routines that go with it" in texts(checked.page)

    checked.tick("RF-02", "RF-09")
    assert checked.panel._number.height() > before
    assert checked.panel._number._kind is Type.FIGURE
    assert not checked.figures
    assert "Routines that go with it" not in texts(checked.page)

    # Taking ticks away takes the words back.
    checked.tick("RF-02")
    assert checked.figures
    assert "See a doctor within days." in checked.panel.text
    checked.tick("RF-09")
    assert "Tick what is true for you." in checked.panel.text

    # Another country has another number at once, and the ticks go with the page.
    checked.tick("RF-01", "RF-14")
    assert checked.file.document == {}, "nothing is stored"
    checked.live_in("us")
    before = dict(checked.file.document)
    assert "Call 911." in checked.panel.text
    assert checked.rows["RF-01"].isChecked()

    checked.page.become_hidden()
    checked.open(WHEN_TO_SEE_A_DOCTOR)
    assert not any(row.isChecked() for row in checked.rows.values())
    assert "Tick what is true for you." in checked.panel.text
    assert checked.file.document == before
