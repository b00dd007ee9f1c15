"""The head of a routine's card in the room it gets."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coreapp.ui.pages.routines.card_head import CardHead
from coreapp.ui.theme.icons import Icon
from coreapp.ui.widgets.buttons import Button, ButtonKind
from coreapp.ui.widgets.labels import WrappedLabel
from tests.e2e.world import plain_look_after
from tests.fakes.shipped import shipped_theme

LOOK = "Look through"


class Head:
    """A head as a person sees it, as wide as is said."""

    def __init__(self, qtbot: QtBot, width: int, name: str = "Core basics for runners") -> None:
        theme = shipped_theme()
        self.look = Button(theme, "", ButtonKind.QUIET)
        self.start = Button(theme, "Start", icon=Icon.PLAY)
        self.head = CardHead(theme, name, "16 min")
        self.head.say(self.look, LOOK, Icon.CHEVRON_DOWN)
        self.head.add_buttons([self.look, self.start])
        qtbot.addWidget(self.head)
        self.resize(width)
        self.head.show()
        qtbot.waitExposed(self.head)

    def squeeze(self) -> None:
        """Give it less room than all of it needs in one row."""
        self.resize(self.head.sizeHint().width() - 20)

    def resize(self, width: int) -> None:
        self.head.fit(width)
        self.head.resize(width, self.head.heightForWidth(width))

    def top_of(self, button: Button) -> int:
        return button.mapTo(self.head, QPoint()).y()

    @property
    def name(self) -> WrappedLabel:
        label = self.head.findChild(WrappedLabel)
        assert label is not None
        return label

    @property
    def name_end(self) -> int:
        label = self.name
        return label.mapTo(self.head, QPoint(0, label.height())).y()


def _shows_words(head: Head, width: int) -> bool:
    head.resize(width)
    return head.look.text() == LOOK


def test_with_room_every_button_has_its_words(qtbot: QtBot) -> None:
    head = Head(qtbot, 700)

    assert head.look.text() == LOOK
    assert head.look.toolTip() == ""


@pytest.mark.parametrize("name", ["Core basics for runners", "Sun salutation 5"])
def test_with_less_room_words_go_before_the_name_is_broken(qtbot: QtBot, name: str) -> None:
    head = Head(qtbot, 700, name)
    for width in range(700, 300, -10):
        head.resize(width)
        label = head.head.findChild(WrappedLabel)
        assert label is not None
        in_one_line = label.fontMetrics().horizontalAdvance(name) <= label.width()
        assert in_one_line or not head.look.text(), width


def test_with_less_room_the_button_names_itself_and_stays_beside(qtbot: QtBot) -> None:
    head = Head(qtbot, 700)
    head.squeeze()

    assert head.look.text() == ""
    assert head.look.toolTip() == LOOK
    assert head.top_of(head.start) < head.name_end
    assert head.start.text() == "Start"


def test_with_room_again_the_words_are_back(qtbot: QtBot) -> None:
    head = Head(qtbot, 700)
    head.squeeze()
    head.resize(700)

    assert head.look.text() == LOOK


def test_where_a_word_would_be_broken_the_buttons_go_below(qtbot: QtBot) -> None:
    head = Head(qtbot, 180)

    assert head.top_of(head.start) >= head.name_end


def test_it_needs_as_much_with_the_words_as_without(qtbot: QtBot) -> None:
    head = Head(qtbot, 700)
    widest = next(width for width in range(700, 200, -1) if not _shows_words(head, width))

    # What it takes them to need when they are left out is what they do need.
    assert not _shows_words(head, widest - 1)
    assert not _shows_words(head, widest)
    assert _shows_words(head, widest + 1)
    assert len(head.name._lines(head.name.width())) == 1


def test_words_said_anew_are_left_out_as_well(qtbot: QtBot) -> None:
    head = Head(qtbot, 700)
    head.squeeze()
    head.head.say(head.look, "Close", Icon.CHEVRON_UP)

    assert (head.look.text(), head.look.toolTip()) == ("", "Close")


def test_all_heads_of_one_width_have_their_words_or_none(qtbot: QtBot) -> None:
    short = Head(qtbot, 700, "Easy day")
    long = Head(qtbot, 700, "Core basics for runners and for everybody who sits")

    for width in range(700, 300, -10):
        assert _shows_words(short, width) == _shows_words(long, width), width


def test_room_is_kept_for_what_a_button_says_at_other_times(qtbot: QtBot) -> None:
    with plain_look_after():
        shipped_theme().apply(QApplication.instance())  # without it no button is narrow
        folded, unfolded = Head(qtbot, 700), Head(qtbot, 700)
        folded.head.say(folded.look, LOOK, Icon.CHEVRON_DOWN, "Close")
        unfolded.head.say(unfolded.look, "Close", Icon.CHEVRON_UP, LOOK)

        for width in range(700, 300, -4):
            folded.resize(width)
            unfolded.resize(width)
            assert bool(folded.look.text()) == bool(unfolded.look.text()), width
        assert not unfolded.look.text()
