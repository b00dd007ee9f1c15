"""Reading the guide, and reaching *when to see a doctor* from where pain is asked for."""

import pytest
from PySide6.QtCore import Qt

from coreapp.domain.guide import WHEN_TO_SEE_A_DOCTOR
from coreapp.ui.navigation import PageKey, Place
from coreapp.ui.player.player_window import PlayerWindow
from tests.e2e.world import World, texts_of

DOCTOR = Place(PageKey.GUIDE, article=WHEN_TO_SEE_A_DOCTOR)


def test_an_article_leads_to_an_exercise_and_back(world: World) -> None:
    page = world.open_page(PageKey.GUIDE)
    world.click(page, "article_sitting")
    assert world.program.window.place == Place(PageKey.GUIDE, article="sitting")

    world.click(page, "exercise_desk-march")
    assert world.program.window.place.exercise == "desk-march"
    world.qtbot.keyClick(world.program.window, Qt.Key.Key_Escape)
    assert world.program.window.place == Place(PageKey.GUIDE, article="sitting")
    world.click(page, "Back")

    assert world.program.window.place == Place(PageKey.GUIDE)
    assert "When to see a doctor" in texts_of(page)


def test_a_routine_is_started_from_an_article(world: World) -> None:
    world.program.open_article("sitting")

    world.click(world.program.window, "Start Desk break A – reset")

    assert world.player.conductor.live.session.routine == "desk-2min-a-reset"
    world.player.close_now()


def test_after_a_session_with_pain_the_article_is_one_click_away(world: World) -> None:
    world.program.obey(["play", "desk-2min-a-reset"])
    world.play()
    player: PlayerWindow = world.player
    world.qtbot.keyClicks(player.after.card.pain.scales["pain_after"], "7")
    assert "You put your pain at 7 of 10." in player.after.card.concern

    world.click(player, "When to see a doctor")

    assert world.program.window.place == DOCTOR
    assert player.isVisible()
    world.click(player, "Save")
    (session,) = world.services.training.history()
    assert session.pain_after == 7
    world.program.go_back()
    assert world.program.window.place == Place(PageKey.TODAY)


@pytest.mark.parametrize(("region", "number"), [("us", "911"), ("gb", "999"), ("at", "144 or 112")])
def test_the_number_of_the_country_is_said(world: World, region: str, number: str) -> None:
    world.services.preferences.change({"region": region})
    world.program.open_article(WHEN_TO_SEE_A_DOCTOR)

    world.click(world.program.window, "sign_RF-05")

    assert f"Call {number}." in world.program.window.page.panel.text


def test_the_guide_has_its_key(world: World) -> None:
    world.qtbot.keyClick(world.program.window, Qt.Key.Key_8, Qt.KeyboardModifier.ControlModifier)

    assert world.program.window.place == Place(PageKey.GUIDE)
