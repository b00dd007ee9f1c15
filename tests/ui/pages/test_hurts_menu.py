"""What hurts today, on the card of a few minutes."""

from functools import partial

import pytest

from coreapp.domain.errors import DiskFullError
from coreapp.domain.guide import WHEN_TO_SEE_A_DOCTOR
from coreapp.domain.hurts import LEFT_OUT, Hurt
from coreapp.domain.marks import NO_TASTE
from coreapp.services.changes import Change
from coreapp.services.composing import Composing
from coreapp.services.hurts import Hurts
from coreapp.ui.pages.hurts_menu import HurtsMenu
from coreapp.ui.pages.today.quick_card import QuickCard
from coreapp.ui.pages.wish_choices import SparedChoice
from coreapp.ui.widgets.film_strip import FilmStrip
from tests.fakes.desktop import FakeStateFile
from tests.ui.pages.desk import PageDesk, settle
from tests.ui.pages.today.test_quick_card import TODAY
from tests.ui.pages.today.today_page import make_today


class FullDisk(FakeStateFile):
    """Nothing can be written."""

    def save(self, document) -> None:
        raise DiskFullError


class Shown:
    """The card with the choice, and what it tells."""

    def __init__(self, qtbot, file: FakeStateFile) -> None:
        self.desk = desk = PageDesk(qtbot)
        self.hurts = Hurts(file, desk.clock, desk.library)
        composing = Composing(
            desk.library, desk.database, desk.clock, lambda: self.hurts.spare(NO_TASTE)
        )
        self.menu = HurtsMenu(lambda: self.hurts)
        self.told: list[object] = []
        self.menu.changed.connect(partial(self.told.append, "changed"))
        self.menu.doctor_requested.connect(partial(self.told.append, "doctor"))
        self.menu.failed.connect(self.told.append)
        self.card = QuickCard(
            desk.theme, desk.art, desk.library, lambda: composing, tuple, self.menu
        )
        qtbot.addWidget(self.card)
        self.card.resize(440, 420)
        self.card.refresh(TODAY)
        self.card.show()
        settle()
        settle()

    def pick(self, text: str) -> None:
        next(each for each in self.menu.actions() if each.text() == text).trigger()
        settle()

    @property
    def spared(self) -> SparedChoice:
        found = self.card.findChild(SparedChoice)
        assert found is not None
        return found

    def strip(self) -> str:
        strip = self.card.findChild(FilmStrip)
        assert strip is not None
        return strip.accessibleName()


@pytest.fixture
def shown(qtbot) -> Shown:
    return Shown(qtbot, FakeStateFile())


def test_what_hurts_is_left_out_of_what_is_proposed(shown):
    assert shown.spared.text() == "Not today…"

    for each in ("Leaning back", "Knee", "Neck"):
        shown.pick(each)
    assert shown.hurts.today == {Hurt.LEANING_BACK, Hurt.KNEES, Hurt.NECK}
    assert shown.spared.text() == "Not today: 3"
    assert shown.spared.toolTip() == "Leaning back, Neck, Knee"
    assert shown.told == ["changed"] * 3
    library = shown.desk.library
    for hurt in shown.hurts.today:
        for exercise in LEFT_OUT[hurt]:
            assert library.exercise_name(exercise) not in shown.strip()

    shown.pick("Knee")
    assert shown.hurts.today == {Hurt.LEANING_BACK, Hurt.NECK}


def test_when_to_see_a_doctor_is_the_last_of_the_menu(shown):
    shown.pick("When to see a doctor")

    assert shown.told == ["doctor"]
    assert shown.hurts.today == frozenset()


def test_tomorrow_it_is_over(shown):
    shown.pick("Knee")
    shown.desk.clock.advance(86_400)

    shown.card.refresh(TODAY)
    settle()
    settle()
    assert shown.spared.text() == "Not today…"


def test_what_cannot_be_kept_is_told(qtbot):
    shown = Shown(qtbot, FullDisk())

    shown.pick("Knee")
    assert isinstance(shown.told[0], DiskFullError)
    assert shown.spared.text() == "Not today…"


def test_today_leads_to_the_doctor_and_tells_the_breaks(qtbot):
    desk = PageDesk(qtbot)
    hurts = Hurts(FakeStateFile(), desk.clock, desk.library)
    page = make_today(desk, hurts=lambda: hurts)
    desk.show(page)
    menu = page.findChild(HurtsMenu)
    assert menu is not None

    menu.actions()[0].trigger()
    menu.actions()[-1].trigger()
    assert hurts.today == {Hurt.LEANING_BACK}
    assert desk.shell.changes == [(Change.BREAKS,)]
    assert desk.shell.articles == [WHEN_TO_SEE_A_DOCTOR]
