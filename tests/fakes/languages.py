"""Shows everything in another language, with a catalogue made up by the test."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from coreapp.i18n import install

Texts = Mapping[tuple[str | None, str], str]
"""Translations by context (or None) and English text."""


@contextmanager
def shown_in(folder: Path, language: str, texts: Texts) -> Iterator[None]:
    """Speak a language with these texts inside the block, English after it."""
    place = folder / language / "LC_MESSAGES"
    place.mkdir(parents=True)
    catalogue = Catalog(locale=language)
    for (context, text), translation in texts.items():
        catalogue.add(text, translation, context=context)
    with (place / "coreapp.mo").open("wb") as file:
        write_mo(file, catalogue)
    install(folder, language)
    try:
        yield
    finally:
        install(folder, "en")
