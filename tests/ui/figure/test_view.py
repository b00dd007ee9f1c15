"""The figure moves while it is seen and movement is allowed, and only then."""

import pytest
from pytestqt.qtbot import QtBot

from coreapp.ui.figure.art import FigureArt
from coreapp.ui.figure.view import FigureView
from coreapp.ui.theme.theme import Theme


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
