"""What may be said of an activity beyond its length: shoes, ground, warm-up, pain, a note."""

from collections.abc import Mapping, Sequence
from typing import Final, TypedDict

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from coreapp.domain.activity import RUNS, ActivityType, Hills, Surface
from coreapp.domain.performed_activity import PerformedActivity
from coreapp.i18n import _, pgettext
from coreapp.services.activity_words import distance_words, hills_label, surface_label
from coreapp.services.shoe_rack import WornPair
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind
from coreapp.ui.widgets.fields import ComboField
from coreapp.ui.widgets.labels import make_label
from coreapp.ui.widgets.pain_fields import PainFields
from coreapp.ui.widgets.single_choice import SingleChoice

NOTE_HEIGHT: Final = 60
ON_FOOT: Final = RUNS | {ActivityType.WALK, ActivityType.DRILLS}
"""What is done in shoes and on some ground."""

_YES, _NO = "yes", "no"
_SAID: Final[Mapping[str, bool]] = {_YES: True, _NO: False}


class Details(TypedDict):
    """The fields of a draft that stand here."""

    shoe: str
    surface: Surface | None
    hills: Hills | None
    warmed_up: bool | None
    cooled_down: bool | None
    pain_before: int | None
    pain_during: int | None
    pain_after: int | None
    pain_next_morning: int | None
    note: str


def nothing_said(shoe: str) -> Details:
    """Return what stands there while nobody has looked: nothing, but for the usual shoes."""
    return Details(
        shoe=shoe,
        surface=None,
        hills=None,
        warmed_up=None,
        cooled_down=None,
        pain_before=None,
        pain_during=None,
        pain_after=None,
        pain_next_morning=None,
        note="",
    )


class MoreFields(QWidget):
    """All of it may be left empty; what is done on foot is asked for its ground and shoes.

    Signals:
        shoes_requested: the list of shoes is wanted.
        pain_changed: a figure of pain is another.

    Attributes:
        shoe, surface, hills, warmed_up, cooled_down, pain, note: the fields.
    """

    shoes_requested = Signal()
    pain_changed = Signal()

    def __init__(
        self, theme: Theme, pairs: Sequence[WornPair], activity: PerformedActivity | None
    ) -> None:
        super().__init__()
        self._theme = theme
        self._kept_shoe = "" if activity is None else activity.shoe
        self.shoe = ComboField(theme)
        self.surface = SingleChoice(
            theme, _("Ground"), [(each.value, surface_label(each)) for each in Surface]
        )
        self.hills = SingleChoice(
            theme, _("Hills"), [(each.value, hills_label(each)) for each in Hills]
        )
        said = [(_YES, pgettext("answer", "Yes")), (_NO, pgettext("answer", "No"))]
        self.warmed_up = SingleChoice(theme, _("Warm-up"), said)
        self.cooled_down = SingleChoice(theme, _("Cool-down"), said)
        self.pain = PainFields(theme, with_morning=activity is not None)
        self.note = QPlainTextEdit()
        self._on_foot = QWidget()
        self._lay_out()
        self.offer_shoes(pairs)
        if activity is not None:
            self._show(activity)
        self.pain.changed.connect(self.pain_changed)

    def offer_shoes(self, pairs: Sequence[WornPair]) -> None:
        """Offer the pairs that are worn, and the one that stands in the log."""
        chosen = self.shoe.currentData() or ""
        self.shoe.clear()
        self.shoe.addItem(pgettext("shoes", "Not said"), "")
        for each in pairs:
            if each.shoe.retired is None or each.shoe.id == self._kept_shoe:
                label = f"{each.shoe.name} ({distance_words(each.metres)})"
                self.shoe.addItem(label, each.shoe.id)
        known = {self.shoe.itemData(index) for index in range(self.shoe.count())}
        if self._kept_shoe not in known:
            self.shoe.addItem(_("A pair that was deleted"), self._kept_shoe)
        self.choose_shoe(chosen)

    def choose_shoe(self, identity: str) -> None:
        """Show a pair as worn."""
        self.shoe.setCurrentIndex(max(0, self.shoe.findData(identity)))

    def set_kind(self, kind: ActivityType) -> None:
        """Ask only for what belongs to it."""
        self._on_foot.setVisible(kind in ON_FOOT)

    def details(self) -> Details:
        """Return what is entered; what is not asked for is not said."""
        on_foot = not self._on_foot.isHidden()
        surface, hills = self.surface.value(), self.hills.value()
        pain = self.pain.pain()
        return Details(
            shoe=str(self.shoe.currentData() or "") if on_foot else "",
            surface=Surface(surface) if on_foot and surface else None,
            hills=Hills(hills) if on_foot and hills else None,
            warmed_up=_SAID.get(self.warmed_up.value()) if on_foot else None,
            cooled_down=_SAID.get(self.cooled_down.value()) if on_foot else None,
            pain_before=pain["pain_before"],
            pain_during=pain["pain_during"],
            pain_after=pain["pain_after"],
            pain_next_morning=pain.get("pain_next_morning"),
            note=self.note.toPlainText().strip(),
        )

    def _show(self, activity: PerformedActivity) -> None:
        self.choose_shoe(activity.shoe)
        self.surface.choose(activity.surface or "")
        self.hills.choose(activity.hills or "")
        for field, said in (
            (self.warmed_up, activity.warmed_up),
            (self.cooled_down, activity.cooled_down),
        ):
            field.choose("" if said is None else _YES if said else _NO)
        self.pain.set_pain({key: getattr(activity, key) for key in self.pain.scales})
        self.note.setPlainText(activity.note)

    def _lay_out(self) -> None:
        self.shoe.setAccessibleName(_("Shoes"))
        self.note.setAccessibleName(_("Note"))
        self.note.setFixedHeight(self._theme.fonts.pixels(NOTE_HEIGHT))
        self.note.setTabChangesFocus(True)
        manage = Button(self._theme, _("All shoes"), ButtonKind.QUIET)
        manage.setObjectName("all_shoes")
        manage.clicked.connect(self.shoes_requested)
        shoes = QWidget()
        row = QHBoxLayout(shoes)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.shoe, 1)
        row.addWidget(manage)
        ends = QWidget()
        pair = QHBoxLayout(ends)
        pair.setContentsMargins(0, 0, 0, 0)
        pair.setSpacing(24)
        pair.addWidget(named(_("Warm-up"), self.warmed_up))
        pair.addWidget(named(_("Cool-down"), self.cooled_down))
        pair.addStretch(1)
        on_foot = QVBoxLayout(self._on_foot)
        on_foot.setContentsMargins(0, 0, 0, 0)
        on_foot.setSpacing(16)
        on_foot.addWidget(named(_("Shoes"), shoes))
        on_foot.addWidget(named(_("Ground"), self.surface))
        on_foot.addWidget(named(_("Hills"), self.hills))
        on_foot.addWidget(ends)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._on_foot)
        column.addWidget(self.pain)
        column.addWidget(named(_("Note"), self.note))


def named(name: str, field: QWidget) -> QWidget:
    """Return a field under its name."""
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    column.addWidget(make_label(name, Type.BODY_STRONG))
    column.addWidget(field)
    return both
