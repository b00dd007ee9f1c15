"""Documents by id, in memory: the same promises as the folder (see tests/storage)."""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field

from coreapp.domain.errors import CoreappError
from coreapp.domain.identity import checked_id


@dataclass
class FakeDocuments:
    """Documents of one kind.

    Attributes:
        failure: raised by `save` and `delete` until it is None again.
        unreadable: what is told of as damaged.
    """

    kept: dict[str, Mapping[str, object]] = field(default_factory=dict)
    failure: CoreappError | None = None
    unreadable: dict[str, str] = field(default_factory=dict)

    def all(self) -> Mapping[str, Mapping[str, object]]:
        return {identity: deepcopy(self.kept[identity]) for identity in sorted(self.kept)}

    def damaged(self) -> Mapping[str, str]:
        return dict(self.unreadable)

    def save(self, identity: str, document: Mapping[str, object]) -> None:
        checked_id(identity)
        self._fail()
        self.kept[identity] = deepcopy(dict(document))

    def delete(self, identity: str) -> None:
        checked_id(identity)
        self._fail()
        self.kept.pop(identity, None)

    def _fail(self) -> None:
        if self.failure is not None:
            raise self.failure
