"""The labels of the words in `coreapp.domain.vocabulary`, in the language that is shown.

Every label can stand alone on a button or in a list. A word that has no label is an
`UnknownIdError`; the content loader lets none through.
"""

from typing import assert_never

from coreapp.domain.errors import UnknownIdError
from coreapp.domain.exercise import Breath, ExerciseKind, Side, Sides
from coreapp.i18n import pgettext


def area_label(slug: str) -> str:
    """Return the label of a body area."""
    labels = {
        "core": pgettext("body area", "Core"),
        "lower_back": pgettext("body area", "Lower back"),
        "upper_back": pgettext("body area", "Upper back"),
        "neck": pgettext("body area", "Neck"),
        "shoulders": pgettext("body area", "Shoulders"),
        "arms": pgettext("body area", "Arms"),
        "chest": pgettext("body area", "Chest"),
        "hips": pgettext("body area", "Hips"),
        "buttocks": pgettext("body area", "Buttocks"),
        "thighs": pgettext("body area", "Thighs"),
        "calves": pgettext("body area", "Calves"),
        "feet": pgettext("body area", "Feet"),
        "whole_body": pgettext("body area", "Whole body"),
    }
    return _label("body area", slug, labels)


def equipment_label(slug: str) -> str:
    """Return the label of a piece of equipment."""
    labels = {
        "mat": pgettext("equipment", "Mat"),
        "shoes": pgettext("equipment", "Shoes"),
        "wall": pgettext("equipment", "Wall"),
        "chair": pgettext("equipment", "Chair"),
        "desk": pgettext("equipment", "Desk"),
        "bench": pgettext("equipment", "Bench"),
        "step": pgettext("equipment", "Step"),
        "cushion": pgettext("equipment", "Cushion"),
        "towel": pgettext("equipment", "Towel"),
        "block": pgettext("equipment", "Block"),
        "band": pgettext("equipment", "Band"),
        "foam_roller": pgettext("equipment", "Foam roller"),
        "kettlebell": pgettext("equipment", "Kettlebell"),
    }
    return _label("equipment", slug, labels)


def place_label(slug: str) -> str:
    """Return the label of a place, or of what a place asks for."""
    labels = {
        "desk": pgettext("place", "At the desk"),
        "quiet": pgettext("place", "Quiet"),
        "no_floor": pgettext("place", "Not on the floor"),
        "small_space": pgettext("place", "In a small space"),
        "mat": pgettext("place", "On a mat"),
    }
    return _label("place", slug, labels)


def routine_group_label(slug: str) -> str:
    """Return the heading that routines of a group stand under."""
    labels = {
        "strength": pgettext("routine group", "Strength for trunk and hips"),
        "mobility": pgettext("routine group", "Easy mobility"),
        "run": pgettext("routine group", "Before and after a run"),
        "starter": pgettext("routine group", "Short lists from the articles"),
        "desk": pgettext("routine group", "At the desk"),
    }
    return _label("routine group", slug, labels)


def position_label(slug: str) -> str:
    """Return the label of a position of the body."""
    labels = {
        "standing": pgettext("position", "Standing"),
        "seated": pgettext("position", "Sitting"),
        "half_kneeling": pgettext("position", "On one knee"),
        "kneeling": pgettext("position", "Kneeling"),
        "quadruped": pgettext("position", "On all fours"),
        "prone": pgettext("position", "Face down"),
        "supine": pgettext("position", "On your back"),
        "side_lying": pgettext("position", "On your side"),
        "changing": pgettext("position", "Changing positions"),
    }
    return _label("position", slug, labels)


def purpose_label(slug: str) -> str:
    """Return the label of a purpose."""
    labels = {
        "strength": pgettext("purpose", "Strength"),
        "mobility": pgettext("purpose", "Mobility"),
        "stretch": pgettext("purpose", "Stretch"),
        "warm_up": pgettext("purpose", "Warm-up"),
        "sitting_break": pgettext("purpose", "Sitting break"),
    }
    return _label("purpose", slug, labels)


