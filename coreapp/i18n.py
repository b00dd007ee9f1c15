"""Languages: gettext for texts, Babel for dates, times, numbers and durations.

Content texts are looked up with a context: `pgettext(exercise.text_context, exercise.name)`.
"""

import gettext as gnu_gettext
from array import array
from bisect import bisect_left
from collections.abc import Mapping
from datetime import date, datetime, time
from functools import lru_cache
from mmap import ACCESS_READ, mmap
from pathlib import Path
from struct import Struct

LANGUAGE_NAMES = {"en": "English", "de": "Deutsch", "nl": "Nederlands"}
"""What each language calls itself, so that everybody finds theirs; never translated."""

LANGUAGES = tuple(LANGUAGE_NAMES)
"""The languages there is everything in; English is what the texts are written in."""

DOMAIN = "coreapp"

_LITTLE_ENDIAN = bytes.fromhex("de120495")
_AFTER_CONTEXT = "\x04"


class ClosedCatalogue:
    """Finds single texts in a compiled catalogue without taking all of it into memory.

    Taking it in costs 12 ms and 1 MB, and whoever looks for a word wants the names of every
    language. A quarter of the time goes into an order of our own: by the format the texts are
    sorted, but what writes such files does not agree by what.
    """

    def __init__(self, file: Path) -> None:
        with file.open("rb") as opened:
            self._bytes = mmap(opened.fileno(), 0, access=ACCESS_READ)
        order = "<" if self._bytes[:4] == _LITTLE_ENDIAN else ">"
        self._place = Struct(f"{order}II")
        count, self._messages = self._place.unpack_from(self._bytes, 8)
        self._translations = self._place.unpack_from(self._bytes, 12)[1]
        table = self._bytes[self._messages : self._messages + self._place.size * count]
        texts = [
            self._bytes[start : start + length] for length, start in self._place.iter_unpack(table)
        ]
        self._sorted = array("I", sorted(range(count), key=texts.__getitem__))

    def find(self, context: str, message: str) -> str | None:
        """Return the translation of a text in a context; None if there is none."""
        wanted = f"{context}{_AFTER_CONTEXT}{message}".encode()
        at = bisect_left(self._sorted, wanted, key=self._message)
        if at == len(self._sorted) or self._message(self._sorted[at]) != wanted:
            return None
        return self._text(self._translations, self._sorted[at]).decode()

    def _message(self, number: int) -> bytes:
        return self._text(self._messages, number)

    def _text(self, table: int, number: int) -> bytes:
        length, start = self._place.unpack_from(self._bytes, table + self._place.size * number)
        return self._bytes[start : start + length]


class Catalogues:
    """The compiled catalogues of all languages, each loaded when first used."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._loaded: dict[str, gnu_gettext.NullTranslations] = {}
        self._opened: dict[str, ClosedCatalogue | None] = {}

    def of(self, language: str) -> gnu_gettext.NullTranslations:
        """Return the catalogue of `language`; English texts where it has none."""
        if language not in self._loaded:
            self._loaded[language] = gnu_gettext.translation(
                DOMAIN, self._folder, languages=[language], fallback=True
            )
        return self._loaded[language]

    def text_in(self, language: str, context: str, message: str) -> str:
        """Return one text in a language of which hardly more is wanted than names."""
        if language in self._loaded:
            return self._loaded[language].pgettext(context, message)
        if language not in self._opened:
            file = self._folder / language / "LC_MESSAGES" / f"{DOMAIN}.mo"
            self._opened[language] = ClosedCatalogue(file) if file.is_file() else None
        opened = self._opened[language]
        return message if opened is None else opened.find(context, message) or message


class _Current:
    """The language everything is shown in now; set once at start and when a person switches."""

    def __init__(self) -> None:
        self.language = "en"
        self.region = ""
        self.catalogues: Catalogues | None = None
        self.translations = gnu_gettext.NullTranslations()

    @property
    def locale(self) -> str:
        """The Babel locale: language, with the person's region where there is such a pair."""
        from babel.localedata import exists  # noqa: PLC0415  Babel costs start-up time: see bench

        regional = f"{self.language}_{self.region}"
        return regional if self.region and exists(regional) else self.language


_current = _Current()


def install(folder: Path, language: str, region: str = "") -> None:
    """Show everything in `language` from now on.

    Args:
        folder: where the catalogues are, as `LANGUAGE/LC_MESSAGES/coreapp.mo`.
        language: one of `LANGUAGES`.
        region: two letters that decide how dates and times are written, or empty.
    """
    _current.catalogues = Catalogues(folder)
    _current.language = language
    _current.region = region
    _current.translations = _current.catalogues.of(language)


def language() -> str:
    """Return the language that is shown."""
    return _current.language


def match_language(wanted: str) -> str | None:
    """Return the one of our languages that a locale name such as `de_AT.UTF-8` asks for."""
    short = wanted.replace("-", "_").split("_")[0].split(".")[0].lower()
    return short if short in LANGUAGES else None


