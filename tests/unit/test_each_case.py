"""A test over a table asks about every case, and names each that is wrong."""

import inspect

import pytest

from tests.each_case import each_case


def told_by(test, **fixtures: object) -> str:
    """Return how a test fails."""
    with pytest.raises(pytest.fail.Exception) as failure:
        test(**fixtures)
    return str(failure.value)


def test_every_case_is_asked_and_the_wrong_ones_are_named():
    asked = []

    @each_case(("one", "other"), [(1, 2), (3, 3), (5, 4)])
    def same(one, other):
        asked.append(one)
        assert one == other

    told = told_by(same)

    assert asked == [1, 3, 5]
    assert told.startswith("2 of 3 cases are wrong\n\none=1, other=2\n")
    assert "\n\none=5, other=4\n" in told
    assert "assert 5 == 4" in told
    assert "one=3" not in told


def test_whatever_goes_wrong_in_a_case_does_not_hide_the_next():
    @each_case("what", ["a mistake", "no refusal", "a skip", "right"])
    def odd(what):
        if what == "a mistake":
            raise KeyError(what)
        if what == "a skip":
            pytest.skip("not here")
        if what == "no refusal":
            with pytest.raises(ValueError, match="x"):
                pass

    told = told_by(odd)

    assert told.startswith("3 of 4 cases")
    assert all(each in told for each in ("what='a mistake'", "what='no refusal'", "what='a skip'"))


def test_a_case_may_have_a_name_and_a_table_another_table():
    @each_case("one", [pytest.param([1], id="the first"), 2])
    @each_case("other", [[1], 3])
    def same(one, other):
        assert one == other

    told = told_by(same)

    assert "\n\nthe first\n1 of 2 cases are wrong\n\nother=3\n" in told
    assert "\n\none=2\n2 of 2 cases are wrong\n\nother=[1]\n" in told


def test_what_fixtures_give_is_asked_for_and_comes_to_every_case():
    given = []

    @each_case("case", [1, 2])
    def takes(case, tmp_path):
        given.append((case, tmp_path))

    assert list(inspect.signature(takes).parameters) == ["tmp_path"]
    takes(tmp_path="here")
    assert given == [(1, "here"), (2, "here")]


def test_a_table_without_cases_or_with_marks_is_refused():
    with pytest.raises(AssertionError, match="asks nothing"):
        each_case("case", [])
    with pytest.raises(AssertionError, match="no marks"):
        each_case("case", [pytest.param(1, marks=pytest.mark.soak)])
    with pytest.raises(ValueError, match="zip"):
        each_case(("one", "other"), [(1, 2, 3)])
