"""Whether somebody owns a selection, asked of a real X server."""

import pytest
import xcffib
import xcffib.xproto

from coreapp.desktop.x11_selection import has_owner

pytestmark = pytest.mark.real_desktop

SELECTION = "_COREAPP_TEST_S"


def test_an_owner_is_seen_while_it_is_there(x_server: str) -> None:
    assert has_owner(SELECTION) is False
    connection = xcffib.connect(x_server)
    root = connection.get_setup().roots[0].root
    name = f"{SELECTION}0"
    atom = connection.core.InternAtom(False, len(name), name).reply().atom
    connection.core.SetSelectionOwner(root, atom, xcffib.xproto.Time.CurrentTime)
    connection.core.GetInputFocus().reply()  # so that the server has carried it out

    assert has_owner(SELECTION) is True

    connection.disconnect()


def test_where_no_server_is_reached_nothing_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":4711")

    assert has_owner(SELECTION) is None
