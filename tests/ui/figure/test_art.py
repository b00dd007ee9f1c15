"""Figures are painted inside their rectangle, in the theme's colours, and kept."""

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from coreapp.domain.settings import ThemeChoice
from coreapp.ui.figure.art import FigureArt, FigureShot
from coreapp.ui.theme.theme import Theme

EXERCISES = ["plank", "side-plank", "sun-salutation", "dead-bug", "desk-march", "child-pose"]


def picture(
    art: FigureArt, theme: Theme, shot: FigureShot, size: int = 120, *, quick: bool = False
) -> QImage:
    image = QImage(size + 40, size + 40, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    art.paint(painter, QRectF(20, 20, size, size), shot, theme.tokens, quick=quick)
    painter.end()
    return image


def painted(image: QImage) -> list[tuple[int, int]]:
    return [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() > 200
    ]


@pytest.mark.parametrize("exercise", EXERCISES)
@pytest.mark.parametrize("moment", [None, 0.0, 0.3, 0.7])
def test_a_figure_is_visible_and_inside_its_rectangle(
    art: FigureArt, theme: Theme, exercise: str, moment: float | None
) -> None:
    spots = painted(picture(art, theme, FigureShot(exercise, moment)))
    assert len(spots) > 400
    assert min(x for x, _ in spots) >= 20
    assert min(y for _, y in spots) >= 20
    assert max(x for x, _ in spots) <= 140
    assert max(y for _, y in spots) <= 140


def test_each_moment_side_and_theme_is_another_picture(art: FigureArt, theme: Theme) -> None:
    theme.set_choice(ThemeChoice.LIGHT)
    shots = [
        FigureShot("side-plank", 0.5),
        FigureShot("side-plank", 0.0),
        FigureShot("side-plank", 0.5, mirror=True),
    ]
    pictures = {bytes(picture(art, theme, shot).constBits()) for shot in shots}
    theme.set_choice(ThemeChoice.DARK)
    pictures.add(bytes(picture(art, theme, shots[0]).constBits()))
    assert len(pictures) == 4


def test_a_mirrored_front_view_is_the_picture_turned_round(art: FigureArt, theme: Theme) -> None:
    right = picture(art, theme, FigureShot("side-plank", 0.5)).flipped(Qt.Orientation.Horizontal)
    left = picture(art, theme, FigureShot("side-plank", 0.5, mirror=True))
    same = sum(
        (right.pixelColor(x, y).alpha() > 200) == (left.pixelColor(x, y).alpha() > 200)
        for x in range(160)
        for y in range(160)
    )
    assert same / 160**2 > 0.985


def test_pixmaps_are_made_once_at_device_pixels(art: FigureArt, theme: Theme) -> None:
    size, shot = QSize(60, 48), FigureShot("bird-dog")
    first = art.pixmap(shot, size, theme.tokens, 2.0)
    assert (first.width(), first.height()) == (120, 96)
    assert art.pixmap(shot, size, theme.tokens, 2.0).cacheKey() == first.cacheKey()
    assert art.pixmap(shot, size, theme.tokens, 1.0).cacheKey() != first.cacheKey()


def test_an_exercise_without_a_figure_paints_nothing(art: FigureArt, theme: Theme) -> None:
    assert not art.has("unicycle")
    assert art.seconds("unicycle") == 0
    assert art.moments("unicycle") == ()
    assert art.best_moment("unicycle") == 0
    assert painted(picture(art, theme, FigureShot("unicycle"))) == []


def test_the_best_moment_is_the_pose_that_is_held(art: FigureArt) -> None:
    assert art.best_moment("plank") == pytest.approx(2 / 10)
    assert art.moments("plank") == pytest.approx((0.0, 0.2, 0.95))


def test_a_figure_in_motion_may_be_painted_quickly(art: FigureArt, theme: Theme) -> None:
    shot = FigureShot("plank", 0.5)
    fine = picture(art, theme, shot, 400)
    quick = picture(art, theme, shot, 400, quick=True)
    assert abs(len(painted(fine)) - len(painted(quick))) < 0.02 * len(painted(fine))
    assert bytes(fine.constBits()) != bytes(quick.constBits())
