"""Reading the guide, and reaching *when to see a doctor* from where pain is asked for."""

import pytest
from PySide6.QtCore import Qt

from coreapp.domain.guide import WHEN_TO_SEE_A_DOCTOR
from coreapp.ui.navigation import PageKey, Place
from coreapp.ui.player.player_window import PlayerWindow
from tests.e2e.world import World, texts_of

DOCTOR = Place(PageKey.GUIDE, article=WHEN_TO_SEE_A_DOCTOR)


@pytest.mark.usefixtures("tray")
def test_it_has_its_key_and_an_article_leads_to_an_exercise_back_and_to_a_session(
    world: World,
) -> None:
    world.open_page(PageKey.LOG)
    window = world.program.window
    world.qtbot.keyClick(window, Qt.Key.Key_8, Qt.KeyboardModifier.ControlModifier)
    assert window.place == Place(PageKey.GUIDE)
    page = window.page
    world.click(page, "article_sitting")
    assert window.place == Place(PageKey.GUIDE, article="sitting")

    world.click(page, "exercise_desk-march")
    assert window.place.exercise == "desk-march"
    world.qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.place == Place(PageKey.GUIDE, article="sitting")
    world.click(page, "Back")
    assert window.place == Place(PageKey.GUIDE)
    assert "When to see a doctor" in texts_of(page)

    world.program.open_article("sitting")
    world.click(window, "Start Desk break A – reset")
    assert world.player.conductor.live.session.routine == "desk-2min-a-reset"
    world.player.close_now()


@pytest.mark.usefixtures("tray")
def test_after_a_session_with_pain_the_doctor_is_one_click_away(world: World) -> None:
    world.program.obey(["play", "desk-1min-micro"])
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

    the_number_of_the_country_is_said(world)


def the_number_of_the_country_is_said(world: World) -> None:
    for region, number in (("us", "911"), ("gb", "999"), ("at", "144 or 112")):
        world.services.preferences.change({"region": region})
        world.program.open_article(WHEN_TO_SEE_A_DOCTOR)
        world.click(world.program.window, "sign_RF-05")
        assert f"Call {number}." in world.program.window.page.panel.text
        world.open_page(PageKey.TODAY)
