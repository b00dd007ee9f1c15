"""The self-test of the running program: what it asks, and what it tries out."""

from types import SimpleNamespace

import pytest

from coreapp.domain.settings import Settings
from coreapp.program import sensing
from coreapp.services.cue_player import CuePlayer
from coreapp.services.desk_check import Check, CheckState
from coreapp.services.desk_senses import Capability, Health, SenseReport
from coreapp.services.sound_check import SoundCheck
from coreapp.services.speaking import VoiceState
from coreapp.ui.breaks.answers import BreakAnswer
from tests.fakes.clock import FakeClock
from tests.fakes.desktop import FakeAutostart, FakeDeskSenses
from tests.fakes.media import FakeAwake, FakeMedia
from tests.fakes.notices import FakeNotifier
from tests.fakes.shell import FakeShell
from tests.fakes.shipped import shipped_art, shipped_theme
from tests.fakes.sound import FakeSpeech, FakeTones


class Desktop:
    """A desktop and the self-test on it."""

    def __init__(
        self,
        *,
        works: bool = True,
        voice: VoiceState = VoiceState.READY,
        is_voice_wanted: bool = True,
        awake: str | None = "logind",
    ) -> None:
        self.hands = FakeDeskSenses(FakeClock())
        health = Health.WORKS if works else Health.ABSENT
        self.hands.health = [SenseReport(each, health, "probe", False) for each in Capability]
        self.hands.is_blind = not works
        self.speech, self.tones = FakeSpeech(voice), FakeTones()
        cues = CuePlayer(self.tones, self.speech)
        cues.take(Settings(voice=is_voice_wanted))
        self.notifier = FakeNotifier(method="dunst" if works else "", has_buttons=works)
        self.shell = FakeShell()
        outside = SimpleNamespace(
            tray=SimpleNamespace(available=works), backed_notifier=self.notifier
        )
        sessions = SimpleNamespace(
            tones_name="QSoundEffect" if works else "none",
            sound_check=SoundCheck(cues, self.speech, "linux"),
            awake=FakeAwake(awake),
            media=FakeMedia("MPRIS" if works else "none"),
        )
        here = sensing.Desktop(self.hands, outside, sessions, FakeAutostart(on=works))
        self.sensing = sensing.Sensing(here, shipped_theme(), shipped_art(), self.shell)

    @property
    def checks(self) -> dict[str, Check]:
        return {each.key: each for each in (*self.sensing.senses(), *self.sensing.shows())}


@pytest.fixture
def desktop(qtbot):
    made = Desktop()
    yield made
    made.sensing.stop()


def test_a_desktop_that_can_do_everything(desktop):
    assert {each.state for each in desktop.checks.values()} == {CheckState.WORKS}
    assert desktop.checks["hands"].says == "There is input just now."
    assert desktop.checks["lock"].says == "Not locked now."
    assert desktop.checks["lock"].method == "probe"


def test_a_desktop_that_can_do_nothing_has_a_remedy_for_each(qtbot):
    checks = Desktop(works=False, voice=VoiceState.NO_ENGINE, awake="").checks
    placed = checks.pop("bar")

    assert CheckState.WORKS not in {each.state for each in checks.values()}
    assert all(each.remedy for each in checks.values())
    assert placed.state is CheckState.WORKS


def test_voice_and_notifications_are_looked_for_with_the_page(qtbot):
    desktop = Desktop(voice=VoiceState.NOT_ASKED)
    assert (len(desktop.speech.prepared), desktop.notifier.looked) == (0, 0)

    for _visit in range(2):
        desktop.sensing.begin()
        assert desktop.checks["voice"].state is CheckState.UNSURE
        assert len(desktop.speech.prepared) == 1
        assert desktop.notifier.looked == 1


def test_a_voice_that_is_not_wanted_is_not_spoken_of(qtbot):
    desktop = Desktop(voice=VoiceState.NOT_ASKED, is_voice_wanted=False)

    assert "voice" not in desktop.checks


def test_what_keeps_the_screen_awake_is_known_from_the_first_session_on(qtbot):
    assert Desktop(awake=None).checks["awake"].state is CheckState.UNSURE
    assert Desktop(awake="caffeinate").checks["awake"].method == "caffeinate"


def test_all_is_looked_at_again(desktop):
    desktop.sensing.look()

    assert desktop.hands.looks == 1
    assert desktop.notifier.looked == 1


def test_a_bar_is_shown_and_goes_when_it_is_answered(desktop):
    desktop.sensing.show_bar()
    bar = desktop.sensing.bar
    assert bar.isVisible()
    bar.buttons[BreakAnswer.STAND].click()

    assert desktop.sensing.bar is None
    assert not bar.isVisible()


def test_a_bar_that_nobody_answers_goes_by_itself(desktop):
    desktop.sensing.show_bar()
    desktop.sensing._bar_time.timeout.emit()

    assert desktop.sensing.bar is None


def test_there_is_one_bar_at_a_time(desktop):
    desktop.sensing.show_bar()
    first = desktop.sensing.bar
    desktop.sensing.show_bar()

    assert not first.isVisible()
    assert desktop.sensing.bar.isVisible()


def test_a_notification_is_sent_and_its_button_tried(desktop):
    desktop.sensing.send_notice()
    desktop.notifier.press("self-test", "I see it")

    assert desktop.shell.told == ["The button of the notification works."]


def test_a_notification_that_nobody_shows_is_told(desktop):
    desktop.sensing.send_notice()
    desktop.notifier.fail("self-test")
    desktop.sensing.send_notice()
    desktop.notifier.take_away("self-test")

    assert desktop.shell.told == ["This desktop does not show the notification."]


def test_a_tone_is_played_and_something_said(desktop):
    desktop.sensing.play_tone()

    assert desktop.tones.played
    assert desktop.speech.said
