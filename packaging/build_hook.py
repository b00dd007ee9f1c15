"""Compiles the translations and puts them, with the assets, into the wheel.

Hatchling runs this for `pip install .`, on every system alike. `make` runs it as a script in a
checkout, where only the compiled catalogues are wanted: `python packaging/build_hook.py`.
"""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parent.parent
DATA = "coreapp/_data"
"""Where an installed program finds what lies at the top level of a checkout."""
NO_DATE = datetime.fromtimestamp(0, UTC)
"""Our catalogues carry no date; Babel would write the present minute, so that no two compiled
files were alike."""


def compile_catalogues(root: Path) -> list[Path]:
    """Compile every catalogue below `root`/translations and return the compiled files.

    A compiled file that would stay as it is is left alone: a program may be reading it. Fuzzy texts
    are left out: English is better than a wrong guess.
    """
    compiled = []
    for source in sorted(root.glob("translations/*/LC_MESSAGES/coreapp.po")):
        language = source.parent.parent.name
        with source.open("rb") as file:
            catalogue = read_po(file, locale=language, domain="coreapp")
        catalogue.creation_date = NO_DATE
        content = BytesIO()
        write_mo(content, catalogue)
        target = source.with_suffix(".mo")
        if not target.exists() or target.read_bytes() != content.getvalue():
            target.write_bytes(content.getvalue())
        compiled.append(target)
    return compiled


class DataBuildHook(BuildHookInterface[Any]):
    """Fills `coreapp/_data` of the wheel; an editable install reads the checkout instead."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the data to what hatchling packs.

        Args:
            version: the kind of wheel, `standard` or `editable`.
            build_data: hatchling's plan, changed in place.
        """
        if version == "editable":
            return
        root = Path(self.root)
        included = build_data["force_include"]
        included[str(root / "assets")] = f"{DATA}/assets"
        for catalogue in compile_catalogues(root):
            included[str(catalogue)] = f"{DATA}/{catalogue.relative_to(root).as_posix()}"


if __name__ == "__main__":
    compile_catalogues(ROOT)
