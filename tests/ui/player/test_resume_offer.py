"""The offer to go on with a session that was cut off."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from coreapp.services.kept_timeline import encode_timeline
from coreapp.ui.player.resume_offer import ResumeOffer
from tests.fakes.records import performed_set, session
from tests.fakes.session_content import session_library


@pytest.fixture
def cut_off():
    """A session on the main routine, two sets in, cut off in the rest."""
    return session(
        title="Main routine",
        started_at=datetime(2026, 3, 4, 18, 30, tzinfo=UTC),
        timeline=encode_timeline(session_library().timeline("main")),
        position=4,
        sets=(performed_set(1), performed_set(3)),
    )


@pytest.fixture
def open_offer(qtbot, theme):
    def make(session):
        offer = ResumeOffer(theme, session)
        qtbot.addWidget(offer)
        heard = []
        offer.go_on_requested.connect(lambda identity: heard.append(("go on", identity)))
        offer.keep_requested.connect(lambda identity: heard.append(("keep", identity)))
        offer.open()
        return offer, heard

    return make


def texts_of(offer):
    return [
        offer.column.itemAt(i).widget().text() for i in range(4) if offer.column.itemAt(i).widget()
    ]


def test_it_says_which_session_when_and_how_far(open_offer, cut_off):
    offer, _heard = open_offer(cut_off)

    texts = " ".join(texts_of(offer))
    assert "Main routine" in texts
    assert "7:30" in texts  # in Berlin
    assert "2 of 5 sets are done" in texts


@pytest.mark.parametrize(("button", "told"), [("go_on", "go on"), ("keep", "keep")])
def test_an_answer_is_told_with_the_session(open_offer, cut_off, button, told):
    offer, heard = open_offer(cut_off)

    getattr(offer, button).click()

    assert heard == [(told, "s1")]


def test_deciding_later_changes_nothing(open_offer, cut_off):
    offer, heard = open_offer(cut_off)

    offer.later.click()

    assert heard == []


def test_what_cannot_be_read_can_only_be_kept(open_offer, cut_off):
    offer, _heard = open_offer(replace(cut_off, timeline="not a timeline"))

    assert offer.go_on.isHidden()
    assert not offer.keep.isHidden()
