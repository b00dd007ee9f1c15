"""Tables as text: what spreadsheets write is read, and nothing in them becomes a formula."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coreapp.domain.errors import InvalidValueError
from coreapp.interchange.csv_text import bared, guarded, read_sheet, write_sheet
from coreapp.services.explanations import explain
from tests.each_case import each_case

texts = st.text(st.characters(exclude_categories=["Cs"]))
STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", " =", "'=", "''+")  # noqa: RUF001


@given(texts | st.tuples(st.sampled_from(STARTS), texts).map("".join))
@example("'s Morgens")
@example("=1+1")
@example("'=1+1")
def test_a_text_comes_back_as_it_was_and_never_as_a_formula(text):
    written = guarded(text)

    assert bared(written) == text
    assert not written.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))


@each_case(
    "text",
    ["=cmd|' /C calc'!A0", "+49 30", "-", "@SUM(A1)", "\tx", " =1", "＝1", "＋1", "－1", "＠A"],  # noqa: RUF001  wide ones
)
def test_what_a_spreadsheet_would_calculate_begins_with_an_apostrophe(text):
    assert guarded(text) == f"'{text}"


@each_case("text", ["", "Nach dem Lauf", "5 - 3", "'s Morgens", "''", "a=b"])
def test_other_texts_stay_as_they_are(text):
    assert guarded(text) == bared(text) == text


def test_a_table_begins_with_the_mark_of_utf_8_and_has_the_ends_of_lines_of_rfc_4180():
    assert write_sheet(["id", "note"], [["1", 'a "b", c\nd']]) == (
        b'\xef\xbb\xbfid,note\r\n1,"a ""b"", c\nd"\r\n'
    )


@given(st.lists(st.tuples(texts.filter(bool), texts), max_size=4))
def test_what_is_written_is_read(rows):
    sheet = read_sheet("t.csv", write_sheet(["a", "b"], rows))

    assert [line.cells.get("a") for line in sheet.lines] == [first for first, _second in rows]
    assert [line.cells.get("b", "") for line in sheet.lines] == [second for _first, second in rows]


@each_case(
    "content",
    [
        b"ID,Note\r\n1,x\r\n",
        b"id,note\n1,x",
        b"\xef\xbb\xbfid, note\r\n1,x\r\n,\r\n\r\n",
        b"id;note\r\n1;x\r\n",
        b'"id","note"\r1,x\r',
        b"id,note,\r\n1,x,\r\n",
    ],
)
def test_tables_of_other_programs_are_read(content):
    sheet = read_sheet("t.csv", content)

    assert list(sheet.header[:2]) == ["id", "note"]
    assert [line.cells for line in sheet.lines] == [{"id": "1", "note": "x"}]


def test_semicolons_mean_decimal_commas():
    assert read_sheet("t.csv", b"a;b\n1;2,5\n").has_commas
    assert not read_sheet("t.csv", b"a,b\n1,2.5\n").has_commas


def test_each_line_knows_where_it_begins():
    sheet = read_sheet("t.csv", b'a,b\n1,"x\ny"\n\n2,z\n')

    assert [line.place for line in sheet.lines] == ["t.csv:2", "t.csv:5"]


@each_case(
    ("content", "place"),
    [
        (b"", "t.csv"),
        (b"a,b\n1,\xff\n", "t.csv:2"),
        ("a,b\n1,2\n".encode("utf-16"), "t.csv:1"),
        (b'a,b\n1,"x\n', "t.csv:2"),
        (b'a,b\n1,2\n"x"y,2\n', "t.csv:3"),
        (b"a,b\n1,2,3\n", "t.csv:2"),
    ],
)
def test_what_is_no_table_is_told_with_its_line(content, place):
    with pytest.raises(InvalidValueError) as caught:
        read_sheet("t.csv", content)
    assert caught.value.key == place
    assert explain(caught.value)


def test_a_note_may_be_long():
    long = "x" * 200_000

    assert read_sheet("t.csv", write_sheet(["a"], [[long]])).lines[0].cells == {"a": long}