def muscle_label(slug: str) -> str:
    """Return the label of a muscle, in ordinary words."""
    labels = {
        "rectus_abdominis": pgettext("muscle", "Straight abdominal muscles"),
        "transversus_abdominis": pgettext("muscle", "Deep abdominal muscles"),
        "obliques": pgettext("muscle", "Oblique abdominal muscles"),
        "multifidus": pgettext("muscle", "Deep back muscles"),
        "erector_spinae": pgettext("muscle", "Long back muscles"),
        "quadratus_lumborum": pgettext("muscle", "Square muscle of the low back"),
        "latissimus": pgettext("muscle", "Broad back muscle"),
        "rhomboids": pgettext("muscle", "Muscles between the shoulder blades"),
        "trapezius": pgettext("muscle", "Middle and lower trapezius"),
        "neck_flexors": pgettext("muscle", "Front of the neck"),
        "neck_extensors": pgettext("muscle", "Back of the neck"),
        "pectorals": pgettext("muscle", "Chest muscles"),
        "serratus_anterior": pgettext("muscle", "Muscles at the side of the ribs"),
        "shoulder_stabilisers": pgettext("muscle", "Shoulder stabilisers"),
        "deltoids": pgettext("muscle", "Shoulder muscles"),
        "triceps": pgettext("muscle", "Back of the upper arms"),
        "biceps": pgettext("muscle", "Front of the upper arms"),
        "gluteus_maximus": pgettext("muscle", "Large buttock muscle"),
        "gluteus_medius": pgettext("muscle", "Muscle at the side of the hip"),
        "piriformis": pgettext("muscle", "Deep buttock muscles (piriformis)"),
        "tensor_fasciae_latae": pgettext("muscle", "Outside of the hip and thigh"),
        "hip_flexors": pgettext("muscle", "Hip flexors"),
        "adductors": pgettext("muscle", "Inside of the thighs"),
        "quadriceps": pgettext("muscle", "Front of the thighs"),
        "hamstrings": pgettext("muscle", "Back of the thighs"),
        "calves": pgettext("muscle", "Calves"),
        "shins": pgettext("muscle", "Shins"),
        "whole_body": pgettext("muscle", "Whole body"),
    }
    return _label("muscle", slug, labels)


def kind_label(kind: ExerciseKind) -> str:
    """Return the label of the way an exercise is measured."""
    match kind:
        case ExerciseKind.HOLD:
            return pgettext("exercise kind", "Hold")
        case ExerciseKind.TIMED:
            return pgettext("exercise kind", "Timed")
        case ExerciseKind.REPS:
            return pgettext("exercise kind", "Repetitions")
        case ExerciseKind.FLOW:
            return pgettext("exercise kind", "Flow")
        case _:
            assert_never(kind)


def side_label(side: Side) -> str:
    """Return the label of the side that works."""
    match side:
        case Side.LEFT:
            return pgettext("side", "Left side")
        case Side.RIGHT:
            return pgettext("side", "Right side")
        case Side.BOTH:
            return pgettext("side", "Both sides")
        case Side.ALTERNATING:
            return pgettext("side", "Alternating sides")
        case _:
            assert_never(side)


def sides_label(sides: Sides) -> str:
    """Return the label of the way the sides share a set."""
    match sides:
        case Sides.BILATERAL:
            return pgettext("sides", "Both sides together")
        case Sides.EACH_SIDE:
            return pgettext("sides", "One side, then the other")
        case Sides.ALTERNATING:
            return pgettext("sides", "Alternating sides")
        case _:
            assert_never(sides)


def breath_label(breath: Breath) -> str:
    """Return what to do with the breath, as it is said."""
    match breath:
        case Breath.IN:
            return pgettext("breath", "Breathe in")
        case Breath.OUT:
            return pgettext("breath", "Breathe out")
        case _:
            assert_never(breath)


def _label(kind: str, slug: str, labels: dict[str, str]) -> str:
    if slug not in labels:
        raise UnknownIdError(kind, slug)
    return labels[slug]
