"""`compose`: a routine for the minutes there are."""

from coreapp.storage.state_file import JsonFile

WISH = ("--minutes", 10, "--place", "desk", "--area", "hips", "--level", 1)


def test_it_is_printed_for_programs_like_any_timeline(run):
    made = run("compose", *WISH, "--not-today", "neck", "--seed", 7, "--json").json

    assert made["routine"] == "minutes-10-desk-hips-1-no-neck-7"
    assert made["name"] == "10 minutes for the hips"
    assert made["seed"] == 7
    assert abs(made["seconds"] - 600) <= 30
    assert sum(each["seconds"] for each in made["phases"]) == made["seconds"]
    assert made["reasons"]["left_out"] == ["neck"]
    assert made["reasons"]["in_focus"] > 0
    assert made["reasons"]["text"].endswith("Not today: Neck.")


def test_the_same_seed_gives_the_same(run):
    one, other, third = (
        run("compose", *WISH, "--seed", seed, "--json").json["phases"] for seed in (7, 7, 8)
    )

    assert one == other
    assert one != third


def test_without_a_seed_it_is_the_routine_of_the_day(run):
    one, other = (run("compose", "--minutes", 5, "--json").json for _ in range(2))

    assert one == other
    assert one["name"] == "5 minutes for the whole body"


def test_people_read_it_with_its_reasons(run):
    lines = run("compose", *WISH, "--seed", 7).out.splitlines()

    assert lines[0].startswith("10 minutes for the hips")
    assert lines[-1].endswith("A warm-up first, a calm end.")


def test_what_does_not_fit_is_told_in_one_line(run):
    told = run("compose", "--minutes", 5, "--area", "feet", "--not-today", "calves").failed()

    assert "Choose another area" in told


def test_minutes_without_end_are_wrong_use(run):
    assert "from 2 to 60" in run("compose", "--minutes", 61).failed(code=2)


def test_what_is_hidden_is_never_in_it(run, tmp_path, monkeypatch):
    usual = run("compose", *WISH, "--seed", 7, "--json").json
    hidden = {each["exercise"]: {"hidden": True} for each in usual["phases"][:3]}
    monkeypatch.setenv("COREAPP_HOME", str(tmp_path / "other"))
    JsonFile(tmp_path / "other" / "marks.json").save({"exercises": hidden})

    made = run("compose", *WISH, "--seed", 7, "--json").json
    assert hidden.keys().isdisjoint(each["exercise"] for each in made["phases"])
    assert abs(made["seconds"] - 600) <= 30
