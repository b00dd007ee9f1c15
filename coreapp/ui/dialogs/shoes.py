"""All pairs of shoes with how far they have gone: add, change, retire, delete with undo."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from coreapp.domain.errors import CoreappError, InvalidValueError
from coreapp.domain.habits import COMPARE_SHOES_KM, LOOK_AT_SOLES_KM
from coreapp.domain.shoe import Shoe
from coreapp.i18n import _
from coreapp.services.explanations import explain, explain_remedy
from coreapp.services.shoe_rack import ShoeDraft, ShoeRack, WornPair
from coreapp.services.shoe_words import pair_line, rule_line, state_line
from coreapp.ui.dialogs.base import SIDE
from coreapp.ui.dialogs.fitting import FitsWhenShown
from coreapp.ui.dialogs.shoe_form import ShoeForm
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind, ButtonSize, IconButton
from coreapp.ui.widgets.card import Card
from coreapp.ui.widgets.distance_bar import DistanceBar
from coreapp.ui.widgets.icon_label import IconLabel
from coreapp.ui.widgets.labels import make_label, make_text
from coreapp.ui.widgets.scrolled import scrolled
from coreapp.ui.widgets.toast import Toast

FIRST_SIZE: Final = (640, 520)


class ShoesDialog(QDialog):
    """The pairs that are worn, then those that are not any more.

    Signals:
        changed: a pair was added, changed, retired, deleted or brought back.
    """

    changed = Signal()

    def __init__(
        self, theme: Theme, rack: ShoeRack, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._theme = theme
        self._rack = rack
        self._today = today
        self._form: ShoeForm | None = None
        self._undo: Callable[[], object] | None = None
        self.setWindowTitle(_("Shoes"))
        size = QSize(*(theme.fonts.pixels(each) for each in FIRST_SIZE))
        self.resize(size if parent is None else size.boundedTo(parent.size()))
        self._problem = make_text("", Type.BODY_STRONG, "danger")
        self._list = QVBoxLayout()
        self._cards = QWidget()
        self._add = Button(theme, _("Add shoes"), ButtonKind.PRIMARY, Icon.PLUS)
        self._close = Button(theme, _("Close"))
        self._lay_out()
        self.toast = Toast(theme, self)
        self.toast.undo_requested.connect(self._take_back)
        self._add.clicked.connect(self._ask)
        self._close.clicked.connect(self.accept)
        QShortcut(QKeySequence("Ctrl+Z"), self).activated.connect(self._take_back)
        self._guarded(self._refresh)

    @property
    def form(self) -> ShoeForm | None:
        """The form for one pair while it is open."""
        return self._form

    def _lay_out(self) -> None:
        self._add.setObjectName("add_shoes")
        self._add.setDefault(True)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(12)
        self._list.addWidget(self._cards)
        column.addLayout(self._list)
        column.addWidget(make_text(rule_line(), Type.CAPTION, "ink2"))
        column.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        buttons.addWidget(self._add)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(SIDE, SIDE, SIDE, SIDE)
        outer.setSpacing(16)
        outer.addWidget(make_label(_("Shoes"), Type.HEADING))
        outer.addWidget(self._problem)
        area = scrolled(inner)
        FitsWhenShown(self, area, SIDE)
        outer.addWidget(area, 1)
        outer.addLayout(buttons)
        self._problem.hide()

    def _refresh(self) -> None:
        pairs = self._rack.pairs()
        cards = QWidget()
        column = QVBoxLayout(cards)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for pair in pairs:
            column.addWidget(self._card(pair))
        if not pairs:
            text = _("Add the shoes you run in, and each run counts for its pair.")
            column.addWidget(make_text(text, tone="ink2"))
        self._list.replaceWidget(self._cards, cards)
        self._cards.hide()  # it is deleted later, and must not be seen until then
        self._cards.deleteLater()
        self._cards = cards
        cards.show()

    def _card(self, pair: WornPair) -> QWidget:
        shoe = pair.shoe
        is_worn = shoe.retired is None
        card = Card()
        card.body.setContentsMargins(16, 12, 8, 12)
        card.body.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(12)
        mark = IconLabel(self._theme, Icon.SHOE, "ink2" if is_worn else "ink3")
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(make_text(shoe.name, Type.BODY_STRONG))
        words.addWidget(make_text(pair_line(pair), tone="ink2"))
        row.addLayout(words, 1)
        for button in self._buttons(shoe):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(row)
        if is_worn:
            bar = DistanceBar(self._theme, pair.metres, (LOOK_AT_SOLES_KM, COMPARE_SHOES_KM))
            bar.setAccessibleName(pair_line(pair))
            card.body.addWidget(bar)
        if text := state_line(pair):
            card.body.addWidget(make_text(text))
        return card

    def _buttons(self, shoe: Shoe) -> list[QWidget]:
        word = _("Retire") if shoe.retired is None else _("Wear again")
        retire = Button(self._theme, word, ButtonKind.QUIET, size=ButtonSize.SMALL)
        retire.clicked.connect(partial(self._retire, shoe))
        edit = IconButton(self._theme, Icon.EDIT, _("Change these shoes"))
        edit.clicked.connect(partial(self._ask, shoe))
        delete = IconButton(self._theme, Icon.TRASH, _("Delete these shoes"))
        delete.clicked.connect(partial(self._delete, shoe))
        for button in (retire, edit, delete):
            button.setAccessibleDescription(shoe.name)
        return [retire, edit, delete]

    def _ask(self, shoe: Shoe | bool | None = None) -> None:  # noqa: FBT001  a click brings one
        known = shoe if isinstance(shoe, Shoe) else None
        form = ShoeForm(self._theme, self._today, known, self)
        form.entered.connect(partial(self._store, known))
        form.finished.connect(self._forget_form)
        self._form = form
        form.open()

    def _store(self, known: Shoe | None, draft: ShoeDraft) -> None:
        form = self._form
        if form is None:
            return
        try:
            if known is None:
                self._rack.add(draft)
            else:
                self._rack.change(known.id, draft)
        except InvalidValueError as error:
            form.show_problem(explain_remedy(error))
            return
        except CoreappError as error:
            form.show_problem(explain(error))
            return
        form.accept()
        self._note()

    def _retire(self, shoe: Shoe) -> None:
        if shoe.retired is None:
            text = _("Retired: {name}").format(name=shoe.name)
            self._do(partial(self._rack.retire, shoe.id), text)
        else:
            text = _("Worn again: {name}").format(name=shoe.name)
            self._do(partial(self._rack.wear_again, shoe.id), text)

    def _delete(self, shoe: Shoe) -> None:
        text = _("Deleted: {title}").format(title=shoe.name)
        self._do(partial(self._rack.delete, shoe.id), text)

    def _do(self, change: Callable[[], Shoe], told: str) -> None:
        """Change a pair, say so, and offer to undo it."""

        def carry_out() -> None:
            former = change()
            self._undo = partial(self._rack.restore, former)
            self.toast.show_message(told, _("Undo"))
            self._note()

        self._guarded(carry_out)

    def _take_back(self) -> None:
        undo, self._undo = self._undo, None
        if undo is not None:
            self.toast.hide()
            self._guarded(undo)
            self._note()

    def _note(self) -> None:
        self._guarded(self._refresh)
        self.changed.emit()

    def _guarded(self, carry_out: Callable[[], object]) -> None:
        """Say an expected failure here: what lies beneath cannot be seen."""
        try:
            carry_out()
        except CoreappError as error:
            self._problem.setText(explain(error))
            self._problem.show()
        else:
            self._problem.hide()

    def _forget_form(self) -> None:
        self._form = None
