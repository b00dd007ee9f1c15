"""`make translations` keeps what was translated and changes files only when a text changes."""

import importlib

import pytest

from tests.architecture.repository import ROOT

CATALOGUE = """\
msgid ""
msgstr ""
"Language: de\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"Content-Type: text/plain; charset=utf-8\\n"

msgid "Start"
msgstr "Los"

msgid "{count} set"
msgid_plural "{count} sets"
msgstr[0] "{count} Satz"
msgstr[1] "{count} Sätze"

msgid "Gone"
msgstr "Weg"
"""


@pytest.fixture
def translated(tmp_path, monkeypatch):
    """The script that keeps translations in step, at work in a small checkout."""
    monkeypatch.syspath_prepend(ROOT / "packaging")
    script = importlib.import_module("catalogues")
    folder = tmp_path / "translations"
    monkeypatch.setattr(script, "ROOT", tmp_path)
    monkeypatch.setattr(script, "FOLDER", folder)
    monkeypatch.setattr(script, "MAPPING", folder / "babel.cfg")
    monkeypatch.setattr(script, "LANGUAGES", ("en", "de"))
    (folder / "de/LC_MESSAGES").mkdir(parents=True)
    (folder / "babel.cfg").write_text("[python: shown.py]\n", "utf-8")
    (folder / "de/LC_MESSAGES/coreapp.po").write_text(CATALOGUE, "utf-8")
    (tmp_path / "shown.py").write_text(
        '_("Start")\nngettext("{count} set", "{count} sets", 2)\n_("New")\n', "utf-8"
    )
    return script


def run(script, action, monkeypatch):
    monkeypatch.setattr("sys.argv", ["catalogues.py", action])
    return script.main()


def test_update_keeps_translations_drops_old_texts_and_leaves_new_ones_empty(
    translated, tmp_path, monkeypatch
):
    assert run(translated, "check", monkeypatch) == 1
    assert run(translated, "update", monkeypatch) == 0

    text = (tmp_path / "translations/de/LC_MESSAGES/coreapp.po").read_text("utf-8")
    assert 'msgid "Start"\nmsgstr "Los"' in text
    assert 'msgstr[1] "{count} Sätze"' in text
    assert "Gone" not in text
    assert 'msgid "New"\nmsgstr ""' in text
    assert "fuzzy" not in text
    assert (tmp_path / "translations/de/LC_MESSAGES/coreapp.mo").exists()


def test_catalogues_change_only_when_a_text_changes(translated, tmp_path, monkeypatch):
    run(translated, "update", monkeypatch)
    template = tmp_path / "translations/coreapp.pot"
    before = template.read_bytes()
    shown = tmp_path / "shown.py"
    shown.write_text("\n\n# moved down\n" + shown.read_text("utf-8"), "utf-8")

    assert run(translated, "check", monkeypatch) == 0
    assert run(translated, "update", monkeypatch) == 0
    assert template.read_bytes() == before
    assert b"Date" not in before


def test_nothing_to_translate_yet_is_no_failure(translated, tmp_path, monkeypatch):
    (tmp_path / "translations/babel.cfg").unlink()

    assert run(translated, "check", monkeypatch) == 0
