"""Ranges of figures that people enter."""

from coreapp.domain.errors import InvalidValueError, marked


def check_whole(key: str, value: int | None, least: int, most: int) -> None:
    """Refuse a whole number outside its range; None is one that was not entered.

    Raises:
        InvalidValueError: it is outside.
    """
    if value is not None and not least <= value <= most:
        raise InvalidValueError(
            key,
            value,
            marked("Give a whole number from {least} to {most}."),
            least=least,
            most=most,
        )


def check_figure(key: str, value: float | None, least: float, most: float) -> None:
    """Refuse a figure outside its range, or one that is no number; None was not entered.

    Raises:
        InvalidValueError: it is outside.
    """
    if value is not None and not least <= value <= most:
        raise InvalidValueError(
            key, value, marked("Give a figure from {least} to {most}."), least=least, most=most
        )
