"""Bringing a database to the tables this program knows: Alembic in the process, or all at once.

Alembic is for databases that hold something. A new one gets its tables as they are now: Alembic
would take 11 MB for as long as the program runs, to arrive at the same.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Column, Connection, MetaData, PrimaryKeyConstraint, String, Table, insert

from coreapp.storage.tables import Base

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "0004"
"""The newest migration. Said here too, so that a database that has it opens without Alembic."""

_VERSION = Table(
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
"""Where Alembic writes down which migration a database is at, as it makes it."""


def make_tables(connection: Connection) -> None:
    """Make all tables in a database that has none, as the newest migration leaves them."""
    for metadata in (Base.metadata, _VERSION.metadata):
        metadata.create_all(connection, checkfirst=False)
    connection.execute(insert(_VERSION).values(version_num=HEAD))


@dataclass(frozen=True, slots=True)
class Migrations:
    """A folder of migrations.

    Attributes:
        location: as Alembic takes it: a path, or `package:folder`.
        head: the newest one.
    """

    location: str = "coreapp:storage/migrations"
    head: str = HEAD

    def know(self, version: str) -> bool:
        """Whether `version` is one of them; if not, a newer program has made it."""
        from alembic.script import ScriptDirectory  # noqa: PLC0415  costs start-up time: see HEAD

        scripts = ScriptDirectory.from_config(_config(self.location))
        return version in {script.revision for script in scripts.walk_revisions()}

    def upgrade(self, connection: Connection) -> None:
        """Bring the database behind `connection` up to date, within its transaction."""
        from alembic import command  # noqa: PLC0415  see above

        config = _config(self.location)
        config.attributes["connection"] = connection
        command.upgrade(config, self.head)


def _config(location: str) -> "Config":
    from alembic.config import Config  # noqa: PLC0415  see above

    config = Config()
    config.set_main_option("script_location", location.replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
