"""What tests of pages share."""

import pytest

from tests.e2e.world import leave_figures_unpainted


@pytest.fixture
def figures_unpainted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give figures their room and no more, for tests that look at none."""
    leave_figures_unpainted(monkeypatch)
