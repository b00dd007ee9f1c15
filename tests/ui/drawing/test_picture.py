"""Pictures of bodies, as they come out."""

from collections.abc import Mapping
from functools import cache
from itertools import pairwise, product

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

from coreapp.domain.figure.camera import Camera
from coreapp.domain.figure.kinematics import place_body
from coreapp.domain.figure.vectors import Vec
from coreapp.domain.vocabulary import MUSCLES
from coreapp.ui.drawing.camera import Projector
from coreapp.ui.drawing.colours import SKINS, FigureColours, figure_colours
from coreapp.ui.drawing.frame import frame_of
from coreapp.ui.drawing.levels import BASE, COARSE
from coreapp.ui.drawing.painter import BodyPainter
from coreapp.ui.drawing.parts import Coat, Piece
from coreapp.ui.drawing.picture import Look, Scene, paint_scene
from coreapp.ui.drawing.shapes import Balls
from coreapp.ui.drawing.tubes import Disc, Tube
from coreapp.ui.theme.tokens import Tokens
from tests.fakes import drawn

SIZE = 320
FRONT, BACK, RIGHT = Camera(90.0, 10.0), Camera(270.0, 10.0), Camera(0.0, 10.0)
AROUND = (FRONT, BACK, RIGHT, Camera(180.0, 10.0), Camera(45.0, 10.0), Camera(225.0, 10.0))
STANDING = Scene(
    place_body(
        {
            "left_shoulder_abduction": 12.0,
            "right_shoulder_abduction": 12.0,
            "left_hip_abduction": 6.0,
            "right_hip_abduction": 6.0,
        },
        Vec(0.0, 0.0, 0.91),
    )
)
LYING = Scene(
    place_body({"pitch": -90.0, "yaw": 180.0, "left_shoulder_flexion": 170.0}, Vec(0.0, 0.0, 0.12))
)
FOLDED = Scene(
    place_body(
        {"pitch": 120.0, "lumbar_flexion": 40.0, "left_hip_flexion": 130.0}, Vec(0.0, 0.0, 0.9)
    )
)


class CountingPainter(QPainter):
    """Remembers the outlines that it fills."""

    def __init__(self, image: QImage) -> None:
        super().__init__(image)
        self.paths: list[QPainterPath] = []

    def drawPath(self, path: QPainterPath) -> None:
        self.paths.append(path)
        super().drawPath(path)


