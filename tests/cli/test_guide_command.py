"""`guide`: the list of articles and one article, for people and for programs."""

import pytest

DOCTOR = "when-to-see-a-doctor"


def test_all_articles_are_listed_for_programs(run):
    listed = run("guide", "--json").json

    assert len(listed) == 15
    assert listed[0]["id"] == DOCTOR
    for each in listed:
        assert all(isinstance(each[key], str) for key in ("id", "title", "summary"))
        assert all(isinstance(each[key], list) for key in ("exercises", "routines", "see"))


def test_articles_are_listed_for_people(run):
    lines = run("guide").out.splitlines()

    assert len(lines) == 15
    assert lines[0] == f"{DOCTOR:24} When to see a doctor"


def test_an_article_for_programs(run):
    shown = run("guide", "sitting", "--json").json

    assert shown["title"] == "Sitting"
    assert shown["sections"][0]["heading"] == ""
    assert all(each["paragraphs"] for each in shown["sections"])
    assert shown["sources"]
    assert "signs" not in shown
    assert "facts" not in shown


def test_an_article_for_people(run):
    shown = run("guide", "sitting", "--json").json
    out = run("guide", "sitting").out

    assert out.startswith(f"{shown['title']}\n{shown['summary']}\n")
    for section in shown["sections"]:
        assert section["heading"] in out
        assert all(paragraph in out for paragraph in section["paragraphs"])
    assert "  - Marching on the spot\n" in out
    assert "  - Desk break A – reset\n" in out
    assert "  - Staying active with pain\n" in out
    assert "does not replace a doctor or physiotherapist." in out
    assert "In an emergency" not in out


def test_the_signs_come_with_the_number_to_call(run, monkeypatch):
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    shown = run("guide", DOCTOR, "--json").json
    out = run("guide", DOCTOR).out

    assert [each["id"] for each in shown["signs"]] == [f"RF-{n:02}" for n in range(1, 20)]
    assert shown["signs"][0]["advice"] == "emergency"
    assert shown["signs"][0]["urgency"] is None
    assert shown["signs"][5]["urgency"] == "today"
    assert shown["emergency_numbers"] == ["911"]
    assert "In an emergency: 911\n" in out
    assert all(each["text"] in out for each in shown["signs"])


def test_an_unknown_article_is_told(run):
    assert run("guide", "hats").failed() == "There is no article with the id “hats”."


def test_a_broken_article_is_told(run, own_assets):
    file = own_assets / "guide" / "sitting.toml"
    file.write_text(file.read_text("utf-8").replace('see = ["', 'see = ["x', 1), "utf-8")

    assert run("guide").failed().startswith("sitting.toml, see[1]: there is no other article")


@pytest.mark.parametrize("command", [("exercises",), ("routines",)])
def test_other_commands_do_not_read_the_guide(run, own_assets, command):
    (own_assets / "guide" / "sitting.toml").write_text("broken", "utf-8")

    assert run(*command).code == 0
