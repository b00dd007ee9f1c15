"""What a person can answer to the bar or the break, and the key for it."""

from enum import StrEnum

from PySide6.QtCore import Qt


class BreakAnswer(StrEnum):
    """An answer; each but the last has a key."""

    STAND = "stand"
    EXERCISE = "exercise"
    ROUTINE = "routine"
    ALREADY_STOOD = "already_stood"
    LATER = "later"
    SKIP = "skip"
    LEFT = "left"
    """Esc was held: the break leaves the screen."""


KEYS = {
    Qt.Key.Key_S: BreakAnswer.STAND,
    Qt.Key.Key_E: BreakAnswer.EXERCISE,
    Qt.Key.Key_R: BreakAnswer.ROUTINE,
    Qt.Key.Key_A: BreakAnswer.ALREADY_STOOD,
    Qt.Key.Key_L: BreakAnswer.LATER,
    Qt.Key.Key_N: BreakAnswer.SKIP,
}
"""The same keys in every language: they stand beside the answers."""

LETTERS = {answer: chr(key) for key, answer in KEYS.items()}
