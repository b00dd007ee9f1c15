"""`figure`: joints in metres, angles in degrees, contacts with their gaps, or a picture."""

from xml.etree import ElementTree as ET

import pytest
from PySide6.QtGui import QImage

from coreapp.domain.figure.body import JOINTS
from coreapp.domain.figure.contacts import mirrored_name

SVG = "{http://www.w3.org/2000/svg}"


def test_the_promised_shape(run):
    document = run("figure", "bird-dog", "--at", "0.5", "--json").json
    assert set(document["joints"]) == set(JOINTS)
    assert all(len(place) == 3 for place in document["joints"].values())
    assert document["angles"]["right_knee_flexion"] == pytest.approx(0, abs=5)
    assert {"part", "on", "gap"} == set(document["contacts"][0])
    assert all(abs(contact["gap"]) <= 0.015 for contact in document["contacts"])
    assert (document["id"], document["at"], document["side"]) == ("bird-dog", 0.5, "right")
    assert [prop["kind"] for prop in document["props"]] == ["mat"]


def test_the_sides_are_mirrors(run):
    right = run("figure", "side-plank", "--at", "0.5", "--side", "right", "--json").json
    left = run("figure", "side-plank", "--at", "0.5", "--side", "left", "--json").json
    for name, (x, y, z) in right["joints"].items():
        assert left["joints"][mirrored_name(name)] == pytest.approx([x, -y, z], abs=1e-9)
    angle = right["angles"]["left_hip_abduction"]
    assert left["angles"]["right_hip_abduction"] == pytest.approx(angle, abs=1e-6)
    parts = {mirrored_name(contact["part"]) for contact in left["contacts"]}
    assert parts == {contact["part"] for contact in right["contacts"]}


def test_without_a_moment_the_pose_that_tells_most(run):
    document = run("figure", "glute-bridge", "--json").json
    assert document["joints"]["pelvis"][2] > document["joints"]["chest"][2]


def test_a_level_that_looks_different(run):
    usual = run("figure", "plank", "--json").json
    easy = run("figure", "plank", "--level", "L1", "--json").json
    assert easy["level"] == "L1"
    assert easy["joints"]["left_knee"][2] < usual["joints"]["left_knee"][2]


def test_people_get_lines(run):
    ran = run("figure", "plank")
    assert ran.code == 0
    assert "left_elbow" in ran.out
    assert "cm" in ran.out


def test_a_picture(run, tmp_path):
    for theme in ("light", "dark", "contrast"):
        file = tmp_path / f"{theme}.png"
        options = ("--png", file, "--size", "200x150", "--theme", theme, "--camera", "-24,13")
        assert run("figure", "plank", *options, "--muscles", "--arrows").code == 0, theme
        picture = QImage(str(file))
        assert (picture.width(), picture.height()) == (200, 150), theme
        assert len({picture.pixel(x, y) for x in range(200) for y in range(150)}) > 50, theme


def test_a_picture_and_numbers_at_once(run, tmp_path):
    file = tmp_path / "plank.png"
    document = run("figure", "plank", "--png", file, "--json").json
    assert document["id"] == "plank"
    assert file.is_file()


def test_a_drawing_says_what_it_shows(run, tmp_path):
    file = tmp_path / "plank.svg"
    assert run("figure", "plank", "--svg", file).code == 0
    drawing = ET.parse(file).getroot()
    assert drawing.findtext(f"{SVG}title") == "Forearm plank"
    assert "Forearm plank" in (drawing.findtext(f"{SVG}desc") or "")
    assert file.stat().st_size < 150_000


def test_a_page(run, tmp_path):
    file = tmp_path / "plank.pdf"
    assert run("figure", "plank", "--pdf", file).code == 0
    assert file.read_bytes().startswith(b"%PDF")


def test_wrong_use_is_told_in_one_line(run) -> None:
    for words, code, said in (
        (("unicycle",), 1, "unicycle"),
        (("plank", "--level", "L9"), 1, "L9"),
        (("plank", "--at", "1.5"), 2, "from 0 to 1"),
        (("plank", "--at", "nan"), 2, "from 0 to 1"),
        (("plank", "--side", "near"), 2, "near"),
        (("plank", "--camera", "26"), 2, "26,12"),
        (("plank", "--camera", "26,95"), 2, "90 up"),
        (("plank", "--size", "0"), 2, "pixels"),
        (("plank", "--size", "9x9x9"), 2, "pixels"),
        (("plank", "--png", "nowhere/plank.png"), 1, "nowhere"),
        (("plank", "--png", "plank.gif"), 1, ".png, .svg or .pdf"),
    ):
        assert said in run("figure", *words).failed(code), words
