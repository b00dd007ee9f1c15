from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from coreapp.ui.models.exercise_model import ExerciseItem, ExerciseModel, ExerciseRole

PLANK = ExerciseItem("plank", "Forearm plank", "Hold, 3 × 20 s")
BRIDGE = ExerciseItem("glute-bridge", "Glute bridge", "")


def test_qt_finds_nothing_wrong(qtmodeltester: ModelTester) -> None:
    model = ExerciseModel()
    model.show_items([PLANK, BRIDGE])
    qtmodeltester.check(model)


def test_each_role_has_its_text() -> None:
    model = ExerciseModel()
    model.show_items([PLANK, BRIDGE])
    plank, bridge = model.index(0), model.index(1)
    assert plank.data() == "Forearm plank"
    assert plank.data(ExerciseRole.ID) == "plank"
    assert plank.data(ExerciseRole.DOSE) == "Hold, 3 × 20 s"
    assert plank.data(Qt.ItemDataRole.AccessibleTextRole) == "Forearm plank, Hold, 3 × 20 s"
    assert bridge.data(Qt.ItemDataRole.AccessibleTextRole) == "Glute bridge"
    assert plank.data(Qt.ItemDataRole.DecorationRole) is None
    assert model.data(QModelIndex()) is None


def test_the_same_items_again_change_nothing(qtbot: QtBot) -> None:
    model = ExerciseModel()
    model.show_items([PLANK])
    with qtbot.assertNotEmitted(model.modelReset):
        model.show_items((PLANK,))
    with qtbot.waitSignal(model.modelReset):
        model.show_items((BRIDGE,))
    assert model.items == (BRIDGE,)
