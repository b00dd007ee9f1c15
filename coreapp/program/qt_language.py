"""Qt's own words and ways of writing, in the language that is shown."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from coreapp import i18n
from coreapp.desktop.system_language import system_region


class QtLanguage:
    """Keeps buttons and date fields that Qt makes itself in the language of all the rest."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._translator: QTranslator | None = None

    def follow(self) -> None:
        """Take over the language that is shown now."""
        language = i18n.language()
        # Without a region Qt would give English dates to everybody as Americans write them.
        QLocale.setDefault(QLocale("_".join(filter(None, (language, system_region())))))
        self.let_go()
        translator = QTranslator()
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if translator.load(f"qtbase_{language}", folder):
            self._app.installTranslator(translator)
            self._translator = translator

    def let_go(self) -> None:
        """Take the translations away again."""
        if self._translator is not None:
            self._app.removeTranslator(self._translator)
            self._translator = None
