"""One test over a table of cases: all of them are asked, and each that is wrong is named."""

import inspect
import traceback
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

import pytest

Test = Callable[..., None]
Param = type(pytest.param())
STOPS = (pytest.fail.Exception, pytest.skip.Exception)
"""Neither is an `Exception`; who skips one case must not skip the ones after it unseen."""


def each_case(names: str | tuple[str, ...], cases: Iterable[Any]) -> Callable[[Test], Test]:
    """Ask a test about every case of a table, as `parametrize` does, but as one test.

    For cases that are data of one rule: pytest takes many times as long to make a test of each.
    All are asked, also after one that is wrong. They share what fixtures give, so a case must not
    change it.

    Args:
        names: the arguments of the test that a case gives.
        cases: one value each, or as many as there are names; `pytest.param` gives one an id.
    """
    keys = (names,) if isinstance(names, str) else names
    table = [(case, _values(keys, case)) for case in cases]
    assert table, "a table without cases asks nothing"

    def over_all(test: Test) -> Test:
        @wraps(test)
        def asked(*instance: object, **fixtures: object) -> None:
            wrong = []
            for case, values in table:
                try:
                    test(*instance, **values, **fixtures)
                except (Exception, *STOPS) as failure:  # noqa: BLE001  told below
                    wrong.append(f"{_name(case, values)}\n{_reason(failure)}")
            if wrong:
                told = f"{len(wrong)} of {len(table)} cases are wrong"
                pytest.fail("\n\n".join([told, *wrong]), pytrace=False)

        signature = inspect.signature(test)
        left = [each for each in signature.parameters.values() if each.name not in keys]
        asked.__signature__ = signature.replace(parameters=left)  # type: ignore[attr-defined]
        return asked

    return over_all


def _values(keys: tuple[str, ...], case: Any) -> dict[str, object]:
    if isinstance(case, Param):
        assert not case.marks, "a part of a test has no marks of its own"
        return dict(zip(keys, case.values, strict=True))
    return dict(zip(keys, (case,) if len(keys) == 1 else case, strict=True))


def _name(case: Any, values: dict[str, object]) -> str:
    if isinstance(case, Param) and case.id:
        return str(case.id)
    return ", ".join(f"{key}={value!r}" for key, value in values.items())


def _reason(failure: BaseException) -> str:
    """Return what failed, from the test on; of a table within a table, what that one told."""
    if isinstance(failure, STOPS) and not failure.pytrace:
        return str(failure)
    begin = failure.__traceback__ and failure.__traceback__.tb_next
    return "".join(traceback.format_exception(type(failure), failure, begin)).rstrip()
