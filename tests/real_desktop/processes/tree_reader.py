"""Reads windows as a screen reader does: run by the system's own Python, which has pyatspi.

For each line it is given, the name of a window, it prints what can be seen of that window as one
line of JSON: role, name, description, states, value and children, in their order.
"""

import json
import sys

import pyatspi

WANTED_STATES = ("checkable", "checked", "enabled", "focusable", "focused")
PLAIN = ("filler", "image", "label")
"""What is asked for its name alone: each question goes over the bus and back."""
WITH_VALUE = ("progress bar", "slider", "spin button")
MOST_CHILDREN = 400


def read(node, depth=0):
    """Return a node with all that shows below it, or None for one that cannot be seen."""
    states = node.getState()
    if depth and not states.contains(pyatspi.STATE_SHOWING):
        return None
    role = node.getRoleName()
    found = {
        "role": role,
        "name": node.name,
        "description": "" if role in PLAIN else node.description,
        "states": [
            word
            for word in WANTED_STATES
            if states.contains(getattr(pyatspi, f"STATE_{word.upper()}"))
        ],
    }
    if role in WITH_VALUE:
        found |= value_of(node)
    children = [
        child
        for number in range(min(node.childCount, MOST_CHILDREN))
        if (each := node.getChildAtIndex(number)) is not None
        and (child := read(each, depth + 1)) is not None
    ]
    if children:
        found["children"] = children
    return found


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
