"""Keeps the translations in step with the program: extract, update every language, compile.

`make translations` runs `update`, `make lint` runs `check`. The files carry no dates and no places
in the code, so they change when a text changes and at no other time.
"""

import argparse
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po, write_po
from build_hook import ROOT, compile_catalogues

from coreapp.i18n import DOMAIN, LANGUAGES

FOLDER = ROOT / "translations"
MAPPING = FOLDER / "babel.cfg"
KEYWORDS = {**DEFAULT_KEYWORDS, "marked": None}
"""What is around a text: `_` and its kin translate it, `marked` leaves that for later."""
SOURCE_LANGUAGE = "en"
HEADER_COMMENT = "# Texts of Coreapp. `make translations` keeps this file in step with the program."
KEPT_HEADERS = (
    "Language",
    "Plural-Forms",
    "MIME-Version",
    "Content-Type",
    "Content-Transfer-Encoding",
)
"""What a catalogue needs; dates and tool versions would change it without a change of texts."""


def main() -> int:
    """Update or check the catalogues and return the exit code."""
    parser = argparse.ArgumentParser(description="Keep translations in step with the program.")
    parser.add_argument("action", choices=["update", "check"])
    action = parser.parse_args().action

    if not MAPPING.exists():
        print(f"No {MAPPING.relative_to(ROOT)}, so there are no texts to translate yet.")
        return 0
    wanted = dict(wanted_files())
    stale = [file for file, text in wanted.items() if not _holds(file, text)]
    if action == "update":
        for file in stale:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(wanted[file])
            print("Updated", file.relative_to(ROOT))
        compile_catalogues(ROOT)
        return 0
    for file in stale:
        print(f"{file.relative_to(ROOT)} is out of step: run make translations", file=sys.stderr)
    return 1 if stale else 0


def wanted_files() -> Iterator[tuple[Path, bytes]]:
    """Yield the template and every language's catalogue as they should be now."""
    template = extract()
    yield FOLDER / f"{DOMAIN}.pot", as_bytes(template)
    for language in LANGUAGES:
        if language != SOURCE_LANGUAGE:
            file = FOLDER / language / "LC_MESSAGES" / f"{DOMAIN}.po"
            yield file, as_bytes(updated(file, language, template))


def extract() -> Catalog:
    """Collect the texts of the program and of the content files."""
    with MAPPING.open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)  # type: ignore[no-untyped-call]  # Babel
    template = Catalog(header_comment=HEADER_COMMENT, fuzzy=False)
    found = extract_from_dir(
        ROOT, methods, options, keywords=KEYWORDS, comment_tags=("Translators:",)
    )
    for _file, _line, text, comments, context in found:
        template.add(text, None, auto_comments=comments, context=context)
    return template


def updated(file: Path, language: str, template: Catalog) -> Catalog:
    """Return a language's catalogue with the template's texts: new ones empty, old ones gone.

    Nothing is guessed from similar texts; a guess would only have to be found and undone.
    """
    catalogue = Catalog(locale=language, fuzzy=False)
    if file.exists():
        with file.open("rb") as po_file:
            catalogue = read_po(po_file, locale=language)
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.header_comment = HEADER_COMMENT
    return catalogue


def as_bytes(catalogue: Catalog) -> bytes:
    """Return a catalogue as the bytes of its file."""
    buffer = BytesIO()
    write_po(buffer, catalogue, width=0, no_location=True, sort_output=True, ignore_obsolete=True)
    header, blank, texts = buffer.getvalue().partition(b"\n\n")
    lines = [line for line in header.decode().splitlines() if _is_kept(line)]
    return "\n".join(lines).encode() + blank + texts


def _is_kept(line: str) -> bool:
    is_header = line.startswith('"')
    return not is_header or line.removeprefix('"').split(":")[0] in KEPT_HEADERS


def _holds(file: Path, text: bytes) -> bool:
    return file.exists() and file.read_bytes() == text


if __name__ == "__main__":
    sys.exit(main())
