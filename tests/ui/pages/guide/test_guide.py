"""The guide: pictures and titles to choose from, an article in the same place, and the way back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from coreapp.domain.errors import ContentError, UnknownIdError
from coreapp.domain.guide import WHEN_TO_SEE_A_DOCTOR
from coreapp.services.guide import Guide
from coreapp.services.playing import Request
from coreapp.ui.navigation import PageKey
from coreapp.ui.pages.guide.article_view import MEASURE
from coreapp.ui.pages.guide.figure_tiles import FigureBand, FigureTile, TileGrid
from coreapp.ui.pages.guide.page import GuidePage
from coreapp.ui.theme.fonts import Type
from coreapp.ui.widgets.labels import WrappedLabel
from tests.fakes.shell import FakeShell
from tests.fakes.shipped import shipped_art, shipped_guide, shipped_library, shipped_theme
from tests.ui.pages.desk import settle, texts

KINDS = (WHEN_TO_SEE_A_DOCTOR, "sitting", "shoes")
"""With signs to tick, with routines, and without any."""


class Reader:
    """The page as a person sees it; the shell opens what is asked for, as the program does."""

    def __init__(self, qtbot: QtBot, guide: Guide | None = None) -> None:
        self.qtbot = qtbot
        self.shell = FakeShell()
        self.guide = guide or shipped_guide()
        self.theme = shipped_theme()
        self.theme.set_reduced_motion(reduced=True)
        self.page = GuidePage(
            self.theme, shipped_art(), shipped_library(), lambda: self.guide, self.shell
        )
        qtbot.addWidget(self.page)
        self.page.resize(1224, 860)
        self.page.show()

    def open(self, article: str = "") -> None:
        self.page.show_part(article)
        self.page.become_seen()
        settle()

    def rows(self) -> list[str]:
        """Return the ids of the articles that are listed, from the top."""
        found = [
            each
            for each in self.page.findChildren(QAbstractButton)
            if each.objectName().startswith("article_") and each.isVisible()
        ]
        found.sort(key=lambda each: each.mapTo(self.page, each.rect().topLeft()).y())
        return [each.objectName().removeprefix("article_") for each in found]

    def button(self, name: str) -> QAbstractButton:
        settle()
        return next(
            each
            for each in self.page.findChildren(QAbstractButton)
            if each.isVisible() and name in {each.objectName(), each.text(), each.accessibleName()}
        )

    def click(self, name: str) -> None:
        button = self.button(name)
        self.page.ensureWidgetVisible(button)
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        settle()

    def texts(self) -> list[str]:
        return texts(self.page)


@pytest.fixture
def reader(qtbot: QtBot) -> Iterator[Reader]:
    made = Reader(qtbot)
    made.open()
    yield made
    made.page.hide()


def test_the_list_begins_with_the_way_to_a_doctor_and_each_row_opens_its_article(
    reader: Reader,
) -> None:
    assert reader.rows() == [each.id for each in reader.guide.articles]
    assert reader.rows()[0] == WHEN_TO_SEE_A_DOCTOR
    shown = reader.texts()
    for article in reader.guide.articles:
        assert article.title in shown
        assert article.summary in shown
    bands = [each for each in reader.page.findChildren(FigureBand) if each.isVisible()]
    assert len(bands) == 14  # the fifteenth is marked otherwise
    assert all(2 <= len(each._shots) <= 3 for each in bands)

    reader.click("article_sitting")
    assert reader.shell.articles == ["sitting"]
    for count, key in enumerate((Qt.Key.Key_Return, Qt.Key.Key_Space), start=1):
        reader.qtbot.keyClick(reader.button("article_shoes"), key)
        assert reader.shell.articles[1:] == ["shoes"] * count


def test_figures_are_painted_and_large_words_get_the_room_of_all_but_one(
    reader: Reader, qtbot: QtBot
) -> None:
    band = next(each for each in reader.page.findChildren(FigureBand) if each.isVisible())
    before = band.width()

    def has_figures() -> bool:
        picture = band.grab().toImage()
        columns = range(0, picture.width(), 3)
        return len({picture.pixel(x, y) for x in columns for y in range(picture.height())}) > 24

    qtbot.waitUntil(has_figures)

    reader.page.resize(620, 680)
    reader.theme.set_text_factor(2.0)
    settle()

    assert len(band._shots) == 1
    assert band.width() < before * 2 / 3
    assert reader.page.widget().width() <= reader.page.viewport().width()

    reader.page.resize(1224, 860)
    reader.theme.set_text_factor(1.0)
    settle()
    assert band.width() == before


def test_searching_keeps_the_way_to_a_doctor(reader: Reader) -> None:
    reader.page.focus_search()
    reader.qtbot.keyClicks(reader.page._list.search, "cobbles")
    assert reader.rows() == [WHEN_TO_SEE_A_DOCTOR]
    assert {
        "Nothing found for “cobbles”",
        "No article says that. Try another word.",
    } <= set(reader.texts())

    reader.page._list.search.setText("shoes")
    settle()

    assert reader.rows()[:2] == [WHEN_TO_SEE_A_DOCTOR, "shoes"]
    assert len(reader.rows()) < 15
    assert "No article says that. Try another word." not in reader.texts()

    reader.page._list.search.clear()
    settle()
    assert len(reader.rows()) == 15

    # Where nothing is found all articles are one click away.
    search = reader.page._list.search
    for word in ("cobbles", "cobblestones"):
        search.setText(word)
        settle()
        assert f"Nothing found for “{word}”" in reader.texts()
    buttons = reader.page.findChildren(QPushButton)
    next(each for each in buttons if each.text() == "Show all articles").click()
    settle()
    assert search.text() == ""
    assert len(reader.rows()) == 15
    assert not any(text.startswith("Nothing found") for text in reader.texts())


def test_there_is_nothing_to_search_before_the_list_is_there(qtbot: QtBot) -> None:
    reader = Reader(qtbot)

    reader.page.focus_search()

    assert reader.shell.pages == []


@pytest.mark.parametrize(
    "chosen", [KINDS, pytest.param((), marks=pytest.mark.soak)], ids=["kinds", "all"]
)
def test_an_article_is_shown_whole(reader: Reader, chosen: tuple[str, ...]) -> None:
    for article in reader.guide.articles:
        if chosen and article.id not in chosen:
            continue
        reader.open(article.id)
        shown = reader.texts()
        assert reader.rows() == []
        assert {article.title, article.summary} <= set(shown)
        for section in article.sections:
            assert set(section.paragraphs) <= set(shown)
            assert not section.heading or section.heading in shown
        assert any("does not replace a doctor" in text for text in shown)
        assert ("Routines that go with it" in shown) == bool(article.routines)


def test_an_article_leads_to_exercises_routines_other_articles_and_back(reader: Reader) -> None:
    reader.open("sitting")
    tiles = [each for each in reader.page.findChildren(FigureTile) if each.isVisible()]
    first = reader.guide.article("sitting").sections[0].paragraphs[0]
    text = next(each for each in reader.page.findChildren(QLabel) if each.text() == first)

    def top(widget) -> int:
        return widget.mapTo(reader.page, widget.rect().topLeft()).y()

    assert len(tiles) == 6
    assert max(map(top, tiles)) < top(text), "figures come before the words"
    assert tiles[0].accessibleName() == "How to do Marching on the spot"
    kinds = [
        each.property("kind")
        for each in reader.page.findChildren(QAbstractButton)
        if each.isVisible() and each.text() == "Start"
    ]
    assert kinds == ["primary", "secondary", "secondary"]

    reader.click("exercise_desk-march")
    assert reader.shell.exercises == ["desk-march"]
    reader.click("Start Desk break A – reset")
    assert reader.shell.requests == [Request("desk-2min-a-reset")]
    reader.click("Staying active with pain")
    assert reader.shell.articles == ["staying-active"]
    reader.click("Back")
    assert reader.shell.times_gone_back == 1
    reader.page.focus_search()
    assert reader.shell.pages == [PageKey.GUIDE], "the list is searched"


def test_lines_are_no_longer_than_one_can_read_however_large_the_letters(reader: Reader) -> None:
    reader.open("sitting")
    paragraphs = set(reader.guide.article("sitting").sections[1].paragraphs)
    labels = [each for each in reader.page.findChildren(WrappedLabel) if each.text() in paragraphs]
    for label in labels:
        label.setFont(reader.theme.font(Type.READING))  # as the style sheet does in the program

    lines = [line for each in labels for line in each._lines(each.maximumWidth())]

    assert MEASURE - 12 < max(map(len, lines)) <= MEASURE + 4  # not all letters are as wide

    reader.theme.set_text_factor(1.5)
    reader.open("shoes")
    paragraph = reader.guide.article("shoes").sections[0].paragraphs[0]
    label = next(each for each in reader.page.findChildren(QLabel) if each.text() == paragraph)
    letter = QFontMetricsF(reader.theme.font(Type.READING)).averageCharWidth()
    assert label.maximumWidth() > 50 * letter


def test_sources_are_folded_and_small_and_stay_as_they_were_while_it_is_read(
    reader: Reader,
) -> None:
    reader.open("sitting")
    sources = reader.guide.article("sitting").sources
    assert not set(sources) & set(reader.texts())
    reader.click("Sources")
    assert set(sources) <= set(reader.texts())
    small = [each for each in reader.page.findChildren(QLabel) if each.text() in sources]
    assert {each.property("role") for each in small} == {Type.CAPTION.value}

    bar = reader.page.verticalScrollBar()
    bar.setValue(300)
    reader.page.become_hidden()
    reader.open("sitting")
    assert bar.value() == 300
    assert set(sources) <= set(reader.texts())

    reader.click("Sources")
    assert not set(sources) & set(reader.texts())


def test_the_list_is_found_again_where_it_was_left(reader: Reader) -> None:
    bar = reader.page.verticalScrollBar()
    bar.setValue(400)
    reader.open("recovery")
    assert bar.value() == 0

    reader.open("")
    settle()

    assert bar.value() == 400
    assert reader.button("article_recovery").hasFocus()

    reader.open("hats")
    assert isinstance(reader.shell.errors[-1], UnknownIdError)
    assert len(reader.rows()) == 15, "there is no such article, and the list stays"


def test_a_broken_file_is_told_instead_of_shown(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "broken.toml").write_text("id = 3", "utf-8")
    reader = Reader(qtbot)
    reader.page._find_guide = lambda: shipped_guide(folder=tmp_path)

    reader.open()

    assert isinstance(reader.shell.errors[-1], ContentError)


@pytest.mark.parametrize(
    ("width", "tiles", "columns"),
    [(1100, 6, 6), (700, 6, 3), (500, 5, 3), (150, 4, 1), (700, 2, 2)],
)
def test_tiles_stand_in_lines_of_about_equal_length(
    qtbot: QtBot, width: int, tiles: int, columns: int
) -> None:
    theme = shipped_theme()
    names = ["plank", "bird-dog", "dead-bug", "cat-cow", "calf-stretch", "torso-twist"][:tiles]
    grid = TileGrid(theme, [FigureTile(theme, shipped_art(), each, each, "") for each in names])
    qtbot.addWidget(grid)
    grid.resize(width, 500)
    grid.show()
    settle()

    lefts = {each.x() for each in grid.findChildren(FigureTile)}

    assert len(lefts) == columns
