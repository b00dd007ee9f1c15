"""The head of the plan in little room: as few lines as there can be."""

from itertools import pairwise

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from coreapp.ui.pages.plan.plan_head import MONTH, WEEK, PlanHead
from tests.e2e.world import plain_look_after
from tests.fakes.shipped import shipped_theme

LEAST = 752
"""What the smallest window leaves a page with the largest letters, in pixels."""


def lines_of(head: PlanHead) -> int:
    """Return in how many lines there is something to read or to press."""
    parts = [*head.findChildren(QLabel), *head.findChildren(QAbstractButton)]
    heights = sorted(
        each.mapTo(head, each.rect().center()).y() for each in parts if each.isVisible()
    )
    return 1 + sum(below - above > head.add.height() // 2 for above, below in pairwise(heights))


def shown_head(qtbot: QtBot, title: str, kind: str, factor: float, width: int) -> PlanHead:
    theme = shipped_theme()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app)
    theme.set_text_factor(factor)
    head = PlanHead(theme)
    qtbot.addWidget(head)
    head.show_title(title, kind)
    head.resize(width, head.sizeHint().height())
    head.show()
    qtbot.waitExposed(head)
    head.resize(width, head.sizeHint().height())
    QApplication.processEvents()
    return head


@pytest.mark.parametrize(
    ("title", "kind"),
    [("March 2026", MONTH), ("September 2026", MONTH), ("Mar 2 – 8, 2026", WEEK)],
)
def test_the_largest_letters_in_the_smallest_window_take_two_lines(
    qtbot: QtBot, title: str, kind: str
) -> None:
    with plain_look_after():
        head = shown_head(qtbot, title, kind, 2.0, LEAST)

        assert lines_of(head) == 2
        for each in head.findChildren(QWidget):
            if each.isVisible():
                assert each.width() >= each.minimumSizeHint().width(), each
                assert each.mapTo(head, each.rect().topRight()).x() < LEAST


def test_a_shorter_month_saves_a_line_and_is_read_in_full(qtbot: QtBot) -> None:
    with plain_look_after():
        head = shown_head(qtbot, "November 2026", MONTH, 2.0, LEAST - 80)
        assert lines_of(head) == 3

        head.show_title("November 2026", MONTH, "Nov 2026")
        QApplication.processEvents()
        assert lines_of(head) == 2
        (title,) = head.findChildren(QLabel)
        assert title.text() == "Nov 2026"
        assert title.accessibleName() == "November 2026"

        head.resize(2 * LEAST, head.height())
        QApplication.processEvents()
        assert title.text() == "November 2026", "there is room for it"


def test_a_title_that_fills_its_line_sends_the_rest_below(qtbot: QtBot) -> None:
    with plain_look_after():
        head = shown_head(qtbot, "September 28 – October 4, 2026", WEEK, 1.6, LEAST)
        assert lines_of(head) > 1

        head.resize(3 * LEAST, head.height())
        QApplication.processEvents()
        assert lines_of(head) == 1
        right = head.add.mapTo(head, head.add.rect().topRight()).x()
        assert right == head.width() - 1, "what is pressed most stands at the end"
