"""What Qt writes gets smaller and stays the same picture."""

import re

from coreapp.ui.drawing.svg_text import lean

HEAD = '<svg width="10mm" height="10mm"\n viewBox="0 0 100 50">\n'


def leaned(inner: str) -> str:
    text = lean(f"{HEAD}{inner}</svg>", 100, 50)
    return text.split(">\n", 1)[1].removesuffix("</svg>")


def path(d: str) -> str:
    found = re.search(r'd="([^"]*)"', leaned(f'<path d="{d}"/>'))
    assert found
    return found[1]


def test_sizes_are_in_pixels() -> None:
    assert lean(f"{HEAD}</svg>", 100, 50).startswith('<svg role="img" width="100" height="50"\n')


def test_fonts_of_the_machine_and_empty_groups_go() -> None:
    group = '<g fill="#ff0000" \nfont-family="Sans" font-size="9" font-weight="400" \n>\n'
    assert "font" not in leaned(f'{group}<rect x="1"/></g>')
    assert leaned(f"{group}</g>\n") == ""


def test_points_on_a_line_go_and_corners_stay() -> None:
    line = "M0,0 L10,0 L20,0.01 L30,0 L30,15 L0,15 L0,0 Z"
    assert path(line) == "M0 0l30 0 0 15-30 0 0-15z"


def test_a_gentle_bend_stays() -> None:
    assert path("M0,0 L10,0.5 L20,0 Z") == "M0 0l10 .5 10-.5z"


def test_roundings_do_not_add_up() -> None:
    zigzag = [(i / 3, 5.0 * (i % 2)) for i in range(301)]
    text = path("M" + " L".join(f"{x},{y}" for x, y in zigzag))
    numbers = [float(n) for n in re.findall(r"-?\d*\.?\d+", text)]
    assert abs(sum(numbers[::2]) - 100.0) < 0.006


def test_curves_and_several_outlines_are_kept() -> None:
    text = path("M1,2 L3,4 C5,6 7,8 9,10 L11,-12.125 Z M20,20 L21,20 L21,21 Z")
    assert text == "M1 2l2 2C5 6 7 8 9 10l2-22.12zM20 20l1 0 0 1z"


def test_points_of_polygons_are_rounded() -> None:
    assert 'points="0,0 10.12,0 10.12,5"' in leaned('<polygon points="0,0 10.1234,0 10.1234,5 "/>')


def test_a_rule_that_differs_from_the_rest_stays() -> None:
    assert 'fill-rule="nonzero"' in leaned('<path fill-rule="nonzero" d="M0,0 L1,1 Z"/>')
    assert "evenodd" not in leaned('<path fill-rule="evenodd" d="M0,0 L1,1 Z"/>')
