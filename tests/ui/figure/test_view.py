"""The figure moves while it is seen and movement is allowed, and only then."""

import pytest
from PySide6.QtCore import QElapsedTimer, QPoint, QRectF, Qt
from PySide6.QtGui import QAccessible, QPainter, QPixmap, QPixmapCache
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coreapp.domain.figure.sequence import Figure
from coreapp.ui.figure.art import FigureArt, FigureShot
from coreapp.ui.figure.view import FigureView
from coreapp.ui.theme.theme import Theme
from tests.fakes.counting_art import CountingArt
from tests.fakes.shipped import shipped_figures
from tests.ui.walk import spoken_name


@pytest.fixture
def view(qtbot: QtBot, theme: Theme, art: FigureArt) -> FigureView:
    view = FigureView(theme, art)
    qtbot.addWidget(view)
    view.show_exercise("glute-bridge")
    return view


def test_it_plays_only_while_seen(view: FigureView) -> None:
    view.play()
    assert not view.moving
    view.show()
    assert view.moving
    view.hide()
    assert not view.moving
    view.show()
    assert view.moving
    view.stop()
    assert not view.moving


def test_reduced_motion_stands_still_at_once(view: FigureView, theme: Theme) -> None:
    view.show()
    view.play()
    theme.set_reduced_motion(reduced=True)
    assert not view.moving
    theme.set_reduced_motion(reduced=False)
    assert view.moving
    view.stop()


def test_an_unknown_exercise_never_moves(view: FigureView) -> None:
    view.show()
    view.show_exercise("unicycle")
    view.play()
    assert not view.moving


def test_playing_goes_on_from_the_moment_that_is_shown(qtbot: QtBot, view: FigureView) -> None:
    view.show()
    view.show_moment(0.25)
    assert view.moment == 0.25
    view.play()
    qtbot.waitUntil(lambda: view.moment > 0.26)
    view.stop()
    stopped = view.moment
    assert 0.25 < stopped < 1.0


def test_each_moment_is_another_picture(view: FigureView) -> None:
    view.resize(200, 160)
    view.show_moment(0.0)
    low = view.grab().toImage()
    view.show_moment(0.5)
    assert view.grab().toImage() != low


def test_it_can_be_described(view: FigureView) -> None:
    view.set_description("Lying on the back, hips lifted")
    assert view.accessibleName() == "Lying on the back, hips lifted"
    assert view.minimumSizeHint().width() <= view.sizeHint().width()


@pytest.fixture
def turnable(qtbot: QtBot, theme: Theme, art: FigureArt) -> FigureView:
    view = FigureView(theme, art, turnable=True)
    qtbot.addWidget(view)
    view.resize(200, 160)
    view.show_exercise("bird-dog")
    return view


def test_dragging_turns_it_and_a_double_click_turns_it_back(turnable: FigureView) -> None:
    best = turnable.grab().toImage()
    QTest.mousePress(turnable, Qt.MouseButton.LeftButton, pos=QPoint(100, 80))
    QTest.mouseMove(turnable, QPoint(60, 90))
    QTest.mouseRelease(turnable, Qt.MouseButton.LeftButton, pos=QPoint(60, 90))
    camera = turnable.shot.camera
    assert camera is not None
    assert turnable.grab().toImage() != best
    QTest.mouseDClick(turnable, Qt.MouseButton.LeftButton, pos=QPoint(100, 80))
    assert turnable.shot.camera is None


def test_the_arrow_keys_turn_it_and_home_turns_it_back(
    turnable: FigureView, art: FigureArt
) -> None:
    usual = art.camera(turnable.shot)
    QTest.keyClick(turnable, Qt.Key.Key_Right)
    QTest.keyClick(turnable, Qt.Key.Key_Up)
    camera = turnable.shot.camera
    assert camera is not None
    assert camera.azimuth == pytest.approx(usual.azimuth + 10)
    assert camera.elevation == pytest.approx(usual.elevation + 10)
    for _ in range(20):
        QTest.keyClick(turnable, Qt.Key.Key_Up)
    camera = turnable.shot.camera
    assert camera is not None
    assert camera.elevation == 70
    QTest.keyClick(turnable, Qt.Key.Key_Home)
    assert turnable.shot.camera is None


def test_only_a_turnable_one_takes_the_mouse(view: FigureView, turnable: FigureView) -> None:
    assert view.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    assert view.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert turnable.focusPolicy() is Qt.FocusPolicy.StrongFocus


def test_a_hundredth_of_the_speed_goes_a_hundredth_as_far(
    qtbot: QtBot, view: FigureView, art: FigureArt
) -> None:
    view.show()
    view.set_speed(0.01)
    view.show_moment(0.25)
    since = QElapsedTimer()
    since.start()
    view.play()
    qtbot.waitUntil(lambda: view.moment > 0.25)
    view.stop()
    most = 0.25 + 0.01 * since.elapsed() / 1000 / art.seconds("glute-bridge")
    # Both may be of the same millisecond: then they are equal, but for the last digit of a float.
    assert view.moment < most or view.moment == pytest.approx(most, rel=1e-12)


