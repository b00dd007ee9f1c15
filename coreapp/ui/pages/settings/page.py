"""The settings: a list of sections, the form of one of them, and a field that finds any row."""

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import accumulate
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coreapp.domain.errors import CoreappError, InvalidValueError
from coreapp.i18n import _
from coreapp.services.autostart import Autostart
from coreapp.services.explanations import explain, explain_part
from coreapp.services.guide_words import standing_line
from coreapp.services.preferences import Preferences
from coreapp.services.sound_check import SoundCheck
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.navigation import Shell
from coreapp.ui.pages.base import Page
from coreapp.ui.pages.columns import Columns
from coreapp.ui.pages.later import LaterSteps
from coreapp.ui.pages.nothing_place import NothingPlace
from coreapp.ui.pages.search_field import SearchField
from coreapp.ui.pages.settings.data_rows import DataRows
from coreapp.ui.pages.settings.form import Found, SettingsForm, Words
from coreapp.ui.pages.settings.rows import GENERAL, SettingsRows, section_list
from coreapp.ui.pages.settings.start_rows import StartRows
from coreapp.ui.theme import metrics
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind
from coreapp.ui.widgets.fields import ComboField
from coreapp.ui.widgets.labels import make_text
from coreapp.ui.widgets.nav_list import NavList
from coreapp.ui.widgets.scrolled import grow
from coreapp.ui.widgets.switch import Switch

LIST_WIDTH: Final = 232
FORM_WIDTH: Final = 688
NARROW_LIST: Final = 200
_BESIDE: Final = 740
_HEAD_BESIDE: Final = 760


