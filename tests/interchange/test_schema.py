"""The documented schema is the one that files are read by, and files of all versions are read."""

import importlib.util
import json
from pathlib import Path

import pytest

from coreapp.domain.errors import InvalidValueError
from coreapp.domain.marks import Liking, Mark
from coreapp.interchange.json_format import KIND, decode, encode
from tests.fakes.records import entry, session, span

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

    assert read.sessions == (session("s1"),)
    assert read.entries == (entry("e1"),)
    assert read.spans == (span("b1"),)
    assert read.own.marks == {"plank": Mark(liking=Liking.LIKED)}
    assert (read.activities, read.shoes, read.days, read.untold) == ((), (), (), {})
    assert json.loads(encode(read))["version"] == 2


def test_version_1_had_no_activities():
    document = json.loads((VERSIONS / "1.json").read_text()) | {"activities": []}

    with pytest.raises(InvalidValueError, match="activities"):
        decode(json.dumps(document))
