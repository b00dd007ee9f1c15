"""Write the JSON Schema of the program's own file format, from the structs that read it.

Run it after a change to `coreapp/interchange/file_schema.py`; a test compares.
"""

import json
from pathlib import Path

import msgspec

from coreapp.interchange.file_schema import Document
from coreapp.interchange.json_format import KIND

FILE = Path(__file__).parents[1] / "coreapp" / "interchange" / "export.schema.json"


def schema_text() -> str:
    """Return the schema as the text of its file."""
    # Documents of one’s own are checked by the domain; here they are only objects.
    made = msgspec.json.schema(Document, schema_hook=lambda _type: {"description": "Any value."})
    document = made["$defs"]["Document"]["properties"]
    document["format"] = {"const": KIND.format}
    document["version"] = {"const": KIND.version}
    heading = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Data of Coreapp, version {KIND.version}",
    }
    return json.dumps(heading | made, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    FILE.write_text(schema_text(), encoding="utf-8")
