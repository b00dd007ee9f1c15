"""The look that is on now: colours, text size, movement; one object for the whole program."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QApplication

from coreapp.domain.settings import ThemeChoice
from coreapp.ui.theme.edges import line_width
from coreapp.ui.theme.focus_ring import FocusRings
from coreapp.ui.theme.fonts import Fonts, Type
from coreapp.ui.theme.icons import Icon, Icons, load_icons, paint_logo
from coreapp.ui.theme.metrics import FOCUS_WIDTH, ICON
from coreapp.ui.theme.palette import make_palette
from coreapp.ui.theme.stylesheet import make_stylesheet
from coreapp.ui.theme.system_look import SystemLook
from coreapp.ui.theme.tokens import CONTRAST, DARK, LIGHT, Tokens, load_tokens


class Theme(QObject):
    """The present look; painters read `tokens`, and repaint on `changed`."""

    changed = Signal()

    def __init__(self, looks: Mapping[str, Tokens], icons: Icons, system: SystemLook) -> None:
        """Begin as the system has it.

        Args:
            looks: the colours of `light`, `dark` and `contrast`, by these names.
            icons: the drawings of all icons.
            system: what the desktop asks for.
        """
        super().__init__()
        self._looks = looks
        self._icons = icons
        self._icons_made: dict[tuple[Icon, str, float, float], QIcon] = {}
        self._system = system
        self._ratios = system.ratios
        self._choice = ThemeChoice.AUTO
        self._reduced_motion = False
        self._app: QApplication | None = None
        self._rings: FocusRings | None = None
        family = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
        self._fonts = Fonts(family)
        self._tokens = looks[self._name()]
        system.changed.connect(self._follow_system)

    @property
    def tokens(self) -> Tokens:
        """The colours that are on now."""
        return self._tokens

    @property
    def paper_tokens(self) -> Tokens:
        """The colours that go on paper, whichever are on the screen."""
        return self._looks[LIGHT]

    @property
    def fonts(self) -> Fonts:
        """The type scale at the present text size."""
        return self._fonts

    @property
    def icons(self) -> Icons:
        """The drawings of all icons."""
        return self._icons

    @property
    def choice(self) -> ThemeChoice:
        """What the person chose."""
        return self._choice

    @property
    def reduced_motion(self) -> bool:
        """Whether nothing may move."""
        return self._reduced_motion

    def apply(self, app: QApplication) -> None:
        """Put the look on the whole program, now and at every change from now on."""
        self._app = app
        app.setStyle("Fusion")
        if self._rings is None:
            self._rings = FocusRings(app, self.focus_line(), self)
        self._put_on()

    def withdraw(self) -> None:
        """Take back what was put on the program but the look itself, which stays for its end."""
        if self._app is not None and self._rings is not None:
            self._rings.let_go(self._app)
            self._rings = None
        self._app = None

    def set_choice(self, choice: ThemeChoice) -> None:
        """Switch to other colours, or to what the system says."""
        self._choice = choice
        if self._pick():
            self._announce()

    def set_text_factor(self, factor: float) -> None:
        """Enlarge all text; 1.0 is 100 %."""
        if factor != self._fonts.factor:
            self._fonts = Fonts(self._fonts.family, factor)
            self._announce()

    def set_reduced_motion(self, *, reduced: bool) -> None:
        """Stop or allow movement."""
        if reduced != self._reduced_motion:
            self._reduced_motion = reduced
            self.changed.emit()

    def repaint(self) -> None:
        """Let everything be painted again: what pictures are made of is not all in the theme."""
        self.changed.emit()

    def font(self, step: Type) -> QFont:
        """Return a font of the scale at the present text size."""
        return self._fonts.font(step)

    def icon(self, icon: Icon, colour: str = "ink2", size: float = ICON, gap: float = 0) -> QIcon:
        """Return an icon in a named colour; it is sharp on every screen there is.

        `gap` is empty room that belongs to it, to the right, or to the left if negative: buttons
        put their text too close otherwise.
        """
        wanted = (icon, colour, size, gap)
        kept = self._icons_made.get(wanted)
        if kept is None:
            kept = self._icons_made[wanted] = self._make_icon(icon, colour, size, gap)
        return kept

    def focus_line(self) -> QPen:
        """Return the line around what has the keyboard."""
        return QPen(self._tokens.ink, line_width(self._tokens, FOCUS_WIDTH))

    def forget_icons(self) -> None:
        """Let go of the icons that nothing shows: each has two pictures for each kind of screen."""
        self._icons_made.clear()

    def _make_icon(self, icon: Icon, colour: str, size: float, gap: float) -> QIcon:
        made = QIcon()
        for dpr in sorted(self._ratios):
            for mode, name in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, "ink3")):
                made.addPixmap(self._picture(icon, name, (size, gap), dpr), mode)
        return made

    def icon_size(self, size: float = ICON, gap: float = 0) -> QSize:
        """Return the size of an icon, with its gap, at the present text size."""
        pixels = self._fonts.pixels(size)
        return QSize(pixels + self._fonts.pixels(abs(gap)), pixels)

    def logo(self, size: int, dpr: float = 1.0) -> QPixmap:
        """Return the program's sign."""
        pixmap = QPixmap(round(size * dpr), round(size * dpr))
        pixmap.setDevicePixelRatio(dpr)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        paint_logo(painter, QRectF(0, 0, size, size), self._tokens)
        painter.end()
        return pixmap

    def _picture(
        self, icon: Icon, colour: str, size_and_gap: tuple[float, float], dpr: float
    ) -> QPixmap:
        size, gap = size_and_gap
        room = self.icon_size(size, gap)
        pixmap = QPixmap(round(room.width() * dpr), round(room.height() * dpr))
        pixmap.setDevicePixelRatio(dpr)
        pixmap.fill(Qt.GlobalColor.transparent)
        side = room.height()
        left = room.width() - side if gap < 0 else 0
        painter = QPainter(pixmap)
        box = QRectF(left, 0, side, side)
        self._icons.paint(painter, box, icon, self._tokens.colour(colour))
        painter.end()
        return pixmap

    def _follow_system(self) -> None:
        is_finer = not self._system.ratios <= self._ratios
        self._ratios |= self._system.ratios
        if self._pick() or is_finer:
            self._announce()

    def _pick(self) -> bool:
        """Choose the colours; tell whether they are others than before."""
        before = self._tokens
        self._tokens = self._looks[self._name()]
        return self._tokens is not before

    def _name(self) -> str:
        match self._choice:
            case ThemeChoice.LIGHT:
                return LIGHT
            case ThemeChoice.DARK:
                return DARK
            case ThemeChoice.CONTRAST:
                return CONTRAST
            case ThemeChoice.AUTO:
                if self._system.strong:
                    return CONTRAST
                return DARK if self._system.dark else LIGHT

    def _announce(self) -> None:
        self._icons_made.clear()
        if self._app is not None:
            self._put_on()
        self.changed.emit()

    def _put_on(self) -> None:
        if self._app is None or self._rings is None:
            return
        self._app.setPalette(make_palette(self._tokens))
        self._app.setFont(self._fonts.font(Type.BODY))
        # Qt puts a sheet in the place of another on each widget as often as it is deep in its
        # window, nine times on the pages here; taken off first, it is put on once.
        self._app.setStyleSheet("")
        self._app.setStyleSheet(make_stylesheet(self._tokens, self._fonts))
        self._rings.set_line(self.focus_line())


def load_theme(themes: Path, icons: Path, system: SystemLook | None = None) -> Theme:
    """Make the theme from the folder of colours and the file of icons.

    Args:
        themes: the folder.
        icons: the file.
        system: what the desktop asks for; None asks Qt.

    Raises:
        ContentError: a file is missing or does not say what it should.
    """
    looks = {name: load_tokens(themes, name) for name in (LIGHT, DARK, CONTRAST)}
    return Theme(looks, load_icons(icons), system or SystemLook())
