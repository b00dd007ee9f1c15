"""Text can be read on every ground it is put on; a wrong file says so."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from coreapp.domain.errors import ContentError
from coreapp.services.charts import Tone
from coreapp.ui.charts.swatch import swatch_of
from coreapp.ui.theme.contrast import contrast_ratio
from coreapp.ui.theme.edges import idle_colour
from coreapp.ui.theme.phases import PHASES, PhaseLook
from coreapp.ui.theme.tokens import CONTRAST, DARK, LIGHT, load_tokens

TEXT_LIMITS = {LIGHT: 4.5, DARK: 4.5, CONTRAST: 7.0}
MARK_LIMITS = {LIGHT: 3.0, DARK: 3.0, CONTRAST: 4.5}
TEXTS = ("ink", "ink2", "ink3")
GROUNDS = ("ground", "card", "stage", "sidebar", "hover", "selected", "control")
COLOURED_TEXT = [
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_accent", "accent_press"),
    ("accent_text", "selected"),
    ("accent_text", "sidebar"),
    ("accent_text", "accent_soft"),
    ("ink", "accent_soft"),
    ("ink2", "accent_soft"),
    ("danger", "ground"),
    ("danger", "card"),
    ("danger", "danger_soft"),
    ("ground", "ink"),
    *(
        (f"{phase}_text", ground)
        for phase in ("ready", "rest", "done", "accent")
        for ground in ("card", "ground", "stage")
    ),
    *((f"{phase}_text", f"{phase}_soft") for phase in ("ready", "rest", "done", "accent")),
    *(
        (text, f"{phase}_{part}")
        for text in ("ink", "ink2")
        for phase in ("ready", "work", "rest", "done")
        for part in ("ground", "tide")
    ),
]
MARKS = [
    ("border", "ground"),
    ("border", "card"),
    ("border", "sidebar"),
    ("accent", "ground"),
    ("accent", "card"),
    ("accent", "stage"),
    ("rest", "card"),
    ("rest", "ground"),
    ("done", "card"),
    ("done", "ground"),
    ("ready", "card"),
    ("ready", "ground"),
    ("f_leg", "stage"),
]
CHART_MARKS = [
    *((mark, "card") for mark in ("heat3", "heat4", "accent", "ink3", "rest", "border", "ink")),
]
"""Bars, lines and edges of patterns; `heat1` and `heat2` are told by number and tool tip, too."""
STRONG_MARKS = [
    *((mark, ground) for mark in ("border", "ink2", "ink") for ground in GROUNDS),
    *(("line", ground) for ground in ("ground", "card", "stage", "sidebar", "field", "control")),
    *((mark, "rest_tide") for mark in ("border", "rest", "ink")),
    *((phase, f"{tide}_tide") for phase, tide in (("accent", "work"), ("ready", "ready"))),
    ("rest", "rest_soft"),
    ("done", "done_tide"),
    ("away", "card"),
    *((f"heat{step}", "card") for step in (1, 2, 3, 4)),
    *((part, ground) for part in ("f_top", "f_leg", "arrow") for ground in ("stage", "mat")),
    *((part, "wall") for part in ("f_top", "f_leg", "arrow")),
    ("mat_edge", "stage"),
]
"""What marks more than usual: lines stand for the grounds that others tell by colour."""


def test_the_ratio_of_black_and_white_is_21() -> None:
    assert contrast_ratio(QColor("black"), QColor("white")) == pytest.approx(21)
    assert contrast_ratio(QColor("#777777"), QColor("#ffffff")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(("name", "limit"), TEXT_LIMITS.items())
def test_text_is_readable_on_every_ground(assets: Path, name: str, limit: float) -> None:
    tokens = load_tokens(assets / "themes", name)
    pairs = [(text, ground) for text in TEXTS for ground in GROUNDS] + COLOURED_TEXT
    for text, ground in pairs:
        ratio = contrast_ratio(tokens.colour(text), tokens.colour(ground))
        assert ratio >= limit, f"{text} on {ground}: {ratio:.2f}"


@pytest.mark.parametrize(("name", "limit"), MARK_LIMITS.items())
def test_icons_and_marks_stand_out(assets: Path, name: str, limit: float) -> None:
    tokens = load_tokens(assets / "themes", name)
    pairs = MARKS + CHART_MARKS + (STRONG_MARKS if tokens.strong else [])
    for mark, ground in pairs:
        ratio = contrast_ratio(tokens.colour(mark), tokens.colour(ground))
        assert ratio >= limit, f"{mark} on {ground}: {ratio:.2f}"


@pytest.mark.parametrize("look", list(PhaseLook))
def test_each_phase_can_be_read_near_and_far(assets: Path, look: PhaseLook) -> None:
    phase = PHASES[look]
    for name, limit in TEXT_LIMITS.items():
        tokens = load_tokens(assets / "themes", name)
        for ground in (phase.ground, phase.tide):
            assert contrast_ratio(tokens.colour(phase.text), tokens.colour(ground)) >= limit
        far = tokens.distance
        for ground in (phase.far_ground, phase.far_tide):
            for text in (far.text, far.text2):
                assert contrast_ratio(text, getattr(far, ground)) >= limit


@pytest.mark.parametrize(("name", "limit"), MARK_LIMITS.items())
def test_every_series_of_a_chart_stands_out_from_its_card(
    assets: Path, name: str, limit: float
) -> None:
    tokens = load_tokens(assets / "themes", name)
    for tone in Tone:
        for is_now in (False, True):
            ink = swatch_of(tone, now=is_now).ink(tokens)
            assert contrast_ratio(ink, tokens.colour("card")) >= limit, tone


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ("track", "card", 1.4, 1.8),
        ("track", "ground", 1.3, 1.8),
        ("away", "track", 1.35, 1.8),
        ("rest", "track", 3.0, 5.0),
        ("heat0", "card", 1.25, 1.5),
        ("heat1", "heat0", 1.2, 1.5),
        ("heat2", "heat1", 1.4, 1.6),
        ("heat3", "heat2", 1.4, 1.6),
        ("heat4", "heat3", 1.4, 2.0),
    ],
)
def test_what_is_empty_is_seen_and_does_not_look_filled(
    assets: Path, name: str, one: str, other: str, least: float, most: float
) -> None:
    """Grounds, not marks: so much that they are seen; with high contrast they have an edge."""
    tokens = load_tokens(assets / "themes", name)
    ratio = contrast_ratio(tokens.colour(one), tokens.colour(other))
    assert least <= ratio <= most, f"{one} on {other}: {ratio:.2f}"


@pytest.mark.parametrize("name", MARK_LIMITS)
def test_days_of_more_are_darker_day_by_day(assets: Path, name: str) -> None:
    tokens = load_tokens(assets / "themes", name)
    steps = [contrast_ratio(tokens.colour(f"heat{n}"), tokens.colour("card")) for n in range(5)]
    assert steps == sorted(steps)


@pytest.mark.parametrize("name", MARK_LIMITS)
def test_what_cannot_be_used_is_seen_and_weaker_than_what_can(assets: Path, name: str) -> None:
    tokens = load_tokens(assets / "themes", name)
    for ground in ("card", "field"):
        idle, usual = (
            contrast_ratio(colour, tokens.colour(ground))
            for colour in (idle_colour(tokens), tokens.ink2)
        )
        assert 1.9 <= idle <= usual / 2.5


def test_each_phase_has_a_shape_of_its_own() -> None:
    assert len({phase.shape for phase in PHASES.values()}) == len(PhaseLook)


def test_dark_is_dark(assets: Path) -> None:
    assert load_tokens(assets / "themes", DARK).dark
    assert not load_tokens(assets / "themes", LIGHT).dark
    assert not load_tokens(assets / "themes", CONTRAST).dark


def test_only_high_contrast_is_strong(assets: Path) -> None:
    strong = {name: load_tokens(assets / "themes", name).strong for name in TEXT_LIMITS}
    assert strong == {LIGHT: False, DARK: False, CONTRAST: True}


def test_a_colour_taken_out_is_a_copy(assets: Path) -> None:
    tokens = load_tokens(assets / "themes", LIGHT)
    tokens.colour("ink").setAlpha(0)
    assert tokens.ink.alpha() == 255


@pytest.mark.parametrize(
    ("line", "key"),
    [('ink = "dark"', "ink"), ("ink = 3", "ink"), ('pink = "#FF00FF"', "pink"), ("", "ink")],
)
def test_a_wrong_colour_is_named(assets: Path, tmp_path: Path, line: str, key: str) -> None:
    for file in (assets / "themes").glob("*.toml"):
        text = file.read_text(encoding="utf-8")
        if file.stem == LIGHT:
            text = text.replace(
                'ink = "#221C18"', line if "pink" not in line else f'{line}\nink = "#221C18"'
            )
        (tmp_path / file.name).write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as raised:
        load_tokens(tmp_path, LIGHT)
    assert raised.value.file == "light.toml"
    assert raised.value.key == key


def test_a_missing_theme_is_named(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"distance\.toml"):
        load_tokens(tmp_path, LIGHT)
