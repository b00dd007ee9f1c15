"""Offers, once, to start with the computer: in the window, after the first break."""

from collections.abc import Sequence

from coreapp.domain.sitting.facts import Fact
from coreapp.i18n import _
from coreapp.services.autostart import Autostart, AutostartOffer
from coreapp.ui.messages import Banner
from coreapp.ui.navigation import Shell
from coreapp.ui.theme.icons import Icon


class AutostartDesk:
    """Hears of the breaks; the offer waits in the window until somebody looks there."""

    def __init__(
        self, offer: AutostartOffer, autostart: Autostart, banner: Banner, shell: Shell
    ) -> None:
        self._offer = offer
        self._autostart = autostart
        self._banner = banner
        self._shell = shell

    def note(self, facts: Sequence[Fact]) -> None:
        """Offer it if it is time to; a message that is there already comes first."""
        if not self._banner.isHidden() or not self._offer.is_time(facts):
            return
        self._banner.show_message(
            _("Coreapp can start with the computer and wait out of sight for your breaks."),
            Icon.BREAKS,
            "accent",
        )
        self._banner.add_action(_("Start with the computer"), self._turn_on)
        self._banner.add_action(_("No, thanks"), _leave_it)
        with self._shell.guarded():
            self._offer.note()

    def _turn_on(self) -> None:
        with self._shell.guarded():
            self._autostart.turn_on()
            self._shell.tell(_("Coreapp starts with the computer from now on."))


def _leave_it() -> None:
    """Do nothing: the banner has gone, and the settings have the switch."""
