"""What this program is: version, standing line, sources, licences, where the data lies, details."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Final

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from coreapp import __version__
from coreapp.i18n import _
from coreapp.services.about import (
    Sources,
    in_one_sentence,
    licence_lines,
    parts,
    report_details,
)
from coreapp.services.guide_words import standing_line
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind
from coreapp.ui.widgets.labels import make_label, make_text
from coreapp.ui.widgets.scrolled import ScrolledColumn, scrolled
from coreapp.ui.widgets.segmented import SegmentedChoice

NAME: Final = "Coreapp"
SIZE: Final = (640, 600)
_ICON: Final = 72
_SIDE: Final = 24


def open_folder(folder: Path) -> bool:
    """Show a folder in the desktop's file manager; tell whether there is one."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def shown_how(theme: Theme) -> Mapping[str, str]:
    """Return what windows know about how they are shown, for a report."""
    screen = QGuiApplication.primaryScreen()
    size = screen.size()
    return {
        "Qt": pyside_version,
        "Windows": QGuiApplication.platformName(),
        "Screen": f"{size.width()} × {size.height()} at {screen.devicePixelRatio():.0%}",
        "Text": f"{theme.fonts.factor:.0%}",
    }


class AboutDialog(QDialog):
    """A head with name and version, and beneath it one of four parts, chosen side by side."""

    def __init__(
        self,
        theme: Theme,
        folder: Path,
        sources: Callable[[], Sources],
        parent: QWidget | None = None,
        opener: Callable[[Path], bool] = open_folder,
    ) -> None:
        """Make the box.

        Args:
            theme: its look.
            folder: where the data lies.
            sources: reads them when they are first looked at.
            parent: over which it opens.
            opener: shows a folder; tells whether it could.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self._theme = theme
        self._folder = folder
        self._sources = sources
        self._opener = opener
        self.setWindowTitle(_("About {name}").format(name=NAME))
        size = QSize(*(theme.fonts.pixels(each) for each in SIZE))
        self.resize(size if parent is None else size.boundedTo(parent.size()))
        self._told = make_text("", Type.CAPTION, "ink2")
        self._parts = SegmentedChoice(theme)
        self._stack = QStackedWidget()
        self._made: dict[str, QWidget] = {}
        self._makers: dict[str, Callable[[], QWidget]] = {
            "program": self._make_program,
            "sources": self._make_sources,
            "licences": self._make_licences,
            "report": self._make_report,
        }
        self._lay_out()
        self._parts.chosen.connect(self.show_part)
        self.show_part("program")

    @property
    def part(self) -> str:
        """Which part is shown: `program`, `sources`, `licences` or `report`."""
        return self._parts.value()

    def show_part(self, key: str) -> None:
        """Show a part, made when it is first looked at."""
        if key not in self._made:
            page = self._makers[key]()
            self._made[key] = scrolled(page)
            self._stack.addWidget(self._made[key])
        self._parts.choose(key)
        self._stack.setCurrentWidget(self._made[key])
        self._told.setText("")

    def _lay_out(self) -> None:
        self._parts.setAccessibleName(_("Part of this box"))
        self._parts.set_options(
            [
                ("program", _("Program")),
                ("sources", _("Sources")),
                ("licences", _("Licences")),
                ("report", _("For a report")),
            ]
        )
        close = Button(self._theme, _("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addWidget(self._told, 1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, _SIDE, _SIDE, _SIDE)
        column.setSpacing(20)
        column.addLayout(self._make_head())
        column.addWidget(self._parts)
        column.addWidget(self._stack, 1)
        column.addLayout(foot)

    def _make_head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(make_label(NAME, Type.PAGE))
        version = make_label(_("Version {number}").format(number=__version__), tone="ink2")
        words.addWidget(version)
        words.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(20)
        head.addWidget(self._make_picture())
        head.addLayout(words, 1)
        return head

    def _make_picture(self) -> QLabel:
        """Return the program's icon; it is the one that its windows have."""
        ratio = self.devicePixelRatioF()
        side = self._theme.fonts.pixels(_ICON)
        picture = QLabel()
        pixmap = QApplication.windowIcon().pixmap(QSize(side, side), ratio)
        picture.setPixmap(pixmap if not pixmap.isNull() else QPixmap())
        picture.setFixedSize(side, side)
        picture.setScaledContents(True)
        picture.setAccessibleName(_("The icon of {name}").format(name=NAME))
        return picture

    def _make_program(self) -> QWidget:
        page, column = _page()
        column.addWidget(make_text(in_one_sentence(), Type.READING))
        column.addWidget(make_text(standing_line(), tone="ink2"))
        column.addSpacing(20)
        column.addWidget(make_label(_("Your data"), Type.TITLE))
        where = _("Everything stays on this computer, in this folder:")
        column.addWidget(make_text(where, tone="ink2"))
        folder = make_text(str(self._folder), Type.BODY)
        folder.setMinimumWidth(1)  # a path has no spaces to be broken at
        column.addWidget(folder)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        shown = Button(self._theme, _("Open the folder"), icon=Icon.DATA)
        shown.clicked.connect(self._open_folder)
        copied = Button(self._theme, _("Copy the path"), ButtonKind.QUIET, Icon.COPY)
        copied.clicked.connect(partial(self._copy, str(self._folder)))
        buttons.addWidget(shown)
        buttons.addWidget(copied)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addStretch(1)
        return page

    def _make_sources(self) -> QWidget:
        page, column = _page()
        sources = self._sources()
        column.addWidget(make_label(_("Where the collection comes from"), Type.TITLE))
        for each in sources.articles:
            column.addWidget(make_text(each))
        column.addSpacing(8)
        column.addWidget(make_label(_("Papers, guidelines and books"), Type.TITLE))
        hint = _("What each was used for stands with the exercises and articles that name it.")
        column.addWidget(make_text(hint, Type.CAPTION, "ink2"))
        for each in sources.references:
            column.addWidget(make_text(each, Type.CAPTION))
        column.addStretch(1)
        return page

    def _make_licences(self) -> QWidget:
        page, column = _page()
        for each in licence_lines():
            column.addWidget(make_text(each, tone="ink2"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        for row, part in enumerate(parts()):
            grid.addWidget(make_label(part.name, Type.BODY_STRONG), row, 0)
            grid.addWidget(make_label(part.version, tone="ink2"), row, 1)
            grid.addWidget(make_label(part.licence), row, 2)
        column.addSpacing(4)
        column.addLayout(grid)
        column.addStretch(1)
        return page

    def _make_report(self) -> QWidget:
        page, column = _page()
        lead = _(
            "When something goes wrong, these lines help to find out why. They hold nothing of "
            "what you did, and nothing is sent: copy them to where you report it."
        )
        column.addWidget(make_text(lead, tone="ink2"))
        details = report_details(self._folder, shown_how(self._theme))
        box = QFrame()
        box.setProperty("role", "card")
        inner = QVBoxLayout(box)
        inner.setContentsMargins(16, 12, 16, 12)
        text = make_text(details, Type.CAPTION)
        text.setAccessibleName(_("Details for a report"))
        text.setMinimumWidth(1)
        inner.addWidget(text)
        copied = Button(self._theme, _("Copy the details"), icon=Icon.COPY)
        copied.clicked.connect(partial(self._copy, details))
        column.addWidget(copied, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(box)
        column.addStretch(1)
        return page

    def _open_folder(self) -> None:
        if not self._opener(self._folder):
            self._told.setText(_("No program here shows folders. The path can be copied."))

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._told.setText(_("Copied"))


def _page() -> tuple[QWidget, QVBoxLayout]:
    page = ScrolledColumn()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 4, 12, 0)
    column.setSpacing(8)
    return page, column
