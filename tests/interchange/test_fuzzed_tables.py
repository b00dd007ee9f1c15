"""Tables with anything in them come in whole, or are refused; nothing breaks."""

from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.errors import InvalidValueError
from coreapp.interchange.table_format import OneTable, PackedTables
from coreapp.interchange.tables import TABLES
from coreapp.services.bundle import Bundle
from coreapp.services.explanations import explain
from coreapp.services.transfer import Transfer
from tests.fakes.records import activity, day_record, entry, performed_set, session, shoe, span
from tests.fakes.work import FakeDatabase

ALL = Bundle(
    (session("s1"), session("s2", sets=()), session("s3", sets=(performed_set(4),))),
    (entry("e1"), entry("e2", changed=False)),
    (span("b1"),),
    activities=(activity("a1"), activity("a2")),
    shoes=(shoe("p1"),),
    days=(day_record(),),
)
NAMES = [f"{table.name}.csv" for table in TABLES]
ONE, PACKED = OneTable(), PackedTables()


def text_of(name: str) -> str:
    return ONE.encode(name, ALL).decode("utf-8-sig")


def comes_in_whole_or_not_at_all(decode) -> None:
    """Whatever is read can be stored, taken out and read again."""
    try:
        bundle = decode()
    except InvalidValueError as error:
        explain(error)
        return
    transfer = Transfer(FakeDatabase())
    transfer.merge(bundle)
    out = transfer.collect(with_presence=True)
    assert len(PACKED.decode("x.zip", PACKED.encode("x.zip", out))) == len(bundle)


cells = st.text() | st.sampled_from(
    ["", "1", "nan", "-1", "yes", "2026-03-04", "0001-01-01T00:00Z"]
)


@given(st.sampled_from(NAMES), st.data())
def test_a_table_with_any_cell_changed_comes_in_whole_or_is_refused(name, data):
    header, *lines = [line.split(",") for line in text_of(name).splitlines()]
    rows = [header, *lines]
    row = data.draw(st.sampled_from(rows))
    row[data.draw(st.integers(0, len(row) - 1))] = data.draw(cells)
    text = "\n".join(",".join(each) for each in rows)

    comes_in_whole_or_not_at_all(lambda: ONE.decode(name, text.encode(errors="surrogatepass")))


@given(st.binary() | st.text().map(lambda each: each.encode(errors="replace")))
def test_whatever_bytes_there_are_nothing_breaks(content):
    comes_in_whole_or_not_at_all(lambda: ONE.decode("x.csv", content))
    comes_in_whole_or_not_at_all(lambda: PACKED.decode("x.zip", content))


WHOLE = PACKED.encode("all.zip", ALL)


@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), min_size=1))
def test_a_packed_file_with_any_bytes_changed_comes_in_whole_or_is_refused(changes):
    content = bytearray(WHOLE)
    for place, byte in changes:
        content[place] = byte

    comes_in_whole_or_not_at_all(lambda: PACKED.decode("all.zip", bytes(content)))
