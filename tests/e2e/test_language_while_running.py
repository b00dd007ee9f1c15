"""Another language while windows are open: each says what a fresh one says, and goes on."""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit

from coreapp import i18n
from coreapp.domain.first_answers import Step as FirstQuestion
from coreapp.domain.sitting.view import PromptLook
from coreapp.domain.timeline import PhaseKind
from coreapp.ui.background import Background
from coreapp.ui.breaks.answers import BreakAnswer
from coreapp.ui.navigation import PageKey, Place
from coreapp.ui.pages.later import LaterSteps
from coreapp.ui.pages.log.page import TrainingLogPage
from coreapp.ui.pages.progress.page import ProgressPage
from coreapp.ui.pages.settings.rows import BREAKS
from coreapp.ui.player.keys import KeysSheet
from tests.e2e.all_texts import Said, texts_of_menu, texts_of_windows
from tests.e2e.world import PATIENCE_MS, World
from tests.fakes.sound import FakeTones

Step = Callable[[World], object]

ROUTINE = "two-to-start"
LANGUAGES = ("nl", "de")
SOON_MS = 500
"""What a timer does by then comes before anybody looks."""


def speak(world: World, language: str) -> None:
    """Choose a language, as the settings do."""
    settings = world.services.preferences.change({"language": language})
    world.program.apply_settings(settings)
    world.settle()


def make_a_routine(world: World) -> None:
    world.program.window.go(Place(PageKey.ROUTINES))
    world.program.window.page._desk.begin_new()
    world.settle()
    # The name that is proposed stays in the language in which it was.
    name = world.find(world.program.window.page, "routine_name", QLineEdit)
    name.selectAll()
    world.qtbot.keyClicks(name, "ab")


def next_question(world: World) -> None:
    world.click(world.program.window, "welcome_next")


def press(world: World, *keys: Qt.Key) -> None:
    for key in keys:
        world.qtbot.keyClick(world.player, key)
    world.settle()


def play(world: World, kind: PhaseKind, seconds: float = 3) -> None:
    world.program.stage.prompter.grown.give_way()
    world.program.window.go(Place(PageKey.LOG))
    world.program.window.hide()  # the small window stands in for it
    world.begin(ROUTINE)
    world.play(lambda player: player.conductor.live.player.phase.kind is kind)
    world.clock.advance(seconds)
    world.player.tick()
    world.settle()


def ask_end(world: World) -> None:
    world.player.ask_end()


def fill_in(world: World) -> None:
    for sheet in world.player.findChildren(KeysSheet):
        sheet.accept()
    world.player.conductor.end()
    world.settle()
    form = world.player.after
    form.card.effort.set_value(4)
    form.card.effort.value_changed.emit(4)
    form.card.pain.choose_some()
    form.card.pain.scales["pain_after"].set_value(3)
    form.card.pain.changed.emit()
    form.card.note.setText("ab")


def bar(world: World) -> None:
    world.program.window.go(Place(PageKey.LOG))  # there is little on it
    world.hands.type()
    world.program.stage.tick()
    world.sit(29 * 60 + 45)
    assert world.program.breaks.view().prompt is PromptLook.BAR


def grown(world: World) -> None:
    world.sit(30)
    world.hands.rest()
    world.sit(4)
    assert world.program.stage.prompter.grown.is_open


def break_routine(world: World) -> None:
    world.program.stage.prompter.grown.answered.emit(BreakAnswer.ROUTINE)
    world.settle()
    world.play_break(lambda routine: routine.conductor.live.player.phase.kind is PhaseKind.WORK)


PAGES = (
    *(Place(key) for key in PageKey),
    Place(PageKey.LIBRARY, exercise="side-plank"),
    Place(PageKey.ROUTINES, programme="back-strength-8wk"),
    Place(PageKey.GUIDE, article="sitting"),
    Place(PageKey.GUIDE, article="when-to-see-a-doctor"),
    Place(PageKey.BREAKS, article="preview"),
)
OWN_ROUTINE = (make_a_routine,)
WELCOME = (
    lambda world: world.program.welcome_again(),
    *(len(FirstQuestion) - 1) * (next_question,),
)
BREAK = (bar, grown, break_routine, World.play_break)
PLAYER: tuple[Step, ...] = (
    lambda world: play(world, PhaseKind.WORK),
    lambda world: press(world, Qt.Key.Key_P),
    lambda world: press(world, Qt.Key.Key_D, Qt.Key.Key_M),
    lambda world: press(world, Qt.Key.Key_D, Qt.Key.Key_Space, Qt.Key.Key_Minus, Qt.Key.Key_T),
    lambda world: press(world, Qt.Key.Key_T, Qt.Key.Key_W),
    ask_end,
    lambda world: world.click(world.player, "go_on"),
    lambda world: world.player._show_keys(),
    fill_in,
)
WAY: tuple[Place | Step, ...] = (*PAGES, *OWN_ROUTINE, *WELCOME, *BREAK, *PLAYER)

WINDOWS = {
    "BreakWindow",
    "EndQuestion",
    "KeysSheet",
    "MainWindow",
    "PlayerWindow",
    "PromptBar",
    "SmallWindow",
}
"""All kinds that are open somewhere on the way."""


@pytest.fixture
def open_in(
    open_world: Callable[..., World], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str], World]:
    """Return what opens a program in a language, each time on data of its own."""

    def make(language: str) -> World:
        home = tmp_path / f"home-{len(list(tmp_path.iterdir()))}"
        home.mkdir()
        settings = {"language": language, "reduced_motion": True, "voice": False}
        (home / "settings.json").write_text(json.dumps(settings))
        monkeypatch.setenv("COREAPP_HOME", str(home))
        return open_world().start()

    return make


