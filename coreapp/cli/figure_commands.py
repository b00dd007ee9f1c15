"""`figure`: how an exercise looks at one moment, in numbers or as a picture."""

import os
from argparse import ArgumentTypeError, Namespace
from collections.abc import Mapping
from typing import TYPE_CHECKING

from coreapp.bootstrap import Services
from coreapp.cli.output import print_json
from coreapp.domain.errors import InvalidValueError, UnknownIdError, marked
from coreapp.domain.exercise import Exercise
from coreapp.domain.figure.camera import Camera
from coreapp.i18n import _
from coreapp.services.figure_words import figure_description

if TYPE_CHECKING:
    from coreapp.domain.figure.movement import Moment
    from coreapp.domain.figure.props import Prop
    from coreapp.domain.figure.sequence import Figure
    from coreapp.domain.figure.vectors import Vec

MOST_PIXELS = 8192
_DIGITS = 9
"""Decimals of metres and degrees: mirrored sides are the same to the last one."""


def figure(services: Services, command: Namespace) -> None:
    """Show a figure at one moment.

    Raises:
        UnknownIdError: there is no such exercise.
        InvalidValueError: it has no such level, or no figure.
        ContentError: its file does not say what it should.
    """
    exercise = services.library.exercise(command.id)
    figure = services.figures.load(services.library.figure_of(exercise.id))
    if figure is None:
        raise InvalidValueError(
            "ID", exercise.id, marked("This exercise has no figure; choose another one.")
        )
    levels = [level.id for level in exercise.levels] + list(figure.levels)
    if command.level and command.level not in levels:
        raise UnknownIdError("level", command.level)
    is_drawn = command.png or command.svg or command.pdf
    if is_drawn:
        _save(services, exercise, figure, command)
    if command.json or not is_drawn:
        _print(exercise, figure, command)


def side_of(figure: "Figure", side: str | None) -> str:
    """Return which side is shown: the one asked for, or the one the file shows."""
    return side or figure.side


def camera(text: str) -> Camera:
    """Return the camera of an argument such as "26,12": azimuth and elevation in degrees.

    Raises:
        ArgumentTypeError: it is none.
    """
    try:
        azimuth, elevation = (float(word) for word in text.split(","))
    except ValueError as error:
        raise ArgumentTypeError(_("Give two numbers of degrees, such as 26,12.")) from error
    if not (abs(azimuth) <= 360 and abs(elevation) <= 90):
        raise ArgumentTypeError(_("Give at most 360 degrees around and 90 up."))
    return Camera(azimuth, elevation)


def size(text: str) -> tuple[int, int]:
    """Return the width and height of an argument such as "640" or "800x600", in pixels.

    Raises:
        ArgumentTypeError: it is none.
    """
    words = text.lower().split("x")
    try:
        width, height = int(words[0]), int(words[-1])
    except ValueError as error:
        raise ArgumentTypeError(_("Give pixels, such as 640 or 800x600.")) from error
    if len(words) > 2 or not (0 < width <= MOST_PIXELS and 0 < height <= MOST_PIXELS):
        raise ArgumentTypeError(_("Give pixels, such as 640 or 800x600."))
    return width, height


def _print(exercise: Exercise, figure: "Figure", command: Namespace) -> None:
    from coreapp.domain.figure.movement import Movement  # noqa: PLC0415  no other command needs it

    sequence = figure.sequence(command.level)
    side = side_of(figure, command.side)
    at = sequence.moments()[sequence.best] if command.at is None else command.at
    moment = Movement(sequence, mirror=side != figure.side).at(at)
    document = {
        "id": exercise.id,
        "at": at,
        "side": side,
        "level": command.level or None,
        "seconds": sequence.seconds,
        **_state(moment),
    }
    if command.json:
        print_json(document)
        return
    print(f"{exercise.id}  {at:.3f}  {side}")
    for name, place in moment.body.joints().items():
        print(f"{name:16} {place.x:8.3f} {place.y:8.3f} {place.z:8.3f} m")
    for touch in moment.touches:
        print(f"{touch.contact.part} – {touch.contact.on}: {100 * touch.gap:+.1f} cm")


def _state(moment: "Moment") -> dict[str, object]:
    angles = {name: value for name, value in moment.angles.items() if name != "breath"}
    return {
        "joints": {name: _point(place) for name, place in moment.body.joints().items()},
        "angles": {name: _number(value) for name, value in angles.items()},
        "contacts": [
            {"part": touch.contact.part, "on": touch.contact.on, "gap": _number(touch.gap)}
            for touch in moment.touches
        ],
        "props": [_prop(prop) for prop in moment.props],
    }


def _prop(prop: "Prop") -> Mapping[str, object]:
    return {
        "name": prop.name,
        "kind": prop.kind.value,
        "at": _point(prop.at),
        "facing": _point(prop.facing),
        "height": _number(prop.height),
        "length": _number(prop.length),
        "width": _number(prop.width),
    }


def _point(place: "Vec") -> list[float]:
    return [_number(value) for value in place]


def _number(value: float) -> float:
    # Adding nought turns -0.0 into 0.0: mirrored points read alike.
    return round(value, _DIGITS) + 0.0


def _save(services: Services, exercise: Exercise, figure: "Figure", command: Namespace) -> None:
    # Before Qt is imported: pictures need no screen.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import QSize  # noqa: PLC0415  only pictures need Qt

    from coreapp.app import make_application  # noqa: PLC0415
    from coreapp.ui.figure.art import FigureArt, FigureShot  # noqa: PLC0415
    from coreapp.ui.figure.saving import save_shot  # noqa: PLC0415
    from coreapp.ui.theme.tokens import load_tokens  # noqa: PLC0415

    app = make_application()
    muscles = exercise.muscles if command.muscles else ()
    helping = exercise.secondary_muscles if command.muscles else ()
    shot = FigureShot(
        exercise.id,
        command.at,
        mirror=side_of(figure, command.side) == "left",
        level=command.level,
        camera=command.camera,
        tints=(*((each, 1.0) for each in muscles), *((each, 0.5) for each in helping)),
        arrows=command.arrows,
    )
    tokens = load_tokens(services.paths.assets / "themes", command.theme)
    texts = (
        services.library.exercise_name(exercise.id),
        figure_description(services.library, exercise),
    )
    art = FigureArt(services.find_figure)
    settings = services.preferences.settings
    art.set_skin(settings.figure_skin)
    art.set_build(settings.figure_build)
    for file in (command.png, command.svg, command.pdf):
        if file is not None:
            save_shot(file, art, shot, tokens, size=QSize(*command.size), texts=texts)
            if not command.json:
                print(_("Wrote {file}.").format(file=file))
    del app