def test_muscles_colour_the_picture_until_another_exercise_comes(view: FigureView) -> None:
    view.resize(200, 160)
    plain = view.grab().toImage()
    view.show_muscles((("gluteus_maximus", 1.0),))
    assert view.grab().toImage() != plain
    view.show_muscles(())
    assert view.grab().toImage() == plain


def test_the_other_side_and_another_level_are_other_pictures(turnable: FigureView) -> None:
    right = turnable.grab().toImage()
    turnable.show_side(mirror=True)
    left = turnable.grab().toImage()
    turnable.show_level("L1")
    easy = turnable.grab().toImage()
    assert right != left
    assert easy != right
    assert easy != left


def test_without_movement_the_key_poses_stand_side_by_side(
    turnable: FigureView, theme: Theme
) -> None:
    turnable.resize(400, 120)
    one = turnable.grab().toImage()
    theme.set_reduced_motion(reduced=True)
    turnable.play()
    poses = turnable.grab().toImage()
    theme.set_reduced_motion(reduced=False)
    turnable.stop()
    assert not turnable.moving
    assert poses != one


def test_key_poses_are_drawn_once_however_often_they_are_painted(
    qtbot: QtBot, theme: Theme
) -> None:
    art = CountingArt(shipped_figures().find)
    QPixmapCache.clear()
    view = FigureView(theme, art)
    qtbot.addWidget(view)
    view.resize(400, 120)
    view.show_exercise("glute-bridge")
    theme.set_reduced_motion(reduced=True)
    view.play()

    first = view.grab().toImage()
    drawn = art.drawn
    assert drawn == len(art.distinct_moments(view.shot)) > 1
    assert view.grab().toImage() == first
    assert art.drawn == drawn

    # From any side there are too many to keep.
    view.turn(30, 0)
    view.grab()
    view.grab()
    assert art.drawn == 3 * drawn
    theme.set_reduced_motion(reduced=False)


def test_no_room_is_no_trouble(qtbot: QtBot, theme: Theme, art: FigureArt) -> None:
    pixmap = QPixmap(8, 8)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    art.paint_poses(painter, QRectF(0, 0, 8, 8), FigureShot("glute-bridge"), theme.tokens)
    painter.end()
    assert pixmap.toImage().allGray()


def test_a_still_that_is_looked_at_closely_has_arrows(
    turnable: FigureView, view: FigureView
) -> None:
    view.show_exercise("bird-dog")
    view.resize(turnable.size())
    assert turnable.grab().toImage() != view.grab().toImage()
    for each in (turnable, view):
        each.show_moment(0.0)
    assert turnable.grab().toImage() == view.grab().toImage()


def test_a_late_one_comes_when_all_around_it_is_painted(
    qtbot: QtBot, theme: Theme, art: FigureArt
) -> None:
    asked: list[str] = []

    def find(exercise: str) -> Figure | None:
        asked.append(exercise)
        return shipped_figures().find(exercise)

    view = FigureView(theme, FigureArt(find), late=True)
    qtbot.addWidget(view)
    view.resize(200, 160)
    view.show_exercise("glute-bridge")
    view.play()
    view.show()
    nothing = view.grab().toImage()
    assert (asked, view.moving) == ([], False)

    qtbot.waitUntil(lambda: view.moving)
    view.stop()

    assert asked
    assert view.grab().toImage() != nothing


def test_a_late_one_is_drawn_a_few_milliseconds_at_a_time(qtbot: QtBot, theme: Theme) -> None:
    QPixmapCache.clear()
    art = FigureArt(shipped_figures().find)
    view = FigureView(theme, art, late=True)
    qtbot.addWidget(view)
    view.resize(200, 160)
    view.show_exercise("glute-bridge")
    view.show()
    turns = 0
    while view._late is not None and turns < 1000:
        QApplication.processEvents()
        turns += 1

    assert 5 < turns < 1000
    assert view.grab().toImage() == still(theme, art).grab().toImage()


def still(theme: Theme, art: FigureArt) -> FigureView:
    """Return a view of the same figure that was never late."""
    view = FigureView(theme, art)
    view.resize(200, 160)
    view.show_exercise("glute-bridge")
    return view


def test_a_screen_reader_gets_a_picture_with_its_words(view: FigureView) -> None:
    assert spoken_name(view) == ""
    view.set_description("Plank")

    interface = QAccessible.queryAccessibleInterface(view)

    assert interface.role() is QAccessible.Role.Graphic
    assert spoken_name(view) == "Plank"
    assert view.sizeHint().width() > 100
