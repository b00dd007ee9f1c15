"""The card that reminds of asking a doctor or midwife first, tied to what was answered."""

from coreapp.domain.guide import WHEN_TO_SEE_A_DOCTOR
from coreapp.i18n import _
from coreapp.services.first_start import FirstStart
from coreapp.ui.navigation import Shell
from coreapp.ui.theme.theme import Theme
from coreapp.ui.welcome.ask_first import AskFirstCard


def make_ask_first_card(start: FirstStart, theme: Theme, shell: Shell) -> AskFirstCard:
    """Return the card for Today; it is taken away by whoever listens to `start`."""

    def take_back() -> None:
        with shell.guarded():
            start.set_ask_first(wanted=True)

    def settle() -> None:
        with shell.guarded():
            start.set_ask_first(wanted=False)
            shell.tell_with_undo(_("Noted. The settings have it, too."), take_back)

    def show_signs() -> None:
        shell.open_article(WHEN_TO_SEE_A_DOCTOR)

    card = AskFirstCard(theme)
    card.settled.connect(settle)
    card.signs_requested.connect(show_signs)
    return card
