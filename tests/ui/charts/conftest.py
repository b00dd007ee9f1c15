"""The real theme, and charts painted into a picture as they are into a widget."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from coreapp.services.charts import Chart
from coreapp.ui.charts.drawing import Drawing
from coreapp.ui.charts.kinds import drawing_of
from coreapp.ui.charts.look import ChartLook
from coreapp.ui.theme.theme import Theme
from tests.fakes.shipped import shipped_theme

BOX = QRectF(0, 0, 420, 240)


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return shipped_theme()


@pytest.fixture
def look(theme: Theme) -> ChartLook:
    return ChartLook(theme.tokens, theme.fonts)


@pytest.fixture
def paint(look: ChartLook) -> Callable[[Chart], tuple[Drawing, QImage]]:
    """Return what paints a chart on the ground of a card."""

    def paint_it(chart: Chart) -> tuple[Drawing, QImage]:
        drawing = drawing_of(chart)
        image = QImage(BOX.size().toSize(), QImage.Format.Format_RGB32)
        image.fill(look.tokens.card)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        drawing.paint(painter, BOX, look)
        painter.end()
        return drawing, image

    return paint_it
