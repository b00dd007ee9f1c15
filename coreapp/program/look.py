"""How everything looks, and in which language: theme, figures, and the words that are Qt's own."""

from PySide6.QtWidgets import QApplication

from coreapp import i18n
from coreapp.bootstrap import Services
from coreapp.domain.settings import Settings
from coreapp.program.qt_language import QtLanguage
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.figure.own_pictures import OwnPictures
from coreapp.ui.theme.app_icon import app_icon
from coreapp.ui.theme.theme import load_theme


class Look:
    """Follows the settings.

    Attributes:
        theme: colours, sizes and icons.
        art: the figures.
    """

    def __init__(self, app: QApplication, services: Services) -> None:
        self._app = app
        self._services = services
        self._qt_language = QtLanguage(app)
        self._chosen_language = services.preferences.settings.language
        assets = services.paths.assets
        self.theme = load_theme(assets / "themes", assets / "icons" / "icons.toml")
        app.setWindowIcon(app_icon(assets / "icons" / "app"))
        self.art = FigureArt(services.find_figure, OwnPictures(services.find_pictures))

    def begin(self) -> None:
        """Put everything on, before the first window is shown."""
        self._qt_language.follow()
        self.follow(self._services.preferences.settings)
        self.theme.apply(self._app)

    def follow(self, settings: Settings) -> None:
        """Look as the settings say; what is shown is painted again."""
        self.theme.set_choice(settings.theme)
        self.theme.set_text_factor(settings.text_percent / 100)
        self.theme.set_reduced_motion(reduced=settings.reduced_motion)
        is_other_skin = self.art.set_skin(settings.figure_skin)
        if self.art.set_build(settings.figure_build) or is_other_skin:
            self.theme.repaint()

    def forget(self) -> None:
        """Let go of icons and figures that are kept; they are made again where they are needed.

        What was read of figures stays: it is less than a megabyte, and slow to read again.
        """
        self.theme.forget_icons()
        self.art.forget()

    def switch_language(self, settings: Settings) -> bool:
        """Speak the language that was chosen, and tell whether it is another one.

        Only a choice made now outweighs the language asked for on the command line.
        """
        if settings.language == self._chosen_language:
            return False
        self._chosen_language = settings.language
        before = i18n.language()
        self._services.use_language()
        if i18n.language() == before:
            return False
        self._qt_language.follow()
        return True

    def take_off(self) -> None:
        """Let go of the application."""
        self.theme.withdraw()
        self._qt_language.let_go()
