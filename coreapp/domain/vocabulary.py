"""The words that content may use where it is not free text.

Their labels are in `coreapp.services.vocabulary`; a new word needs one there and nothing else.
"""

AREAS = (
    "core",
    "lower_back",
    "upper_back",
    "neck",
    "shoulders",
    "arms",
    "chest",
    "hips",
    "buttocks",
    "thighs",
    "calves",
    "feet",
    "whole_body",
)
"""Body areas an exercise is for, in the order they are offered."""

EQUIPMENT = (
    "mat",
    "shoes",
    "wall",
    "chair",
    "desk",
    "bench",
    "step",
    "cushion",
    "towel",
    "block",
    "band",
    "foam_roller",
    "kettlebell",
)
"""What an exercise needs; what only helps is in its texts."""

PLACES = ("desk", "quiet", "no_floor", "small_space")
"""Where an exercise can be done: at the desk in office clothes, without a sound, without lying or
kneeling on the floor, within about 1 × 1.5 m."""

POSITIONS = (
    "standing",
    "seated",
    "half_kneeling",
    "kneeling",
    "quadruped",
    "prone",
    "supine",
    "side_lying",
    "changing",
)
"""The position of the body in the main part of an exercise."""

PURPOSES = ("strength", "mobility", "stretch", "warm_up", "sitting_break")
"""What an exercise is good for."""

MUSCLES = (
    "rectus_abdominis",
    "transversus_abdominis",
    "obliques",
    "multifidus",
    "erector_spinae",
    "quadratus_lumborum",
    "latissimus",
    "rhomboids",
    "trapezius",
    "neck_flexors",
    "neck_extensors",
    "pectorals",
    "serratus_anterior",
    "shoulder_stabilisers",
    "deltoids",
    "triceps",
    "biceps",
    "gluteus_maximus",
    "gluteus_medius",
    "piriformis",
    "tensor_fasciae_latae",
    "hip_flexors",
    "adductors",
    "quadriceps",
    "hamstrings",
    "calves",
    "shins",
    "whole_body",
)
"""Muscles that work or are stretched."""

ROUTINE_PLACES = ("desk", "mat")
"""Where a routine is done."""

ROUTINE_GROUPS = ("strength", "mobility", "run", "starter", "desk")
"""What a routine is looked for under, in the order in which they are listed."""
