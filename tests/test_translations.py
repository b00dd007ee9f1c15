"""The catalogues hold everything the program says, completely and with the same placeholders.

What is missing is listed with its language; `make translations` brings new texts into the
catalogues, where they wait for their translation.
"""

import ast
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from string import Formatter
from typing import IO, Any

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from coreapp.i18n import LANGUAGES

KEYWORDS = {**DEFAULT_KEYWORDS, "marked": None}
"""As in packaging/catalogues.py: `marked` is `coreapp.domain.errors.marked`."""
CALL = re.compile(rf"\b(?:{'|'.join(KEYWORDS)})\s*\(".encode())
ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "translations"
TRANSLATED = [language for language in LANGUAGES if language != "en"]

Key = tuple[str, str]
"""Context and English text (the singular)."""


@pytest.fixture(scope="module")
def template() -> Catalog:
    """All texts of the program and the content, collected now."""
    return collect(ROOT)


@pytest.fixture(scope="module", params=TRANSLATED)
def catalogue(request: pytest.FixtureRequest) -> Catalog:
    return read(request.param)


def collect(root: Path) -> Catalog:
    with (FOLDER / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)
    catalogue = Catalog(fuzzy=False)
    quick = [(pattern, in_python if how == "python" else how) for pattern, how in methods]
    for _file, _line, text, _comments, context in extract_from_dir(
        root, quick, options, keywords=KEYWORDS
    ):
        catalogue.add(text, context=context)
    return catalogue


def in_python(
    file: IO[bytes], *_how: Any, **_more: Any
) -> Iterator[tuple[int, str, list[str | None], list[str]]]:
    """Yield the texts of a module, from its tree: Babel's own reader goes word by word.

    Both find the same, or the template, which `make translations` writes with Babel's, would
    differ from what is found here.
    """
    source = file.read()
    if not CALL.search(source):
        return
    for call in ast.walk(ast.parse(source)):
        if isinstance(call, ast.Call):
            name = getattr(call.func, "id", None) or getattr(call.func, "attr", None)
            if name in KEYWORDS:
                yield call.lineno, name, [text_of(each) for each in call.args], []


def text_of(argument: ast.expr) -> str | None:
    """Return the text that an argument is; nothing if it is something else."""
    value = argument.value if isinstance(argument, ast.Constant) else None
    return value if isinstance(value, str) else None


def read(language: str) -> Catalog:
    with (FOLDER / language / "LC_MESSAGES" / "coreapp.po").open("rb") as file:
        return read_po(file, locale=language)


def messages(catalogue: Catalog) -> dict[Key, Message]:
    return {key_of(each): each for each in catalogue if each.id}


def key_of(message: Message) -> Key:
    return message.context or "", forms(message.id)[0]


def forms(text: object) -> tuple[str, ...]:
    """A text as the tuple of its plural forms."""
    return tuple(text) if isinstance(text, list | tuple) else (str(text),)


def listed(keys: set[Key]) -> str:
    return "\n".join(f"  [{context}] {text}" for context, text in sorted(keys))


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_every_text_is_in_the_catalogue(template: Catalog, catalogue: Catalog) -> None:
    missing = set(messages(template)) - set(messages(catalogue))

    assert not missing, f"{catalogue.locale}: run make translations:\n{listed(missing)}"


def test_every_text_is_translated(catalogue: Catalog) -> None:
    empty = {key for key, message in messages(catalogue).items() if not all(forms(message.string))}

    assert not empty, f"{catalogue.locale}: translate:\n{listed(empty)}"


def test_no_translation_is_a_guess(catalogue: Catalog) -> None:
    fuzzy = {key for key, message in messages(catalogue).items() if message.fuzzy}

    assert not fuzzy, f"{catalogue.locale}: check and take the fuzzy mark away:\n{listed(fuzzy)}"


def test_no_translation_is_left_of_a_text_that_is_gone(
    template: Catalog, catalogue: Catalog
) -> None:
    gone = set(messages(catalogue)) - set(messages(template))
    gone |= {key_of(message) for message in catalogue.obsolete.values()}

    assert not gone, f"{catalogue.locale}: run make translations:\n{listed(gone)}"


def test_every_plural_form_is_there(template: Catalog, catalogue: Catalog) -> None:
    translated = messages(catalogue)
    for key, message in messages(template).items():
        if key in translated:
            wanted = catalogue.num_plurals if message.pluralizable else 1
            assert len(forms(translated[key].string)) == wanted, key


def test_placeholders_are_the_same_in_every_form(catalogue: Catalog) -> None:
    different = set()
    for key, message in messages(catalogue).items():
        english = forms(message.id)
        for number, text in enumerate(forms(message.string)):
            if text and placeholders(text) != placeholders(english[min(number, len(english) - 1)]):
                different.add(key)

    assert not different, f"{catalogue.locale}: other placeholders in:\n{listed(different)}"


def test_placeholders_have_names(template: Catalog) -> None:
    nameless = {
        key
        for key, message in messages(template).items()
        for text in forms(message.id)
        if any(not name.isidentifier() for name in placeholders(text))
        or re.search(r"%[sdif(]", text)
    }

    assert not nameless, listed(nameless)


def test_the_template_is_up_to_date(template: Catalog) -> None:
    with (FOLDER / "coreapp.pot").open("rb") as file:
        stored = read_po(file)

    assert set(messages(stored)) == set(messages(template)), "run make translations"


def test_catalogues_compile(catalogue: Catalog) -> None:
    compiled = BytesIO()

    write_mo(compiled, catalogue)

    assert compiled.tell() > 1000


def test_a_new_text_would_be_noticed(tmp_path: Path) -> None:
    (tmp_path / "coreapp").mkdir()
    (tmp_path / "coreapp" / "page.py").write_text(
        'text = _("A text nobody translated")\nraise NotNowError(marked("Not now."))\n'
    )

    assert set(messages(collect(tmp_path))) == {
        ("", "A text nobody translated"),
        ("", "Not now."),
    }
