"""`progress`: the charts as text."""

from datetime import timedelta

import pytest

from coreapp.desktop.clock import SystemClock
from coreapp.services.charts import PanelKey
from tests.cli.conftest import Run
from tests.fakes.records import activity, session

QUARTER = timedelta(minutes=15)


@pytest.fixture
def filled(database) -> None:
    now = SystemClock().reading().utc
    with database.work() as work:
        work.sessions.add(session(started_at=now, ended_at=now + QUARTER, zone="UTC"))
        work.activities.add(activity(started_at=now - timedelta(days=400)))
    database.close()


def test_an_empty_log_has_no_tables(run: Run) -> None:
    ran = run("progress")
    assert ran.code == 0
    assert ran.out.startswith("The first session begins the picture\n")
    assert "Minutes a week: –\nThe minutes of every week stand here" in ran.out
    assert "\n  " not in ran.out


def test_every_panel_has_its_table(run: Run, filled) -> None:
    document = run("progress", "--json").json
    assert document["range"] == "12w"
    assert document["news"] == "You moved for 15 min, on 1 day"
    assert sorted(each["panel"] for each in document["panels"]) == sorted(PanelKey)
    for each in document["panels"]:
        assert all(len(row) == len(each["header"]) for row in each["rows"])


def test_columns_stand_below_each_other(run: Run, filled) -> None:
    lines = run("progress", "--panel", "minutes").out.splitlines()
    table = [line for line in lines if line.startswith("  ")]
    assert len(table) == 13
    assert len({len(line) for line in table}) == 1
    assert table[0].split()[-2:] == ["All", "Core"]


def test_how_far_back(run: Run, filled) -> None:
    (panel,) = run("progress", "--range", "all", "--panel", "minutes", "--json").json["panels"]
    assert panel["title"] == "Minutes a month"
    assert sum(int(row[1]) for row in panel["rows"]) == 15 + 42


@pytest.mark.parametrize("words", [("--range", "ever"), ("--panel", "weather")])
def test_other_words_are_refused(run: Run, words) -> None:
    assert run("progress", *words).code == 2
