"""After a session with pain: where it was, asked only then, and kept with the day."""

import pytest
from PySide6.QtCore import Qt

from coreapp.domain.day_record import DayRecord, PainTrigger
from coreapp.domain.errors import DiskFullError
from coreapp.domain.pain import PainPlace
from coreapp.services.day_log import DayLog
from coreapp.services.pain_notes import PainNotes, PainSaid
from coreapp.ui.player.after_form import AfterForm
from tests.fakes.shipped import shipped_art


@pytest.fixture
def form(qtbot, theme):
    made = AfterForm(theme, shipped_art(), "Core basics", str)
    qtbot.addWidget(made)
    made.resize(1100, 900)
    made.show()
    return made


@pytest.fixture
def over(scene):
    """A session ended after twelve seconds of work, that keeps where it hurt."""
    scene.window.ending.keep_pain = PainNotes(DayLog(scene.database, scene.clock)).keep
    scene.wait(22)
    scene.window.conductor.end()
    return scene


def hurt(form: AfterForm, figure: int = 3) -> None:
    form.card.pain.choose_some()
    form.card.pain.scales["pain_during"]._choose(figure)


def tap(widget, name: str) -> None:
    widget.findChild(object, name).click()


def test_nothing_is_asked_where_there_is_no_pain(form):
    assert form.card.detail.isHidden()
    form.card.pain.choose_none()
    assert form.card.detail.isHidden()
    hurt(form, 0)
    assert form.card.detail.isHidden()
    hurt(form)
    assert form.card.detail.isVisible()


def test_places_and_what_brings_it_on_are_told(form):
    hurt(form)
    assert form.card.detail.triggers_choice.isHidden()
    tap(form, "chip_neck")
    form.card.detail.tingling.click()
    form.card.detail.more.click()
    tap(form, "chip_turning")

    said = PainSaid(frozenset({PainPlace.NECK}), frozenset({PainTrigger.TURNING}), tingled=True)
    assert form.card.pain_said() == said
    form.card.pain.choose_none()
    assert form.card.pain_said() == PainSaid()


def test_another_size_of_text_keeps_what_was_said(form, theme):
    hurt(form)
    tap(form, "chip_neck")
    form.card.detail.more.click()
    tap(form, "chip_turning")
    before = form.card.pain_said()
    theme.set_text_factor(1.5)

    assert form.card.pain_said() == before
    assert form.card.detail.triggers_choice.isVisible()
    theme.set_text_factor(1.0)


def test_it_is_kept_with_the_day_of_the_session(over):
    form = over.window.after
    hurt(form)
    tap(form, "chip_neck")
    over.qtbot.keyClick(form.card.note, Qt.Key.Key_Return)

    day = over.clock.reading().utc.date()
    assert over.database.stored.days.kept == {
        day: DayRecord(day, pain_places=frozenset({PainPlace.NECK}))
    }
    assert over.logged.pain_during == 3


def test_enter_on_the_link_unfolds_and_saves_nothing(over):
    form = over.window.after
    hurt(form)
    form.card.detail.more.setFocus()
    over.qtbot.keyClick(form.card.detail.more, Qt.Key.Key_Return)

    assert not form.card.detail.triggers_choice.isHidden()
    assert over.logged.pain_during is None


def test_what_cannot_be_kept_is_told_and_stays(over):
    form = over.window.after
    hurt(form)
    tap(form, "chip_neck")
    over.database.failure = DiskFullError("log")
    over.qtbot.keyClick(form.card.note, Qt.Key.Key_Return)

    assert form.card.trouble
    over.database.failure = None
    over.qtbot.keyClick(form.card.note, Qt.Key.Key_Return)
    assert len(over.database.stored.days.kept) == 1