def picture(scene: Scene, camera: Camera, look: Look, frame: QRectF | None = None) -> QImage:
    image = QImage(SIZE, SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    rect = QRectF(0.0, 0.0, SIZE, SIZE)
    paint_scene(painter, rect, scene, camera, frame or frame_of([scene], camera), look)
    painter.end()
    return image


@cache
def untinted(camera: Camera) -> QImage:
    """Return the standing body from one side; many muscles are compared with it."""
    return picture(STANDING, camera, Look(drawn.colours(), ground=False))


def pixels(image: QImage) -> list[bytes]:
    """Return the pixels row by row: blue, green, red and alpha."""
    raw = bytes(image.constBits())
    return [raw[at : at + 4] for at in range(0, len(raw), 4)]


def changed(one: QImage, two: QImage) -> int:
    """Return in how many pixels two pictures clearly differ."""
    first, second = bytes(one.constBits()), bytes(two.constBits())
    # A whole row at a time, since most are alike.
    rows = [
        range(at, at + one.bytesPerLine(), 4)
        for at in range(0, len(first), one.bytesPerLine())
        if first[at : at + one.bytesPerLine()] != second[at : at + one.bytesPerLine()]
    ]
    return sum(
        distance(first[at : at + 4], second[at : at + 4]) > 60
        for row in rows
        for at in row
        if first[at : at + 4] != second[at : at + 4]
    )


def distance(one: bytes, two: bytes) -> int:
    return sum(abs(a - b) for a, b in zip(one[:3], two[:3], strict=True))


def alphas(image: QImage) -> bytes:
    """Return how much of each pixel is painted, row by row."""
    return bytes(image.constBits())[3::4]


def painted(image: QImage) -> set[int]:
    return {at for at, alpha in enumerate(alphas(image)) if alpha}


@pytest.mark.parametrize("scene", [STANDING, LYING, FOLDED], ids=["standing", "lying", "folded"])
def test_the_whole_body_is_within_its_frame(scene: Scene, colours: FigureColours) -> None:
    look = Look(colours, ground=False, quick=True)  # its outline is that of a still: see below
    for azimuth, elevation in product((0.0, 50.0, 90.0, 200.0, 270.0), (-10.0, 12.0, 60.0)):
        alpha = alphas(picture(scene, Camera(azimuth, elevation), look))
        rows = [alpha[at : at + SIZE] for at in range(0, len(alpha), SIZE)]
        where = f"azimuth {azimuth}, elevation {elevation}"
        assert len(alpha) - alpha.count(0) > 2000, where
        edges = [*rows[:3], *rows[-3:], *(row[:3] + row[-3:] for row in rows)]
        assert not any(map(any, edges)), where


def test_a_frame_of_several_scenes_holds_them_all() -> None:
    both = frame_of([STANDING, LYING], RIGHT)
    assert both.contains(frame_of([STANDING], RIGHT).adjusted(0.1, 0.1, -0.1, -0.1))
    assert both.contains(frame_of([LYING], RIGHT).adjusted(0.1, 0.1, -0.1, -0.1))


def test_a_moving_picture_has_the_same_outline_as_a_still(colours: FigureColours) -> None:
    still = picture(STANDING, RIGHT, Look(colours, ground=False))
    moving = picture(STANDING, RIGHT, Look(colours, ground=False, quick=True))
    assert still != moving
    both = zip(pixels(still), pixels(moving), strict=True)
    assert max(abs(one[3] - two[3]) for one, two in both) < 100


@pytest.mark.parametrize(("quick", "most"), [(True, 170), (False, 560)])
def test_a_picture_is_made_of_few_enough_outlines(
    colours: FigureColours, quick: bool, most: int
) -> None:
    image = QImage(SIZE, SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    painter = CountingPainter(image)
    rect = QRectF(0.0, 0.0, SIZE, SIZE)
    look = Look(colours, quick=quick, ground=False)
    paint_scene(painter, rect, STANDING, RIGHT, frame_of([STANDING], RIGHT), look)
    painter.end()
    assert most / 2 < len(painter.paths) <= most


def test_limbs_that_stand_still_look_the_same_in_the_next_picture(colours: FigureColours) -> None:
    """They are painted with the outlines of the picture before."""
    look = Look(colours, quick=True)
    first, second, third = (picture(STANDING, RIGHT, look) for _ in range(3))
    assert first == second == third
    tinted = picture(STANDING, RIGHT, Look(colours, quick=True, tints={"quadriceps": 1.0}))
    assert tinted != third
    assert picture(STANDING, RIGHT, look) == third
    turned, still = (
        picture(STANDING, FRONT, Look(colours, quick=quick, ground=False))
        for quick in (True, False)
    )
    both = zip(pixels(turned), pixels(still), strict=True)
    assert max(abs(one[3] - two[3]) for one, two in both) < 100


def test_no_dark_hook_is_under_the_nose(colours: FigureColours) -> None:
    """The nose is as large as the line around it expects; seen from the side, looking down."""
    body = place_body({"head_nod": 30.0, "neck_flexion": 20.0}, Vec(0.0, 0.0, 0.91))
    tip = body.head.point(Vec(0.108, 0.0, -0.023))
    at = Projector(RIGHT, frame := QRectF(0.0, -1.75, 0.35, 0.35), QRectF(0, 0, SIZE, SIZE)).flat(
        tip
    )
    image = picture(Scene(body), RIGHT, Look(colours, ground=False), frame)
    column = [image.pixelColor(round(at[0]), round(at[1]) + down) for down in range(-4, 24)]
    ink = [each for each in column if each.alpha() > 200 and each.lightness() < 80]
    assert 1 <= len(ink) <= 2


def test_no_torn_bit_of_a_far_arm_lies_on_the_trunk(colours: FigureColours) -> None:
    """The upper arm behind the trunk, the forearm before it: the shirt keeps its edge."""
    shirt = Balls([Disc(100.0, 100.0, 50.0), Disc(100.0, 200.0, 50.0)])
    elbow = Tube([Disc(140.0, 170.0, 14.0), Disc(150.0, 200.0, 14.0)])
    arm = Balls([Disc(150.0, 200.0, 14.0), Disc(220.0, 220.0, 12.0)])
    image = QImage(SIZE, SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    painter = CountingPainter(image)
    body = BodyPainter(painter, COARSE, colours.muscle, 1.0, united=False, quick=True)
    for name, shape in (("left_upper", elbow), ("trunk", shirt), ("left_fore", arm)):
        coats = [Coat(colours.skin[0], [shape])]
        body.piece(Piece(name, coats, [], lambda: elbow))
    painter.end()
    # At each level first the bit of the upper arm, then the forearm.
    bits = painter.paths[-2 * len(COARSE) :: 2]
    for level, bit in zip(COARSE, bits, strict=True):
        assert elbow.path(level).intersects(shirt.path(BASE))
        assert bit.intersected(shirt.path(BASE)).boundingRect().width() < 0.1
        assert not bit.isEmpty()


def test_united_shapes_look_like_those_of_the_screen(colours: FigureColours) -> None:
    plain = picture(LYING, RIGHT, Look(colours, ground=False))
    united = picture(LYING, RIGHT, Look(colours, ground=False, vector=True))
    assert changed(plain, united) < 240


def test_every_muscle_is_clearly_seen_from_some_side(colours: FigureColours) -> None:
    def is_seen(muscle: str) -> bool:
        look = Look(colours, ground=False, tints={muscle: 1.0})
        return any(changed(untinted(side), picture(STANDING, side, look)) > 32 for side in AROUND)

    assert [muscle for muscle in MUSCLES if not is_seen(muscle)] == []


TURNED_AWAY: Mapping[str, tuple[Camera, Camera]] = {
    "quadriceps": (FRONT, BACK),
    "rectus_abdominis": (FRONT, BACK),
    "pectorals": (FRONT, BACK),
    "hip_flexors": (FRONT, BACK),
    "hamstrings": (BACK, FRONT),
    "gluteus_maximus": (BACK, FRONT),
    "erector_spinae": (BACK, FRONT),
    "rhomboids": (BACK, FRONT),
    "calves": (BACK, FRONT),
}


def test_a_muscle_is_seen_only_from_its_own_side(colours: FigureColours) -> None:
    for muscle, sides in TURNED_AWAY.items():
        look = Look(colours, ground=False, tints={muscle: 1.0})
        facing, away = (changed(untinted(each), picture(STANDING, each, look)) for each in sides)
        assert facing > 80, muscle
        assert away == 0, muscle


def test_a_tint_never_leaves_the_body(colours: FigureColours) -> None:
    tints = dict.fromkeys(MUSCLES, 1.0)
    for camera in AROUND:
        plain = painted(untinted(camera))
        tinted = painted(picture(STANDING, camera, Look(colours, ground=False, tints=tints)))
        assert len(tinted - plain) < 12


def test_a_weak_tint_is_weaker(colours: FigureColours) -> None:
    def strength(share: float) -> int:
        look = Look(colours, ground=False, tints={"quadriceps": share})
        tinted = picture(STANDING, FRONT, look)
        both = zip(plain, pixels(tinted), strict=True)
        return sum(distance(one, two) for one, two in both if one != two)

    plain = pixels(untinted(FRONT))
    assert strength(0.0) == 0
    assert 0 < strength(0.4) < strength(1.0)


def test_each_skin_is_its_own(tokens: Tokens) -> None:
    pictures = [
        picture(STANDING, FRONT, Look(figure_colours(tokens, skin), ground=False))
        for skin in range(len(SKINS))
    ]
    for one, two in pairwise(pictures):
        assert changed(one, two) > 200


def test_the_face_shows_which_way_the_head_is_turned(colours: FigureColours) -> None:
    """Hair from behind, skin from the front, where the middle of the head is."""
    frame = QRectF(-0.2, -1.72, 0.4, 0.4)

    def middle(camera: Camera) -> QColor:
        return picture(STANDING, camera, Look(colours, ground=False), frame).pixelColor(
            SIZE // 2, SIZE // 2
        )

    assert middle(FRONT).lightnessF() > 0.55
    assert middle(BACK).lightnessF() < 0.35


def test_the_painter_is_left_as_it_was(colours: FigureColours) -> None:
    image = QImage(SIZE, SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    pen, brush = painter.pen(), painter.brush()
    rect = QRectF(0.0, 0.0, SIZE, SIZE)
    paint_scene(painter, rect, LYING, FRONT, frame_of([LYING], FRONT), Look(colours))
    assert (painter.pen(), painter.brush()) == (pen, brush)
    assert not painter.testRenderHint(QPainter.RenderHint.Antialiasing)
    painter.end()
