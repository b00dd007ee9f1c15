"""A figure that cannot be drawn fails once, wherever it is painted."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPixmapCache

from coreapp.ui.figure.art import FigureArt, FigureShot
from coreapp.ui.figure.given_up import GivenUp
from coreapp.ui.figure.painting import FigurePainting
from coreapp.ui.theme.theme import Theme

PLANK = FigureShot("plank")


def test_only_what_failed_is_given_up() -> None:
    given_up = GivenUp()
    with given_up.trying("good"):
        pass
    with pytest.raises(ZeroDivisionError), given_up.trying("bad"):
        raise ZeroDivisionError

    assert "bad" in given_up
    assert "good" not in given_up


def test_work_that_is_broken_off_is_not_given_up() -> None:
    given_up = GivenUp()

    def steps() -> Iterator[None]:
        with given_up.trying("page left"):
            yield

    begun = steps()
    next(begun)
    begun.close()

    assert "page left" not in given_up


def test_a_figure_that_fails_half_way_is_painted_no_more(
    art: FigureArt, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    QPixmapCache.clear()
    tries: list[FigureShot] = []
    usual = FigurePainting.paint_steps

    def fail(
        painting: FigurePainting, painter: QPainter, rect: QRectF, shot: FigureShot, *rest, **more
    ) -> Iterator[None]:
        tries.append(shot)
        if shot.exercise == PLANK.exercise:
            painter.drawLine(rect.topLeft(), rect.bottomRight())
            yield
            raise ZeroDivisionError
        yield from usual(painting, painter, rect, shot, *rest, **more)

    monkeypatch.setattr(FigurePainting, "paint_steps", fail)

    with pytest.raises(ZeroDivisionError):
        art.pixmap(PLANK, QSize(96, 96), theme.tokens)
    empty = art.pixmap(PLANK, QSize(96, 96), theme.tokens).toImage()
    moving = QImage(96, 96, QImage.Format.Format_ARGB32_Premultiplied)
    moving.fill(Qt.GlobalColor.transparent)
    painter = QPainter(moving)
    art.paint(painter, QRectF(0, 0, 96, 96), FigureShot("plank", 0.3), theme.tokens, quick=True)
    painter.end()

    assert tries == [PLANK]
    for image in (empty, moving):
        assert not any(image.pixelColor(spot, spot).alpha() for spot in range(96))
    art.pixmap(FigureShot("side-plank"), QSize(96, 96), theme.tokens)
    assert len(tries) == 2

    art.renew()  # its exercise may be another one now
    with pytest.raises(ZeroDivisionError):
        art.pixmap(PLANK, QSize(96, 96), theme.tokens)
