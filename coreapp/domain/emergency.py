"""Whom to call, region by region: the one table of emergency numbers.

Where each can be checked:

- 112 reaches the emergency services from any telephone in every country of the European Union, and
  in Iceland, Liechtenstein, Norway, Switzerland and the United Kingdom:
  https://digital-strategy.ec.europa.eu/en/policies/112
- Germany: 112; 116117 is the doctor on duty, for what cannot wait for the practice and is no
  emergency: https://www.116117.de
- Austria: 144 is the ambulance, 112 the European number: https://www.oesterreich.gv.at
- Switzerland: 144 is the ambulance, 112 the European number: https://www.ch.ch
- Netherlands: 112; the out-of-hours GP centre (huisartsenpost) for what cannot wait and is not
  life-threatening has no common number: https://www.thuisarts.nl
- Belgium: 112: https://www.112.be
- United Kingdom: 999, 112 works too; 111 for what is no emergency:
  https://www.nhs.uk/nhs-services/urgent-and-emergency-care-services/
- Ireland: 112 or 999: https://www.gov.ie
- United States: 911: https://www.911.gov
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Region(StrEnum):
    """Where a person is, as far as it matters for whom to call."""

    AUTO = "auto"
    """As the computer is set."""
    GERMANY = "de"
    AUSTRIA = "at"
    SWITZERLAND = "ch"
    NETHERLANDS = "nl"
    BELGIUM = "be"
    UNITED_KINGDOM = "gb"
    IRELAND = "ie"
    UNITED_STATES = "us"
    EUROPEAN_UNION = "eu"
    """Another country where 112 is the emergency number."""
    OTHER = "other"
    """Anywhere else."""


@dataclass(frozen=True, slots=True)
class EmergencyNumbers:
    """What to call in an emergency.

    Attributes:
        numbers: as they are dialled, the usual one first.
        is_certain: whether these are the numbers of the region; else it is the best guess.
        on_duty: who is called for what cannot wait for the practice and is no emergency, a number
            or a name as it is said there; empty if there is nobody in common.
    """

    numbers: tuple[str, ...]
    is_certain: bool = True
    on_duty: str = ""


_EUROPEAN: Final = EmergencyNumbers(("112",))

EMERGENCY_NUMBERS: Final[Mapping[Region, EmergencyNumbers]] = MappingProxyType(
    {
        Region.GERMANY: EmergencyNumbers(("112",), on_duty="116117"),
        Region.AUSTRIA: EmergencyNumbers(("144", "112")),
        Region.SWITZERLAND: EmergencyNumbers(("144", "112")),
        Region.NETHERLANDS: EmergencyNumbers(("112",), on_duty="huisartsenpost"),
        Region.BELGIUM: _EUROPEAN,
        Region.UNITED_KINGDOM: EmergencyNumbers(("999",), on_duty="111"),
        Region.IRELAND: EmergencyNumbers(("112", "999")),
        Region.UNITED_STATES: EmergencyNumbers(("911",)),
        Region.EUROPEAN_UNION: _EUROPEAN,
        Region.OTHER: EmergencyNumbers(("112",), is_certain=False),
    }
)
"""Whom to call; there is no entry for `AUTO`, which `region_of` resolves."""

_WHERE_112_IS_THE_NUMBER: Final = frozenset(
    {
        "BG",
        "CY",
        "CZ",
        "DK",
        "EE",
        "ES",
        "FI",
        "FR",
        "GR",
        "HR",
        "HU",
        "IS",
        "IT",
        "LI",
        "LT",
        "LU",
        "LV",
        "MT",
        "NO",
        "PL",
        "PT",
        "RO",
        "SE",
        "SI",
        "SK",
    }
)


def region_of(country: str) -> Region:
    """Return the region of a country.

    Args:
        country: two capital letters as a locale has them, such as `AT`; empty if unknown.
    """
    if country in _WHERE_112_IS_THE_NUMBER:
        return Region.EUROPEAN_UNION
    try:
        region = Region(country.lower())
    except ValueError:
        return Region.OTHER
    # There is no country called AUTO, but EU is what some systems call Europe.
    return Region.OTHER if region is Region.AUTO else region


def numbers_in(region: Region, country: str) -> EmergencyNumbers:
    """Return whom to call in a region; `country` is the computer's, for `Region.AUTO`."""
    return EMERGENCY_NUMBERS[region_of(country) if region is Region.AUTO else region]
