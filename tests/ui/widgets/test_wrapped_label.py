"""A wrapped text keeps its heights, and forgets them with whatever changes them."""

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFont

from coreapp.ui.theme.fonts import Type
from coreapp.ui.widgets.labels import WrappedLabel, make_text, set_kind

WIDTHS = (40, 90, 200, 900)
LOOKS = (
    "",
    '*[role="title"] { font-size: 30px }',
    '*[role="body"] { font-size: 11px; font-weight: 700 }',
    "QLabel { padding: 9px; border: 2px solid red }",
)
CHANGES: dict[str, Callable[[WrappedLabel, int], None]] = {
    "text": lambda label, pick: label.setText("one two three " * pick),
    "font": lambda label, pick: label.setFont(QFont("DejaVu Sans", 8 + 3 * pick)),
    "margins": lambda label, pick: label.setContentsMargins(pick * 7, pick, pick, pick * 3),
    "kind": lambda label, pick: set_kind(label, list(Type)[-pick]),
    "role": lambda label, pick: label.setProperty("role", list(Type)[-pick].value) and None,
    "look": lambda label, pick: label.setStyleSheet(LOOKS[pick % len(LOOKS)]),
}


def heights(label: WrappedLabel) -> list[int]:
    return [label.heightForWidth(each) for each in WIDTHS]


@given(picks=st.lists(st.tuples(st.sampled_from(list(CHANGES)), st.integers(0, 5)), max_size=6))
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_a_kept_height_is_what_it_would_be_anew(qtbot, picks):
    label = make_text("one two three four")
    qtbot.addWidget(label)
    for change, pick in [*picks, *((each, 4) for each in CHANGES)]:
        heights(label)
        CHANGES[change](label, pick)
        kept = heights(label)

        label._heights.clear()
        label._made_of = ()
        assert kept == heights(label), change


def test_a_text_that_has_more_words_is_higher(qtbot):
    label = make_text("one")
    qtbot.addWidget(label)
    before = label.heightForWidth(90)

    label.setText("one two three " * 9)

    assert label.heightForWidth(90) > before
