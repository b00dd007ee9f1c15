"""Whom to call, and where."""

from coreapp.domain.emergency import EMERGENCY_NUMBERS, Region, numbers_in, region_of
from tests.each_case import each_case


def test_every_region_has_numbers() -> None:
    assert EMERGENCY_NUMBERS.keys() == set(Region) - {Region.AUTO}
    assert all(each.numbers for each in EMERGENCY_NUMBERS.values())
    assert all(number.isdecimal() for each in EMERGENCY_NUMBERS.values() for number in each.numbers)


@each_case(
    ("country", "region"),
    [
        ("DE", Region.GERMANY),
        ("AT", Region.AUSTRIA),
        ("CH", Region.SWITZERLAND),
        ("NL", Region.NETHERLANDS),
        ("BE", Region.BELGIUM),
        ("GB", Region.UNITED_KINGDOM),
        ("IE", Region.IRELAND),
        ("US", Region.UNITED_STATES),
        ("FR", Region.EUROPEAN_UNION),
        ("NO", Region.EUROPEAN_UNION),
        ("EU", Region.EUROPEAN_UNION),
        ("JP", Region.OTHER),
        ("", Region.OTHER),
        ("AUTO", Region.OTHER),
    ],
)
def test_a_country_has_its_region(country: str, region: Region) -> None:
    assert region_of(country) is region


def test_the_computer_decides_unless_a_region_was_chosen() -> None:
    assert numbers_in(Region.AUTO, "US").numbers == ("911",)
    assert numbers_in(Region.GERMANY, "US").numbers == ("112",)


def test_where_nothing_is_known_that_is_said() -> None:
    unsure = [region for region, each in EMERGENCY_NUMBERS.items() if not each.is_certain]

    assert unsure == [Region.OTHER]


@each_case("region", EMERGENCY_NUMBERS)
def test_the_doctor_on_duty_is_never_an_emergency_number(region: Region) -> None:
    numbers = EMERGENCY_NUMBERS[region]

    assert numbers.on_duty not in numbers.numbers


def test_the_numbers_are_those_that_are_dialled_there() -> None:
    dialled = {region.value: each.numbers for region, each in EMERGENCY_NUMBERS.items()}

    assert dialled == {
        "de": ("112",),
        "at": ("144", "112"),
        "ch": ("144", "112"),
        "nl": ("112",),
        "be": ("112",),
        "gb": ("999",),
        "ie": ("112", "999"),
        "us": ("911",),
        "eu": ("112",),
        "other": ("112",),
    }
    assert EMERGENCY_NUMBERS[Region.GERMANY].on_duty == "116117"
    assert EMERGENCY_NUMBERS[Region.NETHERLANDS].on_duty == "huisartsenpost"
