"""`export FILE.pdf`: a report of some days."""

import pytest

from tests.cli.conftest import Run
from tests.fakes.records import session
from tests.ui.printing.conftest import pdf_texts


@pytest.fixture
def filled(database):
    with database.work() as work:
        work.sessions.add(session())
    database.close()


def test_a_pdf_is_a_report_without_notes(run: Run, filled, tmp_path) -> None:
    file = tmp_path / "report.pdf"

    told = run("export", file, "--from", "2026-03-01", "--to", "2026-03-10", "--json").json

    assert told == {"file": str(file), "from": "2026-03-01", "to": "2026-03-10", "lines": 1}
    text = " ".join(pdf_texts(file))
    assert "Core-Grundlagen" in text
    assert "Zum Schluß gewackelt" not in text


def test_without_days_it_is_of_four_weeks(run: Run, filled, tmp_path) -> None:
    ran = run("export", tmp_path / "report.PDF", "--to", "2026-03-10")

    assert "a report, February 11, 2026 to March 10, 2026." in ran.out


def test_days_that_cannot_be_used_are_told_and_nothing_is_written(
    run: Run, filled, tmp_path
) -> None:
    for file, *days in (
        ("report.pdf", "--from", "soon"),
        ("report.pdf", "--from", "2026-03-02", "--to", "2026-03-01"),
        ("report.pdf", "--from", "2020-01-01", "--to", "2026-03-01"),
        ("log.json", "--from", "2026-03-01"),
        ("log.json", "--to", "2026-03-01"),
    ):
        run("export", tmp_path / file, *days).failed()

        assert not (tmp_path / file).exists(), (file, days)