class SettingsPage(Page):
    """Every setting, changed at once when it is touched.

    Where list and form have no room side by side, the sections are chosen from a field above.

    Attributes:
        data: asks for one's data to go out into a file, or to come in from one.
        start: asks for the first start once more.

    Signals:
        changed: the settings as they are now, after a change.
    """

    changed = Signal(object)

    def __init__(
        self,
        theme: Theme,
        art: FigureArt,
        preferences: Preferences,
        shell: Shell,
        sound: SoundCheck,
        autostart: Autostart,
    ) -> None:
        super().__init__(theme)
        self._autostart = autostart
        self._start_switch: Switch | None = None
        self._art = art
        self._sound = sound
        self._preferences = preferences
        self._shell = shell
        self._chosen = GENERAL
        self._search = SearchField(
            theme, _("Find a setting"), QKeySequence(QKeySequence.StandardKey.Find)
        )
        self._list = NavList(theme)
        self._sections = ComboField(theme)
        self._nothing = NothingPlace(
            theme, art, _("No setting is called that."), _("Show all settings")
        )
        self._form_place = QWidget()
        self._form = SettingsForm(theme)
        self.data = DataRows(theme, self)
        self.start = StartRows(theme, self)
        self._later = LaterSteps(self._form_place)
        # What has come is hidden before it is painted, where another section was chosen.
        self._later.stepped.connect(self._show_what_came)
        self._ready = LaterSteps(self._form_place)
        self._found_later = LaterSteps(self._form_place)
        self._found_later.stepped.connect(self._make_room)
        self._row = QHBoxLayout()
        self._about = Button(theme, _("About Coreapp"), ButtonKind.LINK)
        self._about.setObjectName("about")
        self._about.setStyleSheet("padding: 0;")  # in line with the words above it
        self._lay_out()
        self._about.clicked.connect(shell.show_about)
        self._list.page_requested.connect(self.show_section)
        self._sections.activated.connect(self._choose_section)
        self._search.textChanged.connect(self._look_for)
        self._nothing.all_requested.connect(self._search.clear)

    def focus_search(self) -> None:
        """Begin to search."""
        self._search.setFocus()
        self._search.selectAll()

    def refresh(self) -> None:
        """Make the form once; its fields show what was chosen."""
        if not self._form.is_empty:
            return
        sections = section_list()
        self._list.set_pages(sections)
        for each in sections:
            self._sections.addItem(each.text, each.key)
        rows = SettingsRows(
            self.theme,
            self._art,
            self._form,
            self._preferences,
            self._sound,
            self._change,
            self._try_change,
        )
        first, *others = rows.steps(self._add_start, self.start, self.data)
        first()
        self._later.begin(others)
        if self._chosen != GENERAL or self._search.text():
            self._later.finish()
        self._show_rows()

    @property
    def is_settled(self) -> bool:
        """Whether all sections are there, and all that was found: some come after the paint."""
        return self._later.is_settled and self._found_later.is_settled

    def shown(self) -> None:
        """Look for the voices there are, and at what the system says."""
        self._sound.look()
        self._show_start()

    def kept(self) -> dict[str, object]:
        """Return the section and what is searched for."""
        return {**super().kept(), "section": self._chosen, "word": self._search.text()}

    def take_up(self, kept: Mapping[str, object]) -> None:
        """Show the same section, or search for the same."""
        super().take_up(kept)
        self._chosen = str(kept["section"])
        self._search.setText(str(kept["word"]))

    def show_section(self, key: str) -> None:
        """Show a section; what was searched for is forgotten."""
        self._chosen = key
        self._later.finish()
        self._search.clear()
        self.verticalScrollBar().setValue(0)
        self._show_rows()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the list where there is room for it."""
        super().resizeEvent(event)
        room = self.viewport().width() - 2 * metrics.PAGE_MARGIN_NARROW
        has_list = room >= self.theme.fonts.pixels(_BESIDE)
        width = NARROW_LIST if self.is_narrow else LIST_WIDTH
        self._list.setFixedWidth(self.theme.fonts.pixels(width))
        self._row.setSpacing(metrics.CARD_GAP if self.is_narrow else metrics.PAGE_MARGIN)
        if has_list == self._list.isHidden():
            self._list.setVisible(has_list)
            self._show_rows()

    def _lay_out(self) -> None:
        head = Columns(self.theme, least=_HEAD_BESIDE, gap=24, stacked_gap=12)
        head.add(make_text(_("Settings"), Type.PAGE), 8)
        head.add(self._search, 5)
        self._form_place.setMaximumWidth(self.theme.fonts.pixels(FORM_WIDTH))
        right = QVBoxLayout(self._form_place)
        right.setContentsMargins(0, 0, 0, 0)
        right.addLayout(self._nothing)
        right.addLayout(self._form)
        right.addSpacing(16)
        keys = _("F1 explains the page, the window or the field you are in.")
        right.addWidget(make_text(keys, Type.CAPTION, "ink2"))
        right.addSpacing(8)
        right.addWidget(make_text(standing_line(), Type.CAPTION, "ink2"))
        right.addWidget(self._about, 0, Qt.AlignmentFlag.AlignLeft)
        right.addStretch(1)
        self._row.addWidget(self._list)
        self._row.addWidget(self._form_place, 1)
        self._row.addStretch(0)
        self.column.addWidget(head)
        self._sections.setAccessibleName(_("Section of the settings"))
        self.column.setSpacing(12)
        self.column.addWidget(self._sections)
        self.column.addSpacing(metrics.CARD_GAP - 12)
        self.column.addLayout(self._row)
        self.column.addStretch(1)
        self._sections.hide()

    def _choose_section(self) -> None:
        self.show_section(str(self._sections.currentData()))

    def _look_for(self) -> None:
        """Show what is searched for, in all sections."""
        self._later.finish()
        self.verticalScrollBar().setValue(0)
        self._show_rows()

    def _show_what_came(self) -> None:
        self._show_rows()
        if self._later.is_settled:
            self._ready.begin(self._form.ready_steps())

    def _show_rows(self) -> None:
        """Show what is searched for, else the section that was chosen."""
        word = self._search.text()
        self._sections.setVisible(self._list.isHidden() and not word.strip())
        self._found_later.begin([])
        if word.strip():
            self._list.choose("")
            self._show_found(self._form.find(word))
        else:
            self._nothing.say("")
            self._list.choose(self._chosen)
            self._sections.setCurrentIndex(self._sections.findData(self._chosen))
            self._form.show_section(self._chosen)
        self._make_room()

    def _show_found(self, found: Sequence[Found]) -> None:
        """Show at once what has room in sight, the rest after the paint: letters do not wait."""
        self._nothing.say("" if found else self._search.text().strip())
        least = self._form.least_height
        tops = accumulate(
            map(least, found), initial=self._form_place.mapTo(self.content, QPoint()).y()
        )
        count = sum(top < self.viewport().height() for top in tops)
        self._form.show_found(found[:count])
        self._found_later.begin([partial(self._form.add_found, each) for each in found[count:]])

    def _make_room(self) -> None:
        """Let the page be as high as what is shown now needs, before it is painted."""
        right = self._form_place.layout()
        if right is None or not self.isVisible():
            return
        right.activate()
        self._form_place.updateGeometry()
        self.column.activate()
        grow(self._form_place)

    def _add_start(self) -> None:
        """Add the switch of the start with the computer, where there is such a thing."""
        if not self._autostart.is_there:
            return
        self._start_switch = Switch(self.theme)
        self._form.add_control(
            Words(
                _("Start with the computer"), _("Out of sight, so that breaks are there every day")
            ),
            self._start_switch,
        )
        self._show_start()
        self._start_switch.clicked.connect(self._switch_start)

    def _show_start(self) -> None:
        """Show what the system says: it may have been switched there."""
        if self._start_switch is not None:
            self._start_switch.setChecked(self._autostart.is_on())

    def _switch_start(self, on: bool) -> None:  # noqa: FBT001  the state of a switch
        with self._shell.guarded():
            if on:
                self._autostart.turn_on()
            else:
                self._autostart.turn_off()
        self._show_start()

    def _change(self, key: str, value: object) -> bool:
        """Change one setting; tell whether it could be used."""
        try:
            settings = self._preferences.change({key: value})
        except CoreappError as error:
            self._shell.show_error(error)
            return False
        self.changed.emit(settings)
        return True

    def _try_change(self, key: str, value: object) -> str:
        """Change one setting that was typed; return why it cannot be used, or nothing."""
        try:
            settings = self._preferences.change({key: value})
        except InvalidValueError as error:
            return explain_part(error)
        except CoreappError as error:
            return explain(error)
        self.changed.emit(settings)
        return ""
