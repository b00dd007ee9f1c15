"""The flesh on the joints: all pieces of a body, with their materials, on the screen."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from coreapp.domain.figure.body import SIDES, Body
from coreapp.domain.figure.measures import STATURE
from coreapp.domain.figure.vectors import Vec
from coreapp.ui.drawing.colours import FAR_STEPS, FigureColours
from coreapp.ui.drawing.hair import falling
from coreapp.ui.drawing.head import head_piece, tail_piece
from coreapp.ui.drawing.limbs import arm_pieces, leg_pieces
from coreapp.ui.drawing.parts import Piece, Screen
from coreapp.ui.drawing.tints import add_tints
from coreapp.ui.drawing.trunk import neck_piece, torso_of, trunk_piece

_FAR_FROM: Final = 0.03 * STATURE
_FAR_TO: Final = 0.14 * STATURE


def pieces_of(
    body: Body, screen: Screen, colours: FigureColours, tints: Mapping[str, float]
) -> list[Piece]:
    """Return all pieces; those farther away than the trunk are a little darker."""
    top, leg, skin, hair = colours.top, colours.leg, colours.skin, colours.hair
    torso = torso_of(body)
    pieces = [
        trunk_piece(torso, screen, top[0], leg[0]),
        neck_piece(torso, body.head, screen, skin[0]),
    ]
    hips, chest = screen.at(body.pelvis.at)[2], screen.at(body.neck.at)[2]
    for side in SIDES:
        limb = body.leg(side)
        far = _far(hips, limb.hip.towards(limb.knee, 0.8), screen)
        pieces += leg_pieces(limb, body.pelvis, side, screen, leg[far], skin[far])
    for side in SIDES:
        arm = body.arm(side)
        far = _far(chest, arm.shoulder.towards(arm.elbow, 0.7), screen)
        pieces += arm_pieces(arm, side, screen, top[far], skin[far])
    pieces += [
        head_piece(body.head, screen, skin[0], hair[0]),
        tail_piece(tuple(falling(body)), screen, hair[0]),
    ]
    if tints:
        # What is kept stays as it is.
        pieces = [replace(piece, tints=[]) for piece in pieces]
        add_tints(pieces, body, screen, tints)
    return pieces


def _far(trunk: float, limb: Vec, screen: Screen) -> int:
    """Return how far behind the trunk a limb is, as a step of its material."""
    behind = (trunk - screen.at(limb)[2]) / screen.scale
    share = (behind - _FAR_FROM) / (_FAR_TO - _FAR_FROM)
    return round(min(1.0, max(0.0, share)) * (FAR_STEPS - 1))
