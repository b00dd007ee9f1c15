"""The program as an example: made-up data, nothing outside its window, and an end with it."""

from functools import cached_property

from coreapp.desktop.our_name import OUR_NAME
from coreapp.i18n import _
from coreapp.program.program import Program
from coreapp.ui.example_note import ExampleNote


class ExampleProgram(Program):
    """Says what it is, and goes when its window is closed.

    There is no tray, no reminder, and nobody is asked anything; the breaks are held back in what
    the example begins with.
    """

    @cached_property
    def note(self) -> ExampleNote:
        """What says so, at the head of the window."""
        note = ExampleNote(self.theme)
        note.close_requested.connect(self._quit)
        return note

    def start(self, words: list[str]) -> None:
        """Show the window with the note, then make the log up."""
        super().start(words)
        # Not before: what is made before the look is put on keeps the size of its letters.
        self.window.put_at_head(self.note)
        self._name_window()

    def show_example(self) -> None:
        """Say that it is there already."""
        self.tell(_("This is the example."))

    def _begin_outside(self) -> None:
        """Begin the breaks, without tray and reminders."""
        self.stage.start(outside=False)

    def _close_window(self) -> None:
        """End with the window."""
        self._quit()

    def _rebuild(self) -> None:
        super()._rebuild()
        self.note.speak()
        self._name_window()

    def _name_window(self) -> None:
        self.window.setWindowTitle(_("Example – {program}").format(program=OUR_NAME))
