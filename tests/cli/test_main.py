"""What all commands do alike: exit codes, one line of complaint, languages, never a traceback."""

import io
import json
import logging
import sqlite3
from contextlib import closing

import pytest

from coreapp.cli import main
from coreapp.cli.arguments import translated
from coreapp.cli.parser import make_parser
from tests.cli.conftest import missed
from tests.fakes.languages import shown_in

COMMANDS = (
    *("exercises", "exercise", "routines", "timeline", "play", "tour", "schedule", "breaks"),
    *("log", "export", "import", "check"),
)
READING = (
    ("exercises",),
    ("exercise", "plank"),
    ("routines",),
    ("timeline", "desk-2min-a-reset"),
    ("schedule", "list"),
    ("schedule", "next"),
    ("log",),
    ("check",),
)
WITH_THE_LOG = (("log",), ("check",), ("schedule", "list"), ("export", "OUT"))


def test_every_command_explains_itself(run):
    for words in ((), *READING, *((name,) for name in COMMANDS)):
        ran = run(*words, "--help")

        assert (ran.code, ran.err) == (0, ""), words
        assert ran.out.startswith("usage: coreapp"), words
        assert "--language {en,de,nl}" in ran.out, words


def test_the_help_lists_everything(run):
    out = run("--help").out

    for name in COMMANDS:
        assert f"\n    {name} " in out
    for name in ("add", "list", "remove", "move", "skip", "next"):
        assert f"\n    {name} " in run("schedule", "-h").out
    assert "\n    simulate " in run("breaks", "--help").out
    assert "Without a command the window opens." in out


def test_the_help_speaks_the_language_shown(tmp_path):
    texts = {
        (None, "usage: "): "Aufruf: ",
        (None, "options"): "Angaben",
        (None, "show this help"): "diese Hilfe zeigen",
        (None, "what it needs"): "was er braucht",
    }
    with shown_in(tmp_path, "de", texts):
        text = make_parser().format_help()

    assert text.startswith("Aufruf: coreapp")
    assert "\nAngaben:\n" in text
    assert "diese Hilfe zeigen" in text


def test_the_version_is_told(run):
    assert run("--version").out.startswith("coreapp ")


WRONG_USE = {
    ("dance",): "COMMAND: 'dance' is none of 'exercises',",
    ("schedule",): "Something is missing: COMMAND. See coreapp schedule --help.",
    ("breaks",): "Something is missing: COMMAND.",
    ("exercise",): "Something is missing: id. See coreapp exercise --help.",
    ("export",): "Something is missing: file.",
    ("exercises", "plank"): "Nobody knows what to do with “plank” here.",
    ("exercises", "--serach", "x"): "Nobody knows what to do with “--serach x” here.",
    ("exercises", "--sear", "x"): "Nobody knows what to do with",
    ("exercises", "--search"): "--search: a value is missing.",
    ("exercises", "--json=yes"): "--json: it takes no value, but 'yes' was given.",
    ("exercises", "--language", "fr"): "--language: 'fr' is none of 'en', 'de', 'nl'.",
    ("--language",): "--language: a value is missing.",
    ("play", "x", "--speed", "0"): "--speed: Give a number above 0, up to 100000.",
    ("play", "x", "--speed", "fast"): "--speed: Give a number above 0",
    ("play", "x", "--speed", "nan"): "--speed: Give a number above 0",
    ("play", "x", "--speed", "inf"): "--speed: Give a number above 0",
    ("schedule", "next", "--count", "0"): "--count: Give a whole number from 1 to 1000.",
    ("schedule", "next", "--count", "²"): "--count: Give a whole number from 1 to 1000.",
    ("schedule", "next", "--count", "9" * 5000): "--count: Give a whole number from 1",
    ("schedule", "add", "x"): "Something is missing: --rrule, --at.",
    ("export", ""): "file: Give the name of a file.",
    ("import", "a\0.json"): "file: Give the name of a file.",
    ("tour", "x", "--theme", "pink"): "--theme: 'pink' is none of 'light', 'dark', 'contrast'.",
    **{
        ("tour", "x", "--size", size): (
            "--size: Give a width and a height from 1024x680 to 3840x2160."
        )
        for size in ("large", "1024", "1023x680", "1024x679", "3841x900", "²000x900", "1e3x900")
    },
    ("tour", "x", "--scale", "0.5"): "--scale: Give a number from 1 to 4.",
    ("tour", "x", "--text", "300"): "--text: Give a whole number from 80 to 200.",
}


def test_wrong_use_is_told_in_one_line(run):
    told = {words: run(*words).failed(2) for words in WRONG_USE}

    assert missed(told, WRONG_USE) == {}
    assert [line for line in told.values() if not line.endswith("--help.")] == []


def test_letters_that_are_none_are_told_and_nothing_is_kept(run):
    note = b"a\xff".decode(errors="surrogateescape")

    line = run("activity", "add", "run-easy", "--minutes", "30", "--note", note).failed(2)

    assert line == "What was typed is not text in UTF-8. Nothing was kept."
    assert run("log", "--json").json == []


def test_complaints_are_translated(tmp_path):
    with shown_in(tmp_path, "de", {(None, "{name}: a value is missing."): "{name}: Wert fehlt."}):
        assert translated("argument --at: expected one argument") == "--at: Wert fehlt."


def test_a_complaint_nobody_knows_is_told_as_it_is():
    assert translated("the moon is in the way") == "the moon is in the way."


def test_json_may_be_asked_for_anywhere(run):
    for words in READING:
        group, *rest = words
        after = run(*words, "--json").json

        assert run("--json", *words).json == after, words
        assert run(group, "--json", *rest).json == after, words


