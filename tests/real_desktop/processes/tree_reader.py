"""Reads windows as a screen reader does: run by the system's own Python, which has pyatspi.

For each line it is given, the name of a window, it prints what can be seen of that window as one
line of JSON: role, name, description, states, value and children, in their order.

Each question goes over the bus and back. What a control is and what it is called is therefore asked
once: at the next window only whether it shows, and how it stands.
"""

import json
import sys

import pyatspi

WANTED_STATES = ("checkable", "checked", "enabled", "focusable", "focused")
PLAIN = ("filler", "image", "label")
"""What is asked for its name alone."""
PASSING = ("list item", "table cell", "tree item")
"""What is asked each time: the same place shows something else."""
LEAVES = ("check box", "image", "label", "push button", "radio button", "slider", "toggle button")
"""What has nothing in it."""
WITH_VALUE = ("progress bar", "slider", "spin button")
MOST_CHILDREN = 400


known = {}


def read(node, depth=0):
    """Return a node with all that shows below it, or None for one that cannot be seen."""
    states = node.getState()
    if depth and not states.contains(pyatspi.STATE_SHOWING):
        return None
    found = {
        **identity_of(node),
        "states": [
            word
            for word in WANTED_STATES
            if states.contains(getattr(pyatspi, f"STATE_{word.upper()}"))
        ],
    }
    if found["role"] in WITH_VALUE:
        found |= value_of(node)
    if found["role"] not in LEAVES and (children := children_of(node, depth)):
        found["children"] = children
    return found


def children_of(node, depth):
    """Return all in a node that shows."""
    return [
        child
        for number in range(min(node.childCount, MOST_CHILDREN))
        if (each := node.getChildAtIndex(number)) is not None
        and (child := read(each, depth + 1)) is not None
    ]


def identity_of(node):
    """Return what a node is, and what it is called."""
    key = (node.app.bus_name, node.path)
    if key not in known:
        role = node.getRoleName()
        description = "" if role in PLAIN else node.description
        identity = {"role": role, "name": node.name, "description": description}
        if role in PASSING:
            return identity
        known[key] = identity
    return known[key]


def value_of(node):
    """Return the figures of what has a value, with the ends of its range."""
    if "Value" not in pyatspi.listInterfaces(node):
        return {}
    value = node.queryValue()
    return {"value": [value.minimumValue, value.currentValue, value.maximumValue]}


def windows():
    """Return the windows of all programs, the newest last."""
    desktop = pyatspi.Registry.getDesktop(0)
    desktop.clearCache()
    for program in desktop:
        if program is not None:
            program.setCacheMask(pyatspi.cache.NONE)
            yield from (window for window in program if window is not None)


for line in sys.stdin:
    wanted = line.rstrip("\n")
    for _look in range(20):  # a window that has just come is on the bus a moment later
        shown = [each for each in windows() if each.name == wanted]
        if shown:
            break
    tree = read(shown[-1]) if shown else {"names": [each.name for each in windows()]}
    print(json.dumps(tree), flush=True)
