"""The bot of the tests of windows, with patience for a machine that has other things to do.

How long something takes is measured in `make bench`. A test that waits fails when what it waits for
does not come; pytest-qt's five seconds are not always enough for a page of figures where four
times as many programs run as there are cores.
"""

from pytestqt.qtbot import QtBot

PATIENCE_MS = 30_000


class PatientBot(QtBot):
    """Waits half a minute where no time is named."""

    def waitUntil(self, callback, *, timeout=PATIENCE_MS):
        return super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal, *, timeout=PATIENCE_MS, **how):
        return super().waitSignal(signal, timeout=timeout, **how)

    def waitSignals(self, signals, *, timeout=PATIENCE_MS, **how):
        return super().waitSignals(signals, timeout=timeout, **how)

    def waitCallback(self, *, timeout=PATIENCE_MS, **how):
        return super().waitCallback(timeout=timeout, **how)

    def waitExposed(self, widget, *, timeout=PATIENCE_MS):
        return super().waitExposed(widget, timeout=timeout)

    def waitActive(self, widget, *, timeout=PATIENCE_MS):
        return super().waitActive(widget, timeout=timeout)
