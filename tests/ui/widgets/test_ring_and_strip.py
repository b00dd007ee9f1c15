"""The ring for now and the strip for the day."""

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QColor, QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.day_legend import Legend, LegendEntry
from coreapp.ui.widgets.day_strip import DayStrip
from coreapp.ui.widgets.day_view import DayView, Span, SpanKind, Tick
from coreapp.ui.widgets.sitting_ring import RingState, RingTexts, SittingRing

DAY = DayView(
    start=0,
    end=100,
    spans=(
        Span(SpanKind.AWAY, 0, 10),
        Span(SpanKind.SITTING, 10, 40, "Sitting"),
        Span(SpanKind.HELD, 40, 50),
        Span(SpanKind.BREAK, 24, 26, "Break"),
    ),
    now=60,
    next_break=80,
    ticks=(Tick(0, "08:00"), Tick(50, "13:00"), Tick(52, "13:10"), Tick(100, "18:00")),
    spoken="Sat for three hours, one break",
)


def count(image: QImage, colour: QColor) -> int:
    pixels = image.convertToFormat(QImage.Format.Format_ARGB32)
    return memoryview(pixels.constBits()).cast("I").tolist().count(colour.rgba())


@pytest.mark.parametrize(
    ("state", "token"),
    [
        (RingState.SITTING, "rest"),
        (RingState.DUE, "ready"),
        (RingState.OWED, "border"),
        (RingState.IN_BREAK, "done"),
        (RingState.PAUSED, "border"),
    ],
)
def test_each_state_has_its_colour_and_fills_with_its_share(
    qtbot: QtBot, theme: Theme, state: RingState, token: str
) -> None:
    ring = SittingRing(theme, 88)
    qtbot.addWidget(ring)
    shown = []
    for share in (0.0, 0.3, 0.9, 1.0, 7.0):
        ring.show_state(state, share, RingTexts("12"))
        shown.append(count(ring.grab().toImage(), theme.tokens.colour(token)))
    assert shown[0] == 0
    assert shown[0] < shown[1] < shown[2] < shown[3] == shown[4]


def test_the_ring_speaks(qtbot: QtBot, theme: Theme) -> None:
    ring = SittingRing(theme)
    qtbot.addWidget(ring)
    ring.show_state(RingState.SITTING, 0.6, RingTexts("12", "Break in", "min", "Break in 12 min"))
    assert ring.accessibleName() == "Break in 12 min"
    assert ring.accessibleDescription() == "12 min"
    assert ring.state is RingState.SITTING
    assert ring.share == 0.6


def test_the_ring_glides_only_while_seen_and_allowed(qtbot: QtBot, theme: Theme) -> None:
    ring = SittingRing(theme, 88)
    qtbot.addWidget(ring)
    ring.show()
    ring.show_state(RingState.SITTING, 0.2, RingTexts())
    before = ring.grab().toImage()
    qtbot.waitUntil(lambda: ring.grab().toImage() != before)
    theme.set_reduced_motion(reduced=True)
    ring.show_state(RingState.SITTING, 0.9, RingTexts())
    still = ring.grab().toImage()
    ring.show_state(RingState.SITTING, 0.9, RingTexts())
    assert ring.grab().toImage() == still


def test_the_ring_grows_with_the_text_and_on_demand(qtbot: QtBot, theme: Theme) -> None:
    ring = SittingRing(theme, 100)
    qtbot.addWidget(ring)
    theme.set_text_factor(1.5)
    assert ring.sizeHint().width() == 150
    ring.set_diameter(40)
    assert ring.minimumSizeHint().width() == 60


def test_the_strip_paints_each_kind_where_it_was(qtbot: QtBot, theme: Theme) -> None:
    strip = DayStrip(theme, tall=True)
    qtbot.addWidget(strip)
    strip.resize(400, strip.sizeHint().height())
    strip.show_day(DAY)
    image = strip.grab().toImage()
    middle = 24
    tokens = theme.tokens
    assert image.pixelColor(20, middle) == tokens.away
    assert image.pixelColor(60, middle) == tokens.rest
    assert image.pixelColor(100, middle) == tokens.done
    assert image.pixelColor(240, middle) == tokens.ink
    assert image.pixelColor(280, middle) == tokens.track
    hatched = {image.pixelColor(x, middle).name() for x in range(164, 196)}
    assert len(hatched) > 2
    ring = {image.pixelColor(x, middle).name() for x in range(312, 330)}
    assert tokens.ready.name() in ring
    assert strip.accessibleName() == DAY.spoken


def test_the_strip_tells_what_lies_under_the_mouse(
    qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    strip = DayStrip(theme)
    qtbot.addWidget(strip)
    strip.resize(400, 40)
    strip.show_day(DAY)
    told: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, _w: told.append(text))
    for x in (60, 100, 300):
        at = QPoint(x, 12)
        QApplication.sendEvent(strip, QHelpEvent(QEvent.Type.ToolTip, at, at))
    assert told == ["Sitting", "Break", ""]


def test_hours_that_would_overlap_are_left_out(qtbot: QtBot, theme: Theme) -> None:
    strip = DayStrip(theme)
    qtbot.addWidget(strip)
    strip.resize(400, strip.sizeHint().height())
    ticks = tuple(Tick(at, f"{at // 10:02}:00") for at in range(0, 101, 10))
    crowded = DayView(0, 100, ticks=ticks)
    # Each second one: what is left stands at equal distances.
    fewer = DayView(0, 100, ticks=ticks[::2])
    strip.show_day(crowded)
    first = strip.grab().toImage()
    strip.show_day(fewer)
    assert strip.grab().toImage() == first


def test_the_legend_names_all_samples_and_breaks_lines(qtbot: QtBot, theme: Theme) -> None:
    legend = Legend(theme)
    qtbot.addWidget(legend)
    legend.show_entries([LegendEntry(kind, f"{kind.value} 12 min") for kind in SpanKind])
    wide = legend.layout().heightForWidth(2000)
    assert legend.layout().heightForWidth(120) >= 4 * wide
    legend.resize(600, 60)
    legend.show()
    colours = legend.grab().toImage()
    assert count(colours, theme.tokens.rest) > 20
    assert count(colours, theme.tokens.done) > 20
    legend.show_entries([])
    assert legend.layout().count() == 0


def test_the_words_in_the_ring_grow_with_the_text_as_far_as_they_fit(
    qtbot: QtBot, theme: Theme
) -> None:
    inks, rings = [], []
    for factor, diameter, above in ((1.0, 240, "min"), (2.0, 120, "min"), (2.0, 120, "m" * 8)):
        theme.set_text_factor(factor)
        ring = SittingRing(theme, diameter)
        qtbot.addWidget(ring)
        assert ring.sizeHint().width() == 240
        ring.resize(ring.sizeHint())
        ring.show_state(RingState.SITTING, 0.0, RingTexts("18", above, above))
        image = ring.grab().toImage()
        inks.append(count(image, theme.tokens.ink2))
        rings.append(count(image, theme.tokens.line))
    usual, large, _wide = inks
    assert large > 1.2 * usual
    assert rings[0] == rings[1] == rings[2]  # no word lies on the ring