def gettext(message: str) -> str:
    """Translate a text."""
    return _current.translations.gettext(message)


_ = gettext


def ngettext(singular: str, plural: str, count: int) -> str:
    """Translate a text that depends on a count."""
    return _current.translations.ngettext(singular, plural, count)


def pgettext(context: str, message: str) -> str:
    """Translate a text that means something particular in a context."""
    return _current.translations.pgettext(context, message) if message else ""


def pgettext_in(language: str, context: str, message: str) -> str:
    """Translate a text into a language other than the one that is shown."""
    if _current.catalogues is None:
        return message
    return _current.catalogues.text_in(language, context, message)


def format_clock(seconds: float) -> str:
    """Write a length of time as on a stop watch: `0:45`, `15:38`, `1:02:03`.

    It is rounded up, as a count-down shows it: what is left never reads 0:00.
    """
    whole = -int(-seconds // 1)
    minutes, rest = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def format_minutes(seconds: float) -> str:
    """Write a length of time in words, to the nearest minute; below one and a half in seconds."""
    if seconds < 90 and seconds % 60:
        return _short_unit(round(seconds), "second", _current.locale)
    hours, minutes = divmod(round(seconds / 60), 60)
    parts = []
    if hours:
        parts.append(_short_unit(hours, "hour", _current.locale))
    if minutes or not hours:
        parts.append(_short_unit(minutes, "minute", _current.locale))
    return " ".join(parts)


@lru_cache(maxsize=256)
def _short_unit(count: int, unit: str, locale: str) -> str:
    """Write so many of a unit of time; the same few are asked for again and again."""
    from babel.units import format_unit  # noqa: PLC0415  see above

    return format_unit(count, f"duration-{unit}", "short", locale=locale)


def format_time(moment: datetime | time) -> str:
    """Write a time of day as the locale does, in the zone the moment carries."""
    value = moment.time() if isinstance(moment, datetime) else moment
    return _short_time(value.replace(second=0, microsecond=0), _current.locale)


@lru_cache(maxsize=256)
def _short_time(value: time, locale: str) -> str:
    """Write a time of day; the same few are asked for again and again."""
    from babel.dates import format_time as babel_time  # noqa: PLC0415  see above

    return str(babel_time(value, "short", locale=locale))


def format_date(day: date, style: str = "long") -> str:
    """Write a date as the locale does.

    Args:
        day: the date.
        style: a Babel style (`short medium long full`) or a pattern such as `EEE d`.
    """
    from babel.dates import format_date as babel_date  # noqa: PLC0415  see above

    return str(babel_date(day, style, locale=_current.locale))


def format_skeleton(day: date, skeleton: str) -> str:
    """Write parts of a date in the locale's order: `MMMEd` gives "Wed, Nov 25", "Mi., 25. Nov."."""
    from babel.dates import format_skeleton as babel_skeleton  # noqa: PLC0415  see above

    return str(babel_skeleton(skeleton, day, locale=_current.locale))


def as_heading(text: str) -> str:
    """Begin a heading with a capital: in Dutch days and months are written small."""
    return text[:1].upper() + text[1:]


def format_days(first: date, last: date, *, with_year: bool = True) -> str:
    """Write the first and the last of some days: `23–29 Nov 2026`, or without their year."""
    from babel.dates import format_interval  # noqa: PLC0415  see above

    skeleton = "yMMMd" if with_year else "MMMd"
    return format_interval(first, last, skeleton, locale=_current.locale)


def first_weekday() -> int:
    """Return what a week begins with where the person lives, 0 for Monday."""
    from babel import Locale  # noqa: PLC0415  see above

    return Locale.parse(_current.locale).first_week_day


def format_number(value: float, *, grouped: bool = True) -> str:
    """Write a number as the locale does; not `grouped` as people type it, for a field."""
    from babel.numbers import format_decimal  # noqa: PLC0415  see above

    return format_decimal(value, locale=_current.locale, group_separator=grouped)


def format_percent(share: float) -> str:
    """Write a share, 0 to 1, as whole per cent: `82%`, `82 %`."""
    from babel.numbers import format_percent as babel_percent  # noqa: PLC0415  see above

    # Dutch has it both ways; the sentences beside such figures have the space of the standards.
    pattern = "#,##0\N{NO-BREAK SPACE}%" if language() == "nl" else None
    return babel_percent(share, format=pattern, locale=_current.locale)


def format_list(items: list[str]) -> str:
    """Join words into a list as the locale does: "a, b and c"."""
    from babel.lists import format_list as babel_list  # noqa: PLC0415  see above

    return babel_list(items, locale=_current.locale)


def format_choice(items: list[str]) -> str:
    """Join words, one of which it is, as the locale does: "a, b or c"."""
    from babel.lists import format_list as babel_list  # noqa: PLC0415  see above

    return babel_list(items, style="or", locale=_current.locale)


def names_in_all_languages(context: str, message: str) -> Mapping[str, str]:
    """Return a text in every language, for searching and for the data exchange."""
    return {each: pgettext_in(each, context, message) for each in LANGUAGES}
