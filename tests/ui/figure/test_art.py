"""Figures are painted inside their rectangle, in the theme's colours, and kept."""

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from coreapp.domain.figure.camera import Camera
from coreapp.domain.settings import ThemeChoice
from coreapp.ui.figure.art import FigureArt, FigureShot
from coreapp.ui.theme.theme import Theme
from tests.fakes.shipped import shipped_library

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
    """Return which pixels are nearly or wholly covered."""
    assert image.format() is QImage.Format.Format_ARGB32_Premultiplied
    alphas = bytes(image.constBits())[3::4]
    covered = (at for at, alpha in enumerate(alphas) if alpha > 200)
    return [(at % image.width(), at // image.width()) for at in covered]


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
    pictures = [picture(art, theme, shot) for shot in shots]
    theme.set_choice(ThemeChoice.DARK)
    pictures.append(picture(art, theme, shots[0]))
    assert all(one != other for one, other in combinations(pictures, 2))


def test_a_mirrored_front_view_is_the_picture_turned_round(art: FigureArt, theme: Theme) -> None:
    right = picture(art, theme, FigureShot("side-plank", 0.5)).flipped(Qt.Orientation.Horizontal)
    left = picture(art, theme, FigureShot("side-plank", 0.5, mirror=True))
    assert right.size() == left.size()
    other = set(painted(right)) ^ set(painted(left))
    assert len(other) / 160**2 < 0.015


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
    best = art.best_moment("plank")
    start, end = art.hold("plank")
    assert best in art.moments("plank")
    assert start == best
    assert end > 0.7
    assert art.holds_one("plank")
    assert art.hold("unicycle") == (0, 0)


def test_two_poses_that_are_held_as_long_are_one_hold(art: FigureArt) -> None:
    start, end = art.hold("lunge-stretch")
    assert not art.holds_one("lunge-stretch")
    assert sum(start <= moment < end for moment in art.moments("lunge-stretch")) >= 2


def test_a_flow_has_a_moment_for_each_position(art: FigureArt) -> None:
    flow = shipped_library().exercise("sun-salutation")
    moments = art.position_moments(flow)
    assert len(moments) == 12
    assert list(moments) == sorted(moments)
    assert art.position_moments(shipped_library().exercise("plank")) == ()


def test_levels_that_look_different_are_other_pictures(art: FigureArt, theme: Theme) -> None:
    assert art.has_level("plank", "L1")
    assert not art.has_level("plank", "L2")
    usual, easy, same = (
        picture(art, theme, FigureShot("plank", level=level)) for level in ("", "L1", "L2")
    )
    assert usual != easy
    assert usual == same


def test_steps_follow_the_movement(art: FigureArt) -> None:
    steps = [art.step_at("bird-dog", "", moment) for moment in (0.0, 0.5)]
    assert 0 < steps[0] < steps[1]
    assert art.step_at("unicycle", "", 0.5) == 0


def test_a_figure_that_is_turned_keeps_its_size(art: FigureArt) -> None:
    usual = art.staging(FigureShot("bird-dog", 0.5))
    turned = art.staging(FigureShot("bird-dog", 0.5, camera=Camera(90, 10)))
    assert usual is not None
    assert turned is not None
    assert turned.frame.width() >= usual.frame.width() - 1e-9
    assert turned.frame.height() >= usual.frame.height() - 1e-9


def test_arrows_lead_into_the_pose(art: FigureArt) -> None:
    for mirror in (False, True):
        shot = FigureShot("bird-dog", None, mirror, arrows=True)
        staging = art.staging(shot)
        assert staging is not None
        joints = staging.scene.body.joints()
        side = ("left", "right") if mirror else ("right", "left")
        ends = [arrow[-1] for arrow in staging.arrows]
        nearest = [min(joints, key=lambda name: joints[name].minus(end).length()) for end in ends]
        assert len(ends) == 2
        assert {name.partition("_")[0] for name in nearest} <= set(side)


def test_a_figure_in_motion_may_be_painted_quickly(art: FigureArt, theme: Theme) -> None:
    shot = FigureShot("plank", 0.5)
    fine = picture(art, theme, shot, 400)
    quick = picture(art, theme, shot, 400, quick=True)
    assert abs(len(painted(fine)) - len(painted(quick))) < 0.02 * len(painted(fine))
    assert fine != quick


def test_what_was_forgotten_is_made_again_and_looks_the_same(art: FigureArt, theme: Theme) -> None:
    shot = FigureShot("side-plank", 0.5)
    before = picture(art, theme, shot)
    art.forget()
    assert picture(art, theme, shot) == before


def test_nothing_is_imported_to_forget_what_was_never_painted(art: FigureArt) -> None:
    art.forget()
    assert "_painting" not in vars(art)


def test_of_the_movements_looked_at_only_the_last_are_kept(
    art: FigureArt, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coreapp.ui.figure.painting.MOST_KEPT", 2)
    for exercise in ("plank", "dead-bug", "plank", "child-pose"):
        art.staging(FigureShot(exercise))
    assert [key[0] for key in art._painting._kept] == ["plank", "child-pose"]
