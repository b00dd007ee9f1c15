"""Services on a bus as probes: asked, heard, gone, and answering in other forms."""

import pytest

from coreapp.desktop.bus_connection import BusError, Service
from coreapp.desktop.senses.bus_probe import (
    PROPERTIES,
    BusProbe,
    Question,
    Telling,
    names_property,
    one,
    property_changes,
    property_of,
    rows,
    truth,
    unwrapped,
)
from coreapp.desktop.senses.probe import ProbeUnavailableError
from coreapp.services.desk_senses import Capability
from tests.fakes.bus import FakeBus

HOUSE = Service("org.example.House", "/house", "org.example.House")
IS_QUIET = Question(
    "house IsQuiet",
    Capability.DO_NOT_DISTURB,
    HOUSE.name,
    lambda bus: truth(one(bus.call(HOUSE, "IsQuiet"))),
    (Telling(HOUSE.interface, "Changed", HOUSE.path, lambda body: body != ("colour",)),),
)


@pytest.fixture
def bus() -> FakeBus:
    bus = FakeBus()
    bus.running.add(HOUSE.name)
    bus.answers["IsQuiet"] = (False,)
    return bus


def test_it_is_asked_and_tells(bus) -> None:
    told: list[str] = []
    probe = BusProbe(lambda: bus, IS_QUIET)
    probe.watch(lambda: told.append("changed"))
    assert (probe.name, probe.capability) == ("house IsQuiet", Capability.DO_NOT_DISTURB)
    assert probe.look() is False

    bus.answers["IsQuiet"] = (True,)
    bus.tell(HOUSE.interface, "Changed", ("noise",), HOUSE.path)

    assert told == ["changed"]
    assert probe.look() is True


def test_what_it_is_not_about_is_not_told(bus) -> None:
    told: list[str] = []
    BusProbe(lambda: bus, IS_QUIET).watch(lambda: told.append("changed"))

    bus.tell(HOUSE.interface, "Changed", ("colour",), HOUSE.path)
    bus.tell(HOUSE.interface, "Changed", ("noise",), "/garden")

    assert told == []


def test_a_service_that_goes_is_told_and_then_nobody_knows(bus) -> None:
    told: list[str] = []
    probe = BusProbe(lambda: bus, IS_QUIET)
    probe.watch(lambda: told.append("changed"))

    bus.answers.clear()
    bus.appear(HOUSE.name, is_there=False)

    assert told == ["changed"]
    assert probe.look() is None
    assert bus.listeners == 2
    probe.close()
    assert bus.listeners == 0


def test_a_service_that_does_not_know_is_no_probe(bus) -> None:
    for answer in (BusError("no"), (), (1,), (True, True)):
        bus.answers["IsQuiet"] = answer

        with pytest.raises(ProbeUnavailableError):
            pytest.fail(f"{answer} is taken for one: {BusProbe(lambda: bus, IS_QUIET).look()}")


def test_a_service_that_does_not_run_is_not_asked(bus) -> None:
    bus.running.clear()

    with pytest.raises(ProbeUnavailableError):
        BusProbe(lambda: bus, IS_QUIET)

    assert bus.asked == []


def test_a_service_that_was_ended_is_not_started_again_by_asking(bus) -> None:
    probe = BusProbe(lambda: bus, IS_QUIET)
    bus.running.clear()
    bus.asked.clear()

    assert probe.look() is None
    assert [member for _service, member, _given in bus.asked] == ["NameHasOwner"]


def test_without_a_bus_there_is_no_probe() -> None:
    def no_bus() -> None:
        raise BusError("no session bus")

    with pytest.raises(ProbeUnavailableError):
        BusProbe(no_bus, IS_QUIET)


def test_a_property_comes_without_its_type(bus) -> None:
    bus.answers["Get"] = (("b", True),)

    assert property_of(bus, HOUSE, "Quiet") is True
    place, _member, given = bus.asked[-1]
    assert (place.interface, given) == (PROPERTIES, (HOUSE.interface, "Quiet"))


def test_a_change_names_its_properties() -> None:
    changes = [
        ((HOUSE.interface, {"Quiet": ("b", True)}, []), True),
        ((HOUSE.interface, {}, ["Quiet"]), True),
        ((HOUSE.interface, {"Colour": ("s", "red")}, ["Size"]), False),
        (("org.example.Garden", {"Quiet": ("b", True)}, []), False),
        (("what is this",), True),
    ]

    for is_about in (
        lambda body: names_property(body, HOUSE.interface, "Quiet"),
        property_changes(HOUSE, "Quiet").concerns,
    ):
        assert [(body, is_about(body)) for body, _is_about in changes] == changes


def test_a_variant_is_opened() -> None:
    variants = {("b", True): True, ("v", ("b", False)): False, 5: 5, (1, 2): (1, 2)}

    assert {variant: unwrapped(variant) for variant in variants} == variants


def test_structures_are_rows() -> None:
    assert rows([("a", 1), ["b", 2]], 2) == [("a", 1), ("b", 2)]
    for odd in (None, [("a",)], ["ab"], [5]):
        with pytest.raises(BusError):
            rows(odd, 2)
