"""The documented schema is the one that files are read by, and files of all versions are read."""

import importlib.util
import json
from pathlib import Path

import pytest

from coreapp.domain.errors import InvalidValueError
from coreapp.domain.marks import Liking, Mark
from coreapp.domain.time_spent import seconds_of
from coreapp.interchange.json_format import KIND, decode, encode
from coreapp.services.transfer import Transfer
from tests.fakes.records import activity, day_record, entry, session, shoe, span
from tests.fakes.work import FakeDatabase

ROOT = Path(__file__).parents[2]
VERSIONS = Path(__file__).parent / "versions"


def maker():
    """The command that writes the schema; it is no part of a package."""
    file = ROOT / "packaging" / "export_schema.py"
    spec = importlib.util.spec_from_file_location("export_schema", file)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_schema_is_up_to_date():
    made = maker()

    written = made.FILE.read_text(encoding="utf-8")
    assert written == made.schema_text(), "run: python packaging/export_schema.py"


def test_the_schema_says_every_field_and_its_limits():
    schema = json.loads(maker().schema_text())
    fields = schema["$defs"]["Document"]["properties"]

    assert fields["version"] == {"const": KIND.version}
    assert {"sessions", "schedule", "activities", "shoes", "days", "spans"} <= set(fields)
    minutes = schema["$defs"]["ActivityRecord"]["properties"]["minutes"]
    assert minutes == {"type": "integer", "minimum": 1, "maximum": 1440}


def test_there_is_a_file_of_every_older_version():
    assert {each.name for each in VERSIONS.iterdir()} == {
        f"{version}.json" for version in range(1, KIND.version)
    }


def test_a_file_of_version_1_is_read():
    read = decode((VERSIONS / "1.json").read_bytes())

    assert read.sessions == (session("s1", spent_seconds=None),)
    assert read.entries == (entry("e1"),)
    assert read.spans == (span("b1"),)
    assert read.own.marks == {"plank": Mark(liking=Liking.LIKED)}
    assert (read.activities, read.shoes, read.days) == ((), (), ())
    assert json.loads(encode(read))["version"] == KIND.version


def test_a_file_of_version_2_is_read():
    read = decode((VERSIONS / "2.json").read_bytes())

    brief, cut_off = read.sessions
    assert brief == session("s1", spent_seconds=None)
    assert read.activities == (activity("a1"),)
    assert (read.shoes, read.days) == ((shoe("p1"),), (day_record(),))
    # Fourteen hours from its start to its end; its sets and rests explain three minutes.
    assert seconds_of(cut_off) == 2 * (18.125 + 12.25) + 120


def test_an_old_file_leaves_alone_what_was_measured_here():
    database = FakeDatabase()
    measured = session("s2", planned=None, spent_seconds=1000.0)
    with database.work() as work:
        work.sessions.add(measured)
    bundle = decode((VERSIONS / "2.json").read_bytes())

    Transfer(database).merge(bundle)

    with database.work() as work:
        assert work.sessions.get("s2").spent_seconds == 1000.0
        assert work.sessions.get("s2").ended_at == bundle.sessions[1].ended_at
    assert Transfer(database).preview(bundle).changes_nothing


def test_version_2_had_no_time_spent():
    document = json.loads((VERSIONS / "2.json").read_text())
    document["sessions"][0]["spent_seconds"] = 5

    with pytest.raises(InvalidValueError, match="spent_seconds"):
        decode(json.dumps(document))


def test_version_1_had_no_activities():
    document = json.loads((VERSIONS / "1.json").read_text()) | {"activities": []}

    with pytest.raises(InvalidValueError, match="activities"):
        decode(json.dumps(document))
