"""After a session its figures are shown: what was done with a tick, what was left out paler."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from coreapp.ui.figure.late import LateFigures
from coreapp.ui.player.done_figures import DoneFigures
from coreapp.ui.player.summary import DoneExercise
from tests.fakes.shipped import shipped_art

DONE = [DoneExercise(each, "", done=True) for each in ("plank", "side-plank", "dead-bug")]
LEFT = DoneExercise("bird-dog", "", done=False)


@pytest.fixture
def figures(qtbot, theme):
    made = DoneFigures(theme, shipped_art(), str.title)
    qtbot.addWidget(made)
    made.resize(280, 52)
    yield made
    late = made.findChild(LateFigures)
    qtbot.waitUntil(lambda: not late.is_drawing or not late.is_looked_at)


def show(figures, *exercises):
    figures.show_exercises(exercises)
    figures.resize(figures.width(), figures.heightForWidth(figures.width()))


def colours_in(figures, box, colour):
    image = figures.grab().toImage()
    points = (
        (x, y) for x in range(box.left(), box.right()) for y in range(box.top(), box.bottom())
    )
    return sum(image.pixelColor(*point).rgb() == colour.rgb() for point in points)


def test_nothing_is_shown_of_nothing(figures):
    show(figures)

    assert not figures.isVisibleTo(figures.parent())
    assert figures.accessibleName() == ""
    assert figures.heightForWidth(280) == 0


def test_it_is_told_in_words(figures):
    show(figures, *DONE, LEFT)

    told = "Done: Plank, Side-Plank, and Dead-Bug. Left out: Bird-Dog."
    assert figures.accessibleName() == told


def test_each_has_its_place(figures):
    show(figures, *DONE, LEFT, *DONE)

    boxes = [figures.tile_rect(index) for index in range(7)]
    assert {box.top() for box in boxes[:4]} == {0}
    assert (boxes[4].left(), boxes[4].top()) == (0, boxes[0].bottom() + 1 + 8)
    assert boxes[3].right() < 280
    assert boxes[6].bottom() + 1 == figures.height()
    assert not any(a.intersects(b) for a in boxes for b in boxes if a is not b)


def test_none_stands_alone_in_the_last_row(figures):
    show(figures, *DONE, LEFT, DONE[0])

    tops = [figures.tile_rect(index).top() for index in range(5)]
    assert [tops.count(top) for top in sorted(set(tops))] == [3, 2]


def test_few_are_larger(figures):
    show(figures, *DONE)
    usual = figures.tile_rect(0)

    show(figures, *DONE[:2])

    assert figures.tile_rect(0).width() >= 2 * usual.width()
    assert figures.tile_rect(1).right() < 280


def test_four_stand_in_a_row_also_where_it_is_a_little_narrower(figures):
    figures.resize(240, 52)
    show(figures, *DONE, LEFT)

    boxes = [figures.tile_rect(index) for index in range(4)]

    assert {box.top() for box in boxes} == {0}
    assert boxes[3].right() < 240


def test_they_grow_with_the_text(figures, theme):
    show(figures, *DONE)
    usual = figures.tile_rect(0)

    theme.set_text_factor(2)
    figures.resize(560, 104)

    assert figures.tile_rect(0).size() == usual.size() * 2
    assert figures.heightForWidth(3 * 128 + 2 * 8) == 2 * usual.height()


def test_only_what_was_done_has_a_tick(figures, theme):
    show(figures, DONE[0], DONE[1], LEFT)

    ticks = [colours_in(figures, figures.tile_rect(n), theme.tokens.done_text) for n in range(3)]
    assert ticks[0] > 20
    assert ticks[1] > 20
    assert ticks[2] == 0


def test_the_mouse_is_told_the_name(figures, qtbot):
    show(figures, *DONE)
    figures.show()
    at = figures.tile_rect(1).center()

    event = QHelpEvent(QEvent.Type.ToolTip, at, figures.mapToGlobal(at))
    QApplication.sendEvent(figures, event)

    assert QToolTip.text() == "Side-Plank"
