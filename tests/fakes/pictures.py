"""Pictures of one's own exercises, in memory (see tests/storage)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from coreapp.domain.errors import CoreappError
from coreapp.domain.identity import checked_picture

JPEG = b"\xff\xd8\xff\xe0 a picture"
PNG = b"\x89PNG\r\n\x1a\n a picture"


@dataclass
class FakePictures:
    """Satisfies `coreapp.services.ports.Pictures`.

    Attributes:
        failure: raised by `save` until it is None again.
    """

    kept: dict[str, bytes] = field(default_factory=dict)
    failure: CoreappError | None = None

    def names(self) -> Sequence[str]:
        return tuple(sorted(self.kept))

    def path(self, name: str) -> Path:
        return Path("/nowhere") / checked_picture(name)

    def load(self, name: str) -> bytes | None:
        return self.kept.get(checked_picture(name))

    def save(self, name: str, content: bytes) -> None:
        checked_picture(name)
        if self.failure is not None:
            raise self.failure
        self.kept[name] = content

    def delete(self, name: str) -> None:
        self.kept.pop(checked_picture(name), None)
