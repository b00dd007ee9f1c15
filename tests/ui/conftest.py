"""What all tests of windows share."""

import gc
from collections.abc import Generator

import pytest


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown() -> Generator[None, object, object]:
    """Leave windows alone until they are closed.

    A test's window is only held by the test: if memory is tidied while the last events run, it is
    taken apart in the middle of one. In the program windows are held by the program.
    """
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()
