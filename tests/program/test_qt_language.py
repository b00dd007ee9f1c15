"""What Qt writes itself follows the language of all the rest."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from coreapp import i18n
from coreapp.program.qt_language import QtLanguage

TRANSLATIONS = Path(__file__).parents[2] / "translations"


@pytest.fixture
def language(qapp: QApplication) -> Iterator[QtLanguage]:
    made = QtLanguage(qapp)
    yield made
    made.let_go()
    QLocale.setDefault(QLocale.c())
    i18n.install(TRANSLATIONS, "en")


def close_button() -> str:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    return box.button(QDialogButtonBox.StandardButton.Close).text().replace("&", "")


def date_as_written() -> str:
    return QLocale().toString(QDate(2026, 3, 4), QLocale.FormatType.ShortFormat)


def test_buttons_and_dates_change_with_the_language(language: QtLanguage) -> None:
    i18n.install(TRANSLATIONS, "de")
    language.follow()
    assert (close_button(), date_as_written()) == ("Schließen", "04.03.26")

    i18n.install(TRANSLATIONS, "nl")
    language.follow()
    assert (close_button(), date_as_written()) == ("Sluiten", "04-03-2026")

    i18n.install(TRANSLATIONS, "en")
    language.follow()
    assert close_button() == "Close"


def test_english_dates_are_those_of_the_region(language: QtLanguage, monkeypatch) -> None:
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    i18n.install(TRANSLATIONS, "en", "GB")

    language.follow()

    assert date_as_written() == "04/03/2026"


def test_afterwards_nothing_is_translated(language: QtLanguage) -> None:
    i18n.install(TRANSLATIONS, "de")
    language.follow()

    language.let_go()
    language.let_go()

    assert close_button() == "Close"
