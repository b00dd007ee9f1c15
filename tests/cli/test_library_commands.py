"""`exercises`, `exercise`, `routines` and `timeline`, for people and for programs."""

import json

import pytest

EXERCISES = 46

SUMMARY = {
    "id": str,
    "name": str,
    "names": dict,
    "kind": str,
    "sides": str,
    "position": str,
    "areas": list,
    "places": list,
    "equipment": list,
    "purposes": list,
}
DETAILS = SUMMARY | {
    "why": str,
    "muscles": list,
    "secondary_muscles": list,
    "stop_if": list,
    "seated": str,
    "steps": list,
    "mistakes": list,
    "cautions": list,
    "sources": list,
    "breathing": str,
    "levels": list,
}
PHASE = {
    "kind": str,
    "seconds": int,
    "exercise": str,
    "side": str,
    "set": int,
    "round": int,
    "reps": int | None,
    "until_tapped": bool,
}


def has_shape(document, shape):
    return all(isinstance(document[key], kind) for key, kind in shape.items())


def test_all_exercises_are_listed_for_programs(run):
    listed = run("exercises", "--json").json

    assert len(listed) == EXERCISES
    assert all(has_shape(each, SUMMARY) for each in listed)
    assert all(each["names"].keys() == {"en", "de", "nl"} for each in listed)
    assert {each["kind"] for each in listed} <= {"hold", "timed", "reps", "flow"}
    assert {each["sides"] for each in listed} <= {"bilateral", "each_side", "alternating"}


def test_the_best_match_comes_first(run):
    first = {"side plank": "side-plank", "Seitstütz": "side-plank", "dead bug": "dead-bug"}

    found = {word: run("exercises", "--search", word, "--json").json for word in first}
    assert {word: listed[0]["id"] for word, listed in found.items()} == first


def test_exercises_are_listed_for_people(run):
    ran = run("exercises")

    assert ran.code == 0
    assert len(ran.out.splitlines()) == EXERCISES
    assert "side-plank               Side plank (Hold)" in ran.out


def test_that_nothing_matches_is_said_and_is_no_failure(run):
    assert run("exercises", "--search", "xyzzy").out == "No exercise matches “xyzzy”.\n"
    assert run("exercises", "--search", "xyzzy", "--json").json == []


def test_an_exercise_is_shown_for_programs(run):
    texts = ("steps", "mistakes", "stop_if", "cautions", "sources", "muscles")
    for identity in ("side-plank", "sun-salutation", "bird-dog"):
        shown = run("exercise", identity, "--json").json

        assert has_shape(shown, DETAILS), identity
        assert shown["id"] == identity
        levels = shown["levels"]
        assert all(each.keys() >= {"id", "text", "move_up"} for each in levels), identity
        assert all(isinstance(text, str) for key in texts for text in shown[key]), identity


def test_an_exercise_is_shown_for_people(run):
    lines = run("exercise", "side-plank").out.splitlines()

    assert lines[0] == "Side plank"
    why = run("exercise", "side-plank", "--json").json["why"]
    assert why
    assert [line for line in lines if line and not line.startswith("  - ")] == [
        "Side plank",
        why,
        "Steps",
        "Breathing",
        "Common mistakes",
        "When to stop",
        "Take care",
        "Muscles",
        "Levels",
        "Sources",
    ]


def test_the_seated_variant_and_the_muscles_are_shown_for_people(run):
    document = run("exercise", "desk-march", "--json").json
    lines = run("exercise", "desk-march").out.splitlines()

    assert lines[lines.index("Seated") + 1] == f"  - {document['seated']}"
    mainly, also = lines[lines.index("Muscles") + 1 : lines.index("Muscles") + 3]
    assert mainly.startswith("  - Mainly: Hip flexors")
    assert also.startswith("  - Also: ")
    assert document["secondary_muscles"]


def test_routines_have_the_totals_of_the_brief(run):
    listed = run("routines", "--json").json

    totals = {each["id"]: each["seconds"] for each in listed}
    assert len(totals) == 22
    assert totals["core-basics-runners"] == 938
    assert totals["mcgill-big-three"] == 991
    assert totals["sun-salutation-5"] == 390
    assert totals["desk-2min-a-reset"] == 120
    assert all(isinstance(each["name"], str) and each["exercises"] for each in listed)


def test_routines_are_listed_for_people(run):
    assert "core-basics-runners        15:38  " in run("routines").out


@pytest.mark.parametrize("routine", ["core-basics-runners", "sun-salutation-5"])
def test_a_timeline_is_shown_phase_by_phase(run, routine):
    document = run("timeline", routine, "--json").json

    phases = document["phases"]
    assert document["routine"] == routine
    assert document["seconds"] == sum(phase["seconds"] for phase in phases)
    assert all(has_shape(phase, PHASE) and phase.keys() == PHASE.keys() for phase in phases)
    assert {phase["kind"] for phase in phases} <= {"get_ready", "work", "switch_sides", "rest"}
    assert {phase["side"] for phase in phases} <= {"left", "right", "both", "alternating"}
    assert len(run("timeline", routine).out.splitlines()) == len(phases) + 1


def test_an_unknown_id_is_named(run):
    told = {
        ("exercise", "yoga"): "There is no exercise with the id “yoga”.",
        ("timeline", "yoga"): "There is no routine with the id “yoga”.",
        ("play", "yoga", "--terminal"): "There is no routine with the id “yoga”.",
        ("play", "yoga"): "There is no routine with the id “yoga”.",
    }

    for asked in ((), ("--json",)):
        assert {words: run(*words, *asked).failed() for words in told} == told


def test_names_are_in_the_language_asked_for(run):
    command = ("exercise", "side-plank")
    for language, name in (("de", "Seitstütz"), ("nl", "Zijplank"), ("en", "Side plank")):
        for words in (("--language", language, *command), (*command, "--language", language)):
            assert run(*words).out.startswith(name), words


def test_without_a_word_the_language_is_the_settings(run, coreapp_home):
    coreapp_home.mkdir()
    (coreapp_home / "settings.json").write_text(json.dumps({"language": "de"}))

    assert run("exercise", "side-plank").out.startswith("Seitstütz")
    assert run("exercise", "side-plank", "--language=en").out.startswith("Side plank\n")


def test_without_a_setting_the_language_is_the_systems(run, monkeypatch):
    monkeypatch.setenv("LANG", "nl_NL.UTF-8")

    assert run("exercise", "side-plank").out.startswith("Zijplank")
