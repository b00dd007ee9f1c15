"""What is said about a programme: who it is for, when not to do it, how it grows, its sources."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coreapp.domain.programme import Programme
from coreapp.i18n import _, pgettext
from coreapp.services.guide_words import doctor_link
from coreapp.ui.pages.programmes.reading_columns import ReadingColumns
from coreapp.ui.pages.section import Section
from coreapp.ui.theme import metrics
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind

_BESIDE: Final = 720


class ProgrammeTexts(QWidget):
    """The texts of a programme, side by side where there is room.

    Signals:
        doctor_requested: the person wants to read when to see a doctor.
    """

    doctor_requested = Signal()

    def __init__(self, theme: Theme, programme: Programme) -> None:
        super().__init__()
        self._theme = theme
        self._context = programme.text_context
        caution = self._section(_("When not to do it"), Icon.WARNING, programme.not_when)
        doctor = Button(theme, doctor_link(), ButtonKind.LINK)
        doctor.setStyleSheet("padding: 0;")  # in line with the words above it
        doctor.clicked.connect(self.doctor_requested)
        caution.column.addWidget(doctor, 0, Qt.AlignmentFlag.AlignLeft)
        parts = ReadingColumns(theme, least=_BESIDE, gap=32)
        for section in (
            self._section(_("Who it is for"), Icon.PERSON, programme.audience),
            caution,
            self._section(_("How it grows"), Icon.PROGRESS, programme.progression),
        ):
            section.finish()
            parts.add(section)
        sources = Section(theme, _("Sources"))
        texts = [pgettext(self._context, each) for each in programme.sources]
        sources.add_texts(texts, kind=Type.CAPTION)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, metrics.CARD_GAP)
        column.setSpacing(metrics.CARD_GAP)
        column.addWidget(parts)
        column.addWidget(sources)

    def _section(self, title: str, icon: Icon, text: str) -> Section:
        colour = "ready_text" if icon is Icon.WARNING else "ink2"
        section = Section(self._theme, title, icon, colour)
        section.add_texts([pgettext(self._context, text)])
        return section
