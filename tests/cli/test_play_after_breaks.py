"""`play --terminal` of a session of which some sets were done in breaks today."""

from coreapp.bootstrap import build_services
from coreapp.domain.player import PlayerOptions
from coreapp.domain.training_log import SessionKind
from coreapp.services.playing import Request
from tests.fakes.clock import FakeClock

ROUTINE = "desk-1min-micro"
FAST = ("--terminal", "--speed", "6000")


def do_the_first_set_in_a_break() -> None:
    """Play it on a clock of its own, which begins where the real one is."""
    real = build_services()
    clock = FakeClock(real.clock.reading().utc, real.clock.zone())
    real.close()
    services = build_services(clock)
    live = services.playing.begin(Request(f"{ROUTINE}--sets-1", SessionKind.BREAK), PlayerOptions())
    live.start()
    while (wait := live.next_call()) is not None:
        clock.advance(wait + 0.001)
        live.advance()
    services.close()


def test_it_is_played_whole_and_says_so(run):
    do_the_first_set_in_a_break()

    told = run("play", ROUTINE, *FAST).out.splitlines()
    assert told[0] == (
        "You did 1 of 2 sets of this session in your breaks today. Here it is played whole."
    )
    session, in_break = run("log", "--json").json
    assert (in_break["kind"], in_break["routine"]) == ("break", f"{ROUTINE}--sets-1")
    assert len(session["sets"]) == 2


def test_programs_are_told_nothing_but_the_session(run):
    do_the_first_set_in_a_break()

    assert run("play", ROUTINE, *FAST, "--json").json["outcome"] == "completed"


def test_without_breaks_nothing_is_said(run):
    assert "breaks today" not in run("play", ROUTINE, *FAST).out
