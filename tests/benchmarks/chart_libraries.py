"""What chart libraries cost, each in a process of its own: how `ui/charts` was decided.

`python -m tests.benchmarks.chart_libraries own charts graphs pyqtgraph` takes those that are
installed; pyqtgraph and numpy are none of our dependencies. Processor time, since other work may
run beside it; memory as PSS. Eight charts with twelve values each stand in a window of 1128 x 900.
"""

import builtins
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from time import process_time

RUNS = 7
CHARTS = 8
VALUES = (22.0, 30.0, 28.0, 36.0, 41.0, 38.0, 44.0, 40.0, 43.0, 48.0, 51.0, 7.0)
LABELS = tuple(str(week) for week in range(37, 49))
FIGURES = ("import ms", "first ms", "eight ms", "import MB", "eight MB")

Maker = Callable[[int], "QWidget"]  # noqa: F821  Qt is imported by the measured process only

_WORLD: dict[str, object] = {}
"""What the program has before a chart is asked for."""

_QML = """import QtQuick
import QtGraphs
GraphsView {{
    anchors.fill: parent
    theme: GraphsTheme {{ colorScheme: GraphsTheme.ColorScheme.Light }}
    axisX: BarCategoryAxis {{ categories: {labels} }}
    axisY: ValueAxis {{ max: 60 }}
    {series}
}}"""


def own() -> Maker:
    """Import our own charts."""
    from coreapp.services.charts import Series, Tone
    from coreapp.ui.charts.chart_view import ChartView
    from tests.fakes.progress_pages import bars, lines

    theme = _WORLD["theme"]

    def make(index: int) -> ChartView:
        view = ChartView(theme)
        chart = lines(Series("a", Tone.CORE, VALUES)) if index % 2 else bars()
        view.show_chart(chart, "Minutes", "")
        return view

    return make


def charts() -> Maker:
    """Import QtCharts."""
    from PySide6 import QtCharts
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QPainter

    def make(index: int) -> QtCharts.QChartView:
        chart = QtCharts.QChart()
        chart.legend().hide()
        if index % 2:
            line = QtCharts.QLineSeries()
            for place, value in enumerate(VALUES):
                line.append(float(place), value)
            chart.addSeries(line)
            chart.createDefaultAxes()
        else:
            held = QtCharts.QBarSet("a")
            held.append(list(VALUES))
            row = QtCharts.QBarSeries()
            row.append(held)
            chart.addSeries(row)
            below, beside = QtCharts.QBarCategoryAxis(), QtCharts.QValueAxis()
            below.append(list(LABELS))
            beside.setRange(0, 60)
            chart.addAxis(below, Qt.AlignmentFlag.AlignBottom)
            chart.addAxis(beside, Qt.AlignmentFlag.AlignLeft)
            row.attachAxis(below)
            row.attachAxis(beside)
        view = QtCharts.QChartView(chart)
        view.setRenderHint(QPainter.RenderHint.Antialiasing)
        return view

    return make


def graphs() -> Maker:
    """Import QtGraphs, with what shows QML in a widget."""
    from PySide6 import QtGraphs, QtQml, QtQuick  # noqa: F401  a widget needs all three
    from PySide6.QtCore import QUrl
    from PySide6.QtQuickWidgets import QQuickWidget

    folder = Path(tempfile.mkdtemp())
    points = " ".join(f"XYPoint {{ x: {x}; y: {y} }}" for x, y in enumerate(VALUES))
    series = (
        f"BarSeries {{ BarSet {{ values: {list(VALUES)} }} }}",
        f"LineSeries {{ {points} }}",
    )

    def make(index: int) -> QQuickWidget:
        file = folder / f"chart{index % 2}.qml"
        file.write_text(_QML.format(labels=json.dumps(LABELS), series=series[index % 2]))
        view = QQuickWidget()
        view.setResizeMode(QQuickWidget.ResizeMode.SizeRootObjectToView)
        view.setSource(QUrl.fromLocalFile(str(file)))
        return view

    return make


def pyqtgraph() -> Maker:
    """Import pyqtgraph, and numpy with it."""
    import pyqtgraph as library

    def make(index: int) -> "QWidget":  # noqa: F821  see above
        view = library.PlotWidget(background=None)
        if index % 2:
            view.plot(list(VALUES), antialias=True)
        else:
            view.addItem(library.BarGraphItem(x=list(range(12)), height=list(VALUES), width=0.7))
        return view

    return make


LIBRARIES = {each.__name__: each for each in (own, charts, graphs, pyqtgraph)}


def memory() -> float:
    """Return the memory of this process, in MB, with its part of what is shared."""
    lines = Path("/proc/self/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:"))


def measure(name: str) -> dict[str, float]:
    """Measure one library in this process."""
    plain = builtins.__import__
    from PySide6.QtWidgets import QApplication, QGridLayout, QWidget

    builtins.__import__ = plain  # as the program does, see `desktop/light_start.py`
    app = QApplication([])
    from coreapp.i18n import format_number
    from tests.fakes.shipped import shipped_theme

    _WORLD["theme"] = theme = shipped_theme()
    theme.apply(app)
    format_number(1.5)
    window = QWidget()
    window.resize(1128, 900)
    grid = QGridLayout(window)
    window.show()
    app.processEvents()
    window.grab()
    before, start = memory(), process_time()
    make = LIBRARIES[name]()
    imported, after_import = process_time(), memory()
    kept = []
    moments = []
    for index in range(CHARTS):
        kept.append(make(index))
        grid.addWidget(kept[-1], index // 3, index % 3)
        if index in {0, CHARTS - 1}:
            app.processEvents()
            window.grab()
            moments.append(process_time())
    figures = (
        (imported - start) * 1000,
        (moments[0] - imported) * 1000,
        (moments[1] - imported) * 1000,
        after_import - before,
        memory() - before,
    )
    return dict(zip(FIGURES, figures, strict=True))


def main(names: list[str]) -> None:
    """Measure libraries in turn, or one of them in this process."""
    if names[:1] == ["--one"]:
        print(json.dumps(measure(names[1])))
        return
    runs: dict[str, list[dict[str, float]]] = defaultdict(list)
    for _ in range(RUNS):
        for name in names:
            told = subprocess.run(
                [sys.executable, "-m", "tests.benchmarks.chart_libraries", "--one", name],
                env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
                check=True,
                capture_output=True,
            )
            runs[name].append(json.loads(told.stdout))
    for name, found in runs.items():
        middles = (statistics.median(each[figure] for each in found) for figure in FIGURES)
        print(name, *(f"{f}: {m:.1f}" for f, m in zip(FIGURES, middles, strict=True)), sep="  ")


if __name__ == "__main__":
    main(sys.argv[1:] or ["own", "charts", "graphs"])