def test_what_is_open_says_everything_in_the_other_language(
    open_in: Callable[[str], World],
) -> None:
    """All along the way the language changes, and all is said as if it had never been another."""
    fresh = {language: said_on_the_way(open_in(language)) for language in LANGUAGES}
    world = open_in(LANGUAGES[0])

    opened = set[str]()
    for station, step in enumerate(WAY):
        language = other_language(station)
        go(world, step)
        speak(world, language)
        said = texts_at_rest(world)
        assert_same(said, fresh[language][station], f"station {station}")
        opened |= {kind for kind, what, _text in said if what == "title"}
    assert opened == WINDOWS


def other_language(station: int) -> str:
    """Return what is spoken after a station, where the language has changed each time."""
    return LANGUAGES[(station + 1) % len(LANGUAGES)]


def said_on_the_way(world: World) -> dict[int, Counter[Said]]:
    """Return what a program that knows one language says at the stations that end in it."""
    said = {}
    for station, step in enumerate(WAY):
        is_wanted = other_language(station) == i18n.language()
        if is_wanted or not isinstance(step, Place):
            go(world, step)
        if is_wanted:
            said[station] = texts_at_rest(world)
    world.stop()
    return said


def go(world: World, step: Place | Step) -> None:
    if isinstance(step, Place):
        world.program.window.go(step)
    else:
        step(world)


def texts_at_rest(world: World) -> Counter[Said]:
    """Wait until nothing more comes, for pages are made in parts; return all that is said."""
    calm = []

    def is_at_rest() -> bool:
        if any(still_to_come(world)):
            calm.clear()
        else:
            calm.append(True)
        return len(calm) == 2  # a page that is painted in between may want more

    world.settle()
    world.qtbot.waitUntil(is_at_rest, timeout=PATIENCE_MS)
    menu = texts_of_menu(world.program.stage.tray.menu)
    return texts_of_windows() + Counter(("menu", "entry", each) for each in menu)


def still_to_come(world: World) -> Iterator[bool]:
    """Ask everything that carries out something later whether it will."""
    window = world.program.window
    match None if window.is_covered else window.page:
        case TrainingLogPage() as page:
            yield page.isVisible() and not page.is_settled
        case ProgressPage() as page:
            yield page.isVisible() and not page.is_complete
    windows = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    for whole in (world.program, *windows):
        yield from (bool(each._pending) for each in whole.findChildren(Background))
        yield from (
            not (each.is_settled or each._widget.visibleRegion().isEmpty())
            for each in whole.findChildren(LaterSteps)
        )
        yield from (
            each.isSingleShot() and 0 <= each.remainingTime() < SOON_MS
            for each in whole.findChildren(QTimer)
        )


def assert_same(seen: Counter[Said], expected: Counter[Said], where: str) -> None:
    too_many = [f"old: {each}" for each in sorted(seen - expected)]
    missing = [f"new: {each}" for each in sorted(expected - seen)]
    assert not too_many + missing, "\n".join([where, *too_many, *missing])


def test_a_session_goes_on_its_question_stays_and_so_does_what_was_entered(
    open_in: Callable[[str], World], tones: FakeTones
) -> None:
    world = open_in("de")
    play(world, PhaseKind.WORK)
    player = world.player
    before = player.conductor.view()
    heard = list(tones.played)

    for language in ("nl", "en", "de"):
        speak(world, language)

    after = player.conductor.view()
    assert (after.index, after.state) == (before.index, before.state)
    assert after.session_into == pytest.approx(before.session_into)
    assert tones.played == heard
    assert world.player is player
    assert player.conductor.live.next_call() is not None

    ask_end(world)
    speak(world, "nl")
    assert not player.conductor.is_moving
    world.click(player, "go_on")
    assert player.conductor.is_moving

    fill_in(world)
    speak(world, "de")
    felt = player.after.card.feeling()
    assert (felt.effort, felt.pain_after, felt.note) == (4, 3, "ab")


def test_a_bar_stays_the_same_question_unheard_and_a_break_runs_on(
    open_in: Callable[[str], World], tones: FakeTones
) -> None:
    world = open_in("de")
    world.services.preferences.change({"prompt_sound": True})
    bar(world)
    prompter = world.program.stage.prompter
    before, exercise, heard = prompter.bar, prompter.bar._content.exercise, list(tones.played)
    assert heard
    assert before.windowTitle() == "Sitzpause"

    speak(world, "nl")

    assert prompter.bar is not before
    assert prompter.bar.windowTitle() == "Zitpauze"
    assert prompter.bar.isVisible()
    assert prompter.bar._content.exercise == exercise
    assert tones.played == heard

    grown(world)
    windows = list(prompter.grown.windows)
    left = world.program.breaks.view().break_left

    speak(world, "de")

    assert list(prompter.grown.windows) == windows
    assert world.program.breaks.view().break_left == pytest.approx(left)


def test_pages_stay_where_they_were(open_in: Callable[[str], World]) -> None:
    world = open_in("de")
    window = world.program.window
    library = world.open_page(PageKey.LIBRARY)
    library._search.setText("plank")
    progress = world.open_page(PageKey.PLAN)
    progress._choose_kind("week")
    settings = world.open_page(PageKey.SETTINGS)
    settings.show_section(BREAKS)
    texts_at_rest(world)
    settings.verticalScrollBar().setValue(200)

    speak(world, "nl")
    texts_at_rest(world)

    assert window.place == Place(PageKey.SETTINGS)
    assert window.page._chosen == BREAKS
    assert window.page.verticalScrollBar().value() == 200
    assert world.open_page(PageKey.LIBRARY)._search.text() == "plank"
    assert len(world.program.window.page._matches()) < 10
    assert world.open_page(PageKey.PLAN)._kind == "week"
