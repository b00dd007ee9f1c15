"""What the week says while nothing is planned: how to begin."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coreapp.i18n import _
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.pages.parts import ExercisePicture
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind
from coreapp.ui.widgets.flow_layout import FlowLayout
from coreapp.ui.widgets.labels import make_text

_EXERCISE: Final = "bird-dog"
_PICTURE: Final = 112


class FirstPlan(QWidget):
    """A picture, a sentence, the two ways to a plan, and one to look around.

    Attributes:
        plan: the button for a session of one's own choice.
        programmes: the one for a plan that is made already.
        example: the one for who wants to see before they enter.

    Signals:
        plan_requested: the person wants to plan a session.
        programmes_requested: the person wants to see the programmes.
        example_requested: the person wants to see the example.
    """

    plan_requested = Signal()
    programmes_requested = Signal()
    example_requested = Signal()

    def __init__(self, theme: Theme, art: FigureArt) -> None:
        super().__init__()
        self.plan = Button(theme, _("Plan a session"), ButtonKind.SECONDARY, Icon.PLAN)
        self.plan.setObjectName("plan_first_session")
        self.programmes = Button(theme, _("See the programmes"), ButtonKind.LINK)
        self.programmes.setObjectName("see_programmes")
        self.example = Button(theme, _("See an example"), ButtonKind.LINK)
        self.example.setObjectName("see_example")
        buttons = QWidget()
        line = FlowLayout(8, 4)
        buttons.setLayout(line)
        line.addWidget(self.plan)
        line.addWidget(self.programmes)
        line.addWidget(self.example)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addStretch(1)
        self._title = make_text(_("Nothing is planned yet"), Type.TITLE)
        words.addWidget(self._title)
        text = _("Two or three short sessions a week are a good beginning.")
        words.addWidget(make_text(text, tone="ink2"))
        words.addSpacing(8)
        words.addWidget(buttons)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 12, 0, 0)
        row.setSpacing(20)
        picture = ExercisePicture(theme, art, _EXERCISE, _PICTURE)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        self.plan.clicked.connect(self.plan_requested)
        self.programmes.clicked.connect(self.programmes_requested)
        self.example.clicked.connect(self.example_requested)

    def set_begun(self, *, has_begun: bool) -> None:
        """Say it as fits: something was done without a plan, or nothing was yet."""
        begun, empty = _("Nothing more is planned"), _("Nothing is planned yet")
        self._title.setText(begun if has_begun else empty)
