"""Ids of what a person makes."""

import pytest

from coreapp.domain.errors import InvalidValueError
from coreapp.domain.identity import checked_id, is_safe_id
from tests.each_case import each_case


@each_case(
    "identity", ["plank", "my-plank-2", "0198a3c4-7b1e-7cc0-8000-0123456789ab", "a" * 100, "com10"]
)
def test_what_can_name_a_file_everywhere_is_safe(identity):
    assert is_safe_id(identity)
    assert checked_id(identity) == identity


@each_case(
    "identity",
    ["", "-", "-a", "a-", "a--b", "A", "a_b", "a.b", "..", "ä", "٣", "a\n", "lpt1", "a" * 101],
)
def test_what_cannot_is_refused(identity):
    assert not is_safe_id(identity)
    with pytest.raises(InvalidValueError, match="small letters"):
        checked_id(identity)
