"""What the command line asks the running program, and what it is answered: plain documents.

A failure travels as it is, so that each side says it in its own language.
"""

from collections.abc import Callable, Mapping

from coreapp.domain.errors import CoreappError, InvalidValueError, NotNowError, filled, marked

VERSION = 1
"""Of these documents. A program of another version is not understood, and says so."""

OTHER_VERSION = marked(
    "The running program is of another version. Quit it and start it again, then it answers."
)
NOT_RUNNING = marked("Coreapp is not running. Start it first: “coreapp --hidden” does.")
NO_ANSWER = marked("Coreapp runs already but does not answer.")
_FAILED = marked("The running program met a failure; its window tells more.")

Order = Mapping[str, object]


def order_document(order: Order) -> dict[str, object]:
    """Return what is sent for an order."""
    return {"version": VERSION, "order": dict(order)}


def answer_to(document: object, carry_out: Callable[[Order], Mapping[str, object]]) -> Order:
    """Carry out the order in a document and return what is sent back.

    Args:
        document: what was received, anything at all.
        carry_out: does it and returns plain data; may raise a CoreappError.
    """
    order = document.get("order") if isinstance(document, Mapping) else None
    if (
        not isinstance(document, Mapping)
        or not isinstance(order, Mapping)
        or document.get("version") != VERSION
    ):
        return _failure(NotNowError(OTHER_VERSION))
    try:
        return {"version": VERSION, "answer": dict(carry_out(order))}
    except CoreappError as error:
        return _failure(error)


def failed_answer() -> Order:
    """Return what is sent back when carrying out an order ended in a bug."""
    return _failure(NotNowError(_FAILED))


def answer_in(document: object) -> Mapping[str, object]:
    """Return the answer in a document.

    Raises:
        CoreappError: what the running program could not do, and why.
    """
    if not isinstance(document, Mapping) or document.get("version") != VERSION:
        raise NotNowError(OTHER_VERSION)
    failure = document.get("failure")
    if isinstance(failure, Mapping):
        raise _failure_in(failure)
    answer = document.get("answer")
    if not isinstance(answer, Mapping):
        raise NotNowError(OTHER_VERSION)
    return answer


def _failure(error: CoreappError) -> Order:
    match error:
        case InvalidValueError():
            told: Order = {
                "key": error.key,
                "value": None if error.value is None else str(error.value),
                "remedy": error.remedy,
                "values": {name: _plain(value) for name, value in error.values.items()},
            }
        case NotNowError():
            told = {"reason": error.reason}
        case _:
            told = {"reason": _FAILED}
    return {"version": VERSION, "failure": dict(told)}


def _failure_in(told: Mapping[object, object]) -> CoreappError:
    """Return the failure that was told; what is none is of another version."""
    remedy, values = told.get("remedy"), told.get("values")
    if remedy and isinstance(values, Mapping):
        named = {str(name): value for name, value in values.items()}
        try:
            filled(str(remedy), named)
        except (LookupError, ValueError, AttributeError):
            return NotNowError(OTHER_VERSION)
        return InvalidValueError(str(told.get("key")), told.get("value"), str(remedy), **named)
    return NotNowError(str(told.get("reason") or OTHER_VERSION))


def _plain(value: object) -> object:
    return value if isinstance(value, int | float) else str(value)
