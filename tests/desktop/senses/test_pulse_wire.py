"""The sound server's messages, written and read."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreapp.desktop.senses.pulse_wire import (
    HEAD,
    Command,
    Message,
    PulseError,
    data,
    message,
    number,
    properties,
    read_message,
    text,
)

NUMBERS = st.integers(0, 0xFFFFFFFF)
TEXTS = st.text(st.characters(exclude_characters="\0", codec="utf-8"))
NAMED = st.dictionaries(TEXTS, TEXTS.filter(lambda value: not value.endswith("\0")))


def read(*values: bytes) -> tuple[object, ...]:
    return read_message(message(Command.REPLY, 1, *values)[HEAD.size :]).values


@given(tag=NUMBERS, whole=NUMBERS, said=TEXTS, named=NAMED, raw=st.binary())
def test_what_is_written_is_read_as_it_was(tag, whole, said, named, raw) -> None:
    written = message(
        Command.AUTH, tag, number(whole), text(said), text(None), properties(named), data(raw)
    )

    length, channel, offset, flags = HEAD.unpack_from(written)
    assert (length, channel, offset, flags) == (len(written) - HEAD.size, 0xFFFFFFFF, 0, 0)
    assert read_message(written[HEAD.size :]) == Message(
        Command.AUTH, tag, (whole, said, None, named, raw)
    )


def test_each_type_of_value_is_read() -> None:
    types = {
        b"1": True,
        b"0": False,
        b"B\x07": 7,
        b"V\0\0\0\x05": 5,
        b"U\0\0\0\0\0\0\0\x09": 9,
        b"R\0\0\0\0\0\0\0\x09": 9,
        b"r\0\0\0\0\0\0\0\x09": 9,
        b"T\0\0\0\x01\0\0\0\x02": (1 << 32) + 2,
        b"a\x05\x02\0\0\xbb\x80": b"\x05\x02\0\0\xbb\x80",
        b"m\x02\x01\x02": b"\x01\x02",
        b"v\x01\0\1\0\0": b"\0\1\0\0",
        b"fB\x01Pta\0L\0\0\0\x02x\0\0\0\x02b\0N": {"a": "b"},
        b"t\xff\0": "\ufffd",
    }

    # What follows is read as well: of each just as much is taken as belongs to it.
    followed = {said: read(said, b"B\x63") for said in types}
    assert followed == {said: (value, 99) for said, value in types.items()}


def test_what_is_no_message_is_an_error() -> None:
    cut_off = (b"", b"L\0", b"L\0\0\0\x02", b"tno end")

    for payload in (*cut_off, b"L\0\0\0\x02L\0\0\0\x01?", b"N" * 3):
        with pytest.raises(PulseError):
            pytest.fail(f"{payload!r} is read as {read_message(payload)}")


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(payload: bytes) -> None:
    with suppress(PulseError):
        read_message(payload)
