"""How long and how thick the parts of the body are, in metres, for a stature of 1.70 m.

Lengths are Drillis and Contini's fractions of stature as printed in Winter, Biomechanics and Motor
Control of Human Movement, table 4.1; joint centres of hip and shoulder lie within the outer widths
given there. Radii are our own: they make a neutral, fit build out of round parts.
"""

from typing import Final

from coreapp.domain.figure.vectors import Vec

STATURE: Final = 1.70

SHANK: Final = 0.246 * STATURE
THIGH: Final = 0.245 * STATURE
UPPER_ARM: Final = 0.186 * STATURE
FOREARM: Final = 0.146 * STATURE
WRIST_TO_KNUCKLES: Final = 0.052 * STATURE
KNUCKLES_TO_TIP: Final = 0.046 * STATURE
HIP_TO_WAIST: Final = 0.100 * STATURE
WAIST_TO_CHEST: Final = 0.100 * STATURE
CHEST_TO_NECK: Final = 0.088 * STATURE
NECK_TO_SKULL: Final = 0.072 * STATURE
SKULL_TO_HEAD: Final = 0.052 * STATURE
HALF_HIPS: Final = 0.050 * STATURE
HALF_SHOULDERS: Final = 0.101 * STATURE
ANKLE_TO_BALL: Final = 0.086 * STATURE
BALL_TO_TOE: Final = 0.040 * STATURE
HEEL_BEHIND: Final = 0.026 * STATURE
HEEL_BELOW: Final = 0.0235 * STATURE
BALL_BELOW: Final = 0.0250 * STATURE

BLADE_RISE: Final = 0.034 * STATURE
BLADE_IN: Final = 0.020 * STATURE
BLADE_FORWARD: Final = 0.012 * STATURE

# Radii at the joints; from a joint's centre to the skin.
HIP_RADIUS: Final = 0.0525 * STATURE
KNEE_RADIUS: Final = 0.0310 * STATURE
ANKLE_RADIUS: Final = 0.0195 * STATURE
HEEL_RADIUS: Final = 0.0155 * STATURE
BALL_RADIUS: Final = 0.0140 * STATURE
TOE_RADIUS: Final = 0.0100 * STATURE
SHOULDER_RADIUS: Final = 0.0330 * STATURE
ELBOW_RADIUS: Final = 0.0218 * STATURE
WRIST_RADIUS: Final = 0.0150 * STATURE
KNUCKLE_RADIUS: Final = 0.0120 * STATURE
TIP_RADIUS: Final = 0.0080 * STATURE
HEAD_RADIUS: Final = 0.0570 * STATURE
NECK_RADIUS: Final = 0.0300 * STATURE
SEAT_RADIUS: Final = 0.0470 * STATURE

WRIST_HEIGHT: Final = 0.0185 * STATURE
"""Of the wrist's centre above what a flat hand lies on."""

SEAT: Final = Vec(-0.026 * STATURE, 0.044 * STATURE, -0.016 * STATURE)
"""The middle of the left buttock, from the middle of the hips."""

TRUNK_ROWS: Final = (
    (-0.030 * STATURE, 0.066 * STATURE, 0.058 * STATURE),
    (0.004 * STATURE, 0.093 * STATURE, 0.066 * STATURE),
    (0.040 * STATURE, 0.090 * STATURE, 0.064 * STATURE),
    (0.075 * STATURE, 0.080 * STATURE, 0.058 * STATURE),
    (0.112 * STATURE, 0.074 * STATURE, 0.055 * STATURE),
    (0.150 * STATURE, 0.080 * STATURE, 0.060 * STATURE),
    (0.195 * STATURE, 0.090 * STATURE, 0.067 * STATURE),
    (0.235 * STATURE, 0.092 * STATURE, 0.066 * STATURE),
    (0.268 * STATURE, 0.078 * STATURE, 0.054 * STATURE),
    (0.292 * STATURE, 0.048 * STATURE, 0.040 * STATURE),
)
"""The trunk from below: height above the hips along the spine, half width, half depth."""
