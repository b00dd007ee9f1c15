"""Reads windows as a screen reader does: run by the system's own Python, which has GLib and AT-SPI.

For each line it is given, the name of a window, it prints what can be seen of that window as one
line of JSON: role, name, description, states, value and children, in their order.

Each question goes over the bus and back. All nodes of one depth are therefore asked at once, and
what a control is and what it is called only the first time: at the next window only whether it
shows, and how it stands.
"""

import json
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402  the version comes before

PREFIX = "org.a11y.atspi."
ROOT = "/org/a11y/atspi/accessible/root"
WANTED_STATES = ("checkable", "checked", "enabled", "focusable", "focused")
PLAIN = ("filler", "image", "label")
"""What is asked for its name alone."""
PASSING = ("list item", "table cell", "tree item")
"""What is asked each time: the same place shows something else."""
LEAVES = ("check box", "image", "label", "push button", "radio button", "slider", "toggle button")
"""What has nothing in it."""
WITH_VALUE = ("progress bar", "slider", "spin button")
VALUES = ("MinimumValue", "CurrentValue", "MaximumValue")
MOST_CHILDREN = 400
PATIENCE_MS = 30_000


class Bus:
    """The bus on which programs tell what they show; a node is the name of one and a path."""

    def __init__(self):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        told = session.call_sync(
            "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", *_how(None)
        )
        client = Gio.DBusConnectionFlags
        self._bus = Gio.DBusConnection.new_for_address_sync(
            told.unpack()[0],
            client.AUTHENTICATION_CLIENT | client.MESSAGE_BUS_CONNECTION,
            None,
            None,
        )

    def call(self, nodes, member, interface="Accessible"):
        """Return what a method answers of each node, None where it cannot."""
        return self._ask(nodes, PREFIX + interface, member, None)

    def get(self, nodes, name, interface="Accessible"):
        """Return a property of each node, None where there is none."""
        which = GLib.Variant("(ss)", (PREFIX + interface, name))
        return self._ask(nodes, "org.freedesktop.DBus.Properties", "Get", which)

    def _ask(self, nodes, interface, member, arguments):
        answers = {}

        def take(bus, result, number):
            try:
                (answers[number],) = bus.call_finish(result).unpack()
            except GLib.Error:
                answers[number] = None

        for number, (program, path) in enumerate(nodes):
            self._bus.call(program, path, interface, member, *_how(arguments), take, number)
        while len(answers) < len(nodes):
            GLib.MainContext.default().iteration(True)
        return [answers[number] for number in range(len(nodes))]


def _how(arguments):
    return arguments, None, Gio.DBusCallFlags.NO_AUTO_START, PATIENCE_MS, None


bus = Bus()
known = {}


def read(window):
    """Return a window, whatever its state, with all that shows in it."""
    whole = {}
    depth = read_depth([(window, whole)], even_hidden=True)
    while depth:
        depth = read_depth(depth)
    (tree,) = whole["children"]
    return tree


def read_depth(depth, *, even_hidden=False):
    """Put each node that shows into what is around it; return what is in those, likewise."""
    states = bus.call([node for node, _around in depth], "GetState")
    shown = [
        (node, around, state)
        for (node, around), state in zip(depth, states, strict=True)
        if state and (even_hidden or has(state, "showing"))
    ]
    nodes = [node for node, _around, _state in shown]
    found = dict(zip(nodes, identities(nodes), strict=True))
    for node, around, state in shown:
        found[node]["states"] = [word for word in WANTED_STATES if has(state, word)]
        around.setdefault("children", []).append(found[node])
    tell_values({node: each for node, each in found.items() if each["role"] in WITH_VALUE})
    open_ones = [node for node, each in found.items() if each["role"] not in LEAVES]
    return [
        (child, found[node])
        for node, children in zip(open_ones, bus.call(open_ones, "GetChildren"), strict=True)
        for child in (children or ())[:MOST_CHILDREN]
    ]


def has(state, word):
    """Tell whether a node is in a state; they are bits of two numbers."""
    low, high = state
    return bool((high << 32 | low) >> int(getattr(Atspi.StateType, word.upper())) & 1)


def identities(nodes):
    """Return what each node is, and what it is called."""
    new = [node for node in nodes if node not in known]
    roles = [Atspi.role_get_name(Atspi.Role(role or 0)) for role in bus.call(new, "GetRole")]
    names = bus.get(new, "Name")
    spoken = [node for node, role in zip(new, roles, strict=True) if role not in PLAIN]
    descriptions = dict(zip(spoken, bus.get(spoken, "Description"), strict=True))
    told = {
        node: {"role": role, "name": name, "description": descriptions.get(node, "")}
        for node, role, name in zip(new, roles, names, strict=True)
    }
    known.update((node, each) for node, each in told.items() if each["role"] not in PASSING)
    return [dict(known.get(node) or told[node]) for node in nodes]


def tell_values(found):
    """Add the figures of what has a value, with the ends of its range."""
    figures = [bus.get(list(found), name, "Value") for name in VALUES]
    for each, *value in zip(found.values(), *figures, strict=True):
        if None not in value:
            each["value"] = value


def windows():
    """Return the windows of all programs with their names, the newest last."""
    (programs,) = bus.call([(PREFIX + "Registry", ROOT)], "GetChildren")
    found = [window for each in bus.call(programs, "GetChildren") for window in each or ()]
    return list(zip(found, bus.get(found, "Name"), strict=True))


for line in sys.stdin:
    wanted = line.rstrip("\n")
    for _look in range(20):  # a window that has just come is on the bus a moment later
        shown = [window for window, name in windows() if name == wanted]
        if shown:
            break
    tree = read(shown[-1]) if shown else {"names": [name for _window, name in windows()]}
    print(json.dumps(tree), flush=True)
