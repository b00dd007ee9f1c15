"""What may be asked of the sitting breaks from outside of the windows, by the command line."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from coreapp.domain.errors import InvalidValueError, NotNowError, marked
from coreapp.domain.sitting.presence import Posture
from coreapp.domain.sitting.view import StateWhy
from coreapp.services.break_report import report
from coreapp.services.ports import Clock
from coreapp.services.remote import Order
from coreapp.services.sitting_breaks import Answer, SittingBreaks

_OFF = marked("The breaks are switched off. The settings switch them on.")
_UNKNOWN = marked("Give one of: {words}.")
_IN_SESSION = marked("A session is running already.")
_ENDS_A_SESSION = frozenset({"now", "stood", "snooze", "skip"})
"""Answers that would leave a session playing which the breaks no longer know of."""


class BreakOrders:
    """Carries out orders; each is answered with where sitting stands then."""

    def __init__(
        self, breaks: SittingBreaks, clock: Clock, begin: Callable[[Answer], object]
    ) -> None:
        """Make it.

        Args:
            breaks: the sitting breaks.
            clock: the clock.
            begin: begins the exercise or the routine that a break offers now; may raise a
                CoreappError.
        """
        self._breaks = breaks
        self._clock = clock
        self._begin = begin
        self._orders: Mapping[str, Callable[[Order], object]] = {
            "status": self._look,
            "now": self._stand,
            "stood": self._already_stood,
            "exercise": lambda _order: begin(Answer.EXERCISE),
            "routine": lambda _order: begin(Answer.ROUTINE),
            "snooze": self._snooze,
            "skip": self._skip,
            "pause": self._pause,
            "resume": self._resume,
            "posture": self._change_posture,
        }

    def carry_out(self, order: Order) -> Mapping[str, object]:
        """Do what is asked.

        Args:
            order: `breaks` is the order's name; the rest is what it needs.

        Raises:
            CoreappError: it cannot be done now, or nobody knows it.
        """
        name = str(order.get("breaks", ""))
        if name not in self._orders:
            raise InvalidValueError("breaks", name, _UNKNOWN, words=", ".join(self._orders))
        if name != "status" and not self._breaks.is_on:
            raise NotNowError(_OFF)
        if name in _ENDS_A_SESSION and self._is_in_session():
            raise NotNowError(_IN_SESSION)
        self._orders[name](order)
        return report(self._breaks.view(), ZoneInfo(self._clock.zone()))

    def _is_in_session(self) -> bool:
        view = self._breaks.view()
        return view is not None and view.why is StateWhy.SESSION

    def _look(self, _order: Order) -> None:
        # The last look at the hands may be minutes old.
        self._breaks.tick()

    def _stand(self, _order: Order) -> None:
        self._breaks.answer(Answer.STAND)

    def _already_stood(self, _order: Order) -> None:
        self._breaks.answer(Answer.ALREADY_STOOD)

    def _snooze(self, order: Order) -> None:
        self._breaks.snooze(_number(order, "minutes"))

    def _skip(self, order: Order) -> None:
        reason = order.get("reason")
        self._breaks.skip(None if reason is None else str(reason))

    def _pause(self, order: Order) -> None:
        seconds, until = _number(order, "seconds"), order.get("until")
        if isinstance(until, str):
            length = _moment(until) - self._clock.reading().utc
            self._breaks.pause(length)
        else:
            self._breaks.pause(None if seconds is None else timedelta(seconds=seconds))

    def _resume(self, _order: Order) -> None:
        self._breaks.answer(Answer.RESUME)

    def _change_posture(self, order: Order) -> None:
        wanted = str(order.get("posture", ""))
        if wanted not in set(Posture):
            raise InvalidValueError("posture", wanted, _UNKNOWN, words=", ".join(Posture))
        self._breaks.change_posture(Posture(wanted))


def _number(order: Order, key: str) -> float | None:
    value = order.get(key)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise InvalidValueError(key, value, marked("Give a number above 0."))
    return value


def _moment(text: str) -> datetime:
    remedy = marked("Write a moment with its offset, such as 2026-11-23T09:00:00+01:00.")
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise InvalidValueError("until", text, remedy) from None
    if moment.tzinfo is None:
        raise InvalidValueError("until", text, remedy)
    return moment
