"""Another language while windows are open: each says what a fresh one says, and goes on."""

import json
from collections import Counter
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from coreapp.domain.sitting.view import PromptLook
from coreapp.domain.timeline import PhaseKind
from coreapp.ui.breaks.answers import BreakAnswer
from coreapp.ui.navigation import PageKey, Place
from coreapp.ui.pages.settings.rows import BREAKS
from coreapp.ui.player.keys import KeysSheet
from tests.e2e.all_texts import Said, texts_of_menu, texts_of_windows
from tests.e2e.world import PATIENCE_MS, World
from tests.fakes.sound import FakeTones

Step = Callable[[World], object]

ROUTINE = "core-basics-runners"
SHORT = "two-to-start"
AT_REST = 6
"""So many times ten milliseconds lie between two looks that find the same; each look is dear."""


def speak(world: World, language: str) -> None:
    """Choose a language, as the settings do."""
    settings = world.services.preferences.change({"language": language})
    world.program.apply_settings(settings)
    world.settle()


def press(world: World, *keys: Qt.Key) -> None:
    for key in keys:
        world.qtbot.keyClick(world.player, key)
    world.settle()


def play(world: World, kind: PhaseKind, seconds: float = 3, routine: str = ROUTINE) -> None:
    world.program.window.hide()  # only the player is of interest here
    world.begin(routine)
    world.play(lambda player: player.conductor.live.player.phase.kind is kind)
    world.clock.advance(seconds)
    world.player.tick()
    world.settle()


def ask_end(world: World) -> None:
    world.player.ask_end()


def go_on(world: World) -> None:
    world.click(world.player, "go_on")


def show_keys(world: World) -> None:
    world.player._show_keys()


def fill_in(world: World) -> None:
    for sheet in world.player.findChildren(KeysSheet):
        sheet.accept()
    world.play()
    form = world.player.after
    form.card.effort.set_value(4)
    form.card.effort.value_changed.emit(4)
    form.card.pain.choose_some()
    form.card.pain.scales["pain_after"].set_value(3)
    form.card.pain.changed.emit()
    form.card.note.setText("ab")


def bar(world: World) -> None:
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


def break_done(world: World) -> None:
    world.play_break()


def page(key: PageKey, **part: str) -> Step:
    def open_it(world: World) -> None:
        world.program.window.go(Place(key, **part))

    return open_it


WAYS: dict[str, list[Step]] = {
    "the player": [
        lambda world: play(world, PhaseKind.WORK),
        lambda world: press(world, Qt.Key.Key_P),
        lambda world: press(world, Qt.Key.Key_D, Qt.Key.Key_M),
        lambda world: press(world, Qt.Key.Key_D, Qt.Key.Key_Space, Qt.Key.Key_Minus, Qt.Key.Key_T),
        lambda world: press(world, Qt.Key.Key_T, Qt.Key.Key_W),
        ask_end,
        go_on,
        show_keys,
        fill_in,
    ],
    "a break": [bar, grown, break_routine, break_done],
    "the pages": [
        *(page(key) for key in PageKey),
        page(PageKey.LIBRARY, exercise="side-plank"),
        page(PageKey.ROUTINES, programme="back-strength-8wk"),
        page(PageKey.GUIDE, article="sitting"),
        page(PageKey.GUIDE, article="when-to-see-a-doctor"),
        page(PageKey.BREAKS, article="preview"),
    ],
}


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


@pytest.mark.parametrize("way", WAYS)
def test_what_is_open_says_everything_in_the_other_language(
    open_in: Callable[[str], World], way: str, tray: list[str]
) -> None:
    """All along the way the language changes, and all is said as if it had never been another."""
    fresh = open_in("nl")
    wanted = [texts_after(fresh, step) for step in WAYS[way]]
    fresh.stop()
    world = open_in("nl")

    for step, expected in zip(WAYS[way], wanted, strict=True):
        speak(world, "de")
        step(world)
        assert texts_at_rest(world) != expected
        speak(world, "nl")
        assert_same(texts_at_rest(world), expected)


def texts_after(world: World, step: Step) -> Counter[Said]:
    """Go a step, and return what is said then in windows that are fresh."""
    step(world)
    if world.program.window.isVisible():
        world.program.window.rebuild()
    return texts_at_rest(world)


def texts_at_rest(world: World) -> Counter[Said]:
    """Wait until nothing more comes, for pages are made in parts; return all that is said."""
    turns = count()
    looks: list[Counter[Said]] = []

    def is_at_rest() -> bool:
        if next(turns) % AT_REST:
            return False
        looks.append(texts_of_windows())
        return looks[-1:] == looks[-2:-1]

    world.settle()
    world.qtbot.waitUntil(is_at_rest, timeout=PATIENCE_MS)
    menu = texts_of_menu(world.program.stage.tray.menu)
    return looks[-1] + Counter(("menu", "entry", each) for each in menu)


def assert_same(seen: Counter[Said], expected: Counter[Said]) -> None:
    too_many = [f"old: {each}" for each in sorted(seen - expected)]
    missing = [f"new: {each}" for each in sorted(expected - seen)]
    assert not too_many + missing, "\n".join(too_many + missing)


def test_a_session_goes_on_as_if_nothing_had_happened(
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


def test_what_was_entered_after_a_session_stays(open_in: Callable[[str], World]) -> None:
    world = open_in("de")
    play(world, PhaseKind.WORK, routine=SHORT)
    fill_in(world)

    speak(world, "nl")

    felt = world.player.after.card.feeling()
    assert (felt.effort, felt.pain_after, felt.note) == (4, 3, "ab")


def test_a_question_stays_open_and_its_answers_do_what_they_did(
    open_in: Callable[[str], World],
) -> None:
    world = open_in("de")
    play(world, PhaseKind.WORK)
    ask_end(world)

    speak(world, "nl")
    world.click(world.player, "go_on")

    assert world.player.conductor.is_moving


def test_a_bar_stays_the_same_question_and_is_not_heard_again(
    open_in: Callable[[str], World], tones: FakeTones
) -> None:
    world = open_in("de")
    world.services.preferences.change({"prompt_sound": True})
    bar(world)
    prompter = world.program.stage.prompter
    exercise, heard = prompter.bar._content.exercise, list(tones.played)
    assert heard

    speak(world, "nl")

    assert prompter.bar.isVisible()
    assert prompter.bar._content.exercise == exercise
    assert tones.played == heard


def test_a_break_runs_on(open_in: Callable[[str], World]) -> None:
    world = open_in("de")
    bar(world)
    grown(world)
    windows = list(world.program.stage.prompter.grown.windows)
    left = world.program.breaks.view().break_left

    speak(world, "nl")

    assert list(world.program.stage.prompter.grown.windows) == windows
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