@pytest.mark.parametrize("language", ["en", "de", "nl"])
def test_every_command_speaks_every_language(run, language):
    for words in READING:
        after = run(*words, "--language", language)

        assert (after.code, after.err) == (0, ""), words
        assert run(f"--language={language}", *words) == after, words


def test_a_data_folder_that_cannot_be_is_told(run, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("not a folder")
    for home in ("file", "file/below", "/proc/coreapp", "/dev/null/coreapp"):
        monkeypatch.setenv("COREAPP_HOME", str(tmp_path / home))
        for words in (("log",), ("exercises", "--json")):
            assert str(tmp_path / home).split("/")[1] in run(*words).failed(), (home, words)


def with_out(words, tmp_path):
    return [str(tmp_path / "out.json") if word == "OUT" else word for word in words]


def test_a_database_that_is_not_one_is_told_and_left_alone(run, coreapp_home, tmp_path):
    coreapp_home.mkdir()
    file = coreapp_home / "coreapp.db"
    file.write_text("dear diary\n" * 100)

    for words in WITH_THE_LOG:
        line = run(*with_out(words, tmp_path)).failed()

        told = "The log cannot be opened (it is not a database). It was left untouched"
        assert line.startswith(told), words
        assert file.read_text() == "dear diary\n" * 100, words
    assert not (tmp_path / "out.json").exists()


def test_a_newer_database_is_told_and_left_alone(run, coreapp_home, tmp_path):
    run("log")
    file = coreapp_home / "coreapp.db"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    before = file.read_bytes()

    for words in WITH_THE_LOG:
        line = run(*with_out(words, tmp_path)).failed()

        assert line.startswith("A newer version of the program"), words
        assert file.read_bytes() == before, words


def test_a_database_that_cannot_be_opened_is_told_with_its_reason(run, coreapp_home):
    (coreapp_home / "coreapp.db").mkdir(parents=True)

    assert "Is a directory" in run("log").failed()


def test_a_wrong_address_of_a_database_is_told(run, monkeypatch):
    monkeypatch.setenv("COREAPP_DATABASE_URL", "oracle9i://me:secret@host/db")

    line = run("log").failed()

    assert "COREAPP_DATABASE_URL" in line
    assert "secret" not in line


def test_broken_content_is_told_with_its_file(run, own_assets):
    plank = own_assets / "exercises" / "plank.toml"
    salutation = own_assets / "routines" / "sun-salutation-5.toml"
    for file, content, told in (
        (plank, "id = ", "plank.toml, end of file: is not valid TOML"),
        (plank, "id = 'plank'", "plank.toml, "),
        (salutation, "\0", "sun-salutation-5.toml, line 1: is not valid"),
    ):
        whole = file.read_text()
        file.write_text(content)

        assert run("exercises").failed().startswith(told), content
        assert run("routines", "--json").failed().startswith(told), content
        file.write_text(whole)


def test_content_that_is_missing_is_told(run, own_assets):
    for file in (own_assets / "exercises").iterdir():
        file.unlink()

    assert run("exercises").failed().startswith("exercises, folder: holds no content files.")


def test_settings_that_cannot_be_read_are_the_defaults(run, coreapp_home):
    coreapp_home.mkdir()
    for content in ("{", "[]", '{"language": 7}', "\0"):
        (coreapp_home / "settings.json").write_text(content)

        assert run("exercise", "side-plank").out.startswith("Side plank\n"), content


def test_choices_that_cannot_be_read_are_told_by_the_check(run, coreapp_home):
    assert run("check").code == 0
    (coreapp_home / "marks.json").write_text("{")

    ran = run("check")

    assert ran.code == 1
    assert ran.out.startswith("marks.json could not be read and begins anew.")
    assert (coreapp_home / "marks.json.bad").read_text() == "{"


@pytest.mark.usefixtures("parser_anew")
def test_a_bug_is_told_in_one_line_and_written_down(run, coreapp_home, monkeypatch):
    def broken(_services, _command):
        raise ZeroDivisionError("the moon\nis in the way")

    monkeypatch.setattr("coreapp.cli.library_commands.routines", broken)

    ran = run("routines")

    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert "Something went wrong that should not: ZeroDivisionError" in ran.err
    assert "Traceback" in (coreapp_home / "coreapp.log").read_text()


@pytest.mark.usefixtures("parser_anew")
def test_what_the_system_refuses_is_told(run, monkeypatch):
    for error, code, told in (
        (KeyboardInterrupt(), 130, ""),
        (OSError(5, "Input/output error"), 1, "coreapp: Input/output error\n"),
        (OSError(13, "Permission denied", "/x"), 1, "coreapp: /x: Permission denied\n"),
        (OSError("odd"), 1, "coreapp: odd\n"),
    ):

        def fails(_services, _command, it=error):
            raise it

        monkeypatch.setattr("coreapp.cli.library_commands.routines", fails)

        ran = run("routines")

        assert (ran.code, ran.out, ran.err) == (code, "", told)


def test_the_words_are_those_of_the_process_if_none_are_given(monkeypatch, capfd):
    monkeypatch.setattr("sys.argv", ["coreapp", "routines", "--json"])

    assert main() == 0
    assert len(json.loads(capfd.readouterr().out)) == 22


def test_output_without_an_encoding_of_its_own_will_do(monkeypatch):
    plain = io.StringIO()
    monkeypatch.setattr("sys.stdout", plain)

    assert main(["routines", "--json"]) == 0
    assert len(json.loads(plain.getvalue())) == 22


def test_commands_leave_nothing_behind(run):
    before = list(logging.getLogger().handlers)

    run("log")

    assert logging.getLogger().handlers == before
