"""Which drawing belongs to which chart."""

from coreapp.services.charts import Bars, Chart, HeatMap, Lines, Pairs
from coreapp.ui.charts.bars import BarDrawing
from coreapp.ui.charts.drawing import Drawing
from coreapp.ui.charts.heat_map import HeatMapDrawing
from coreapp.ui.charts.lines import lines_drawing
from coreapp.ui.charts.pairs import PairsDrawing


def drawing_of(chart: Chart) -> Drawing:
    """Return what draws a chart."""
    match chart:
        case HeatMap():
            return HeatMapDrawing(chart)
        case Bars():
            return BarDrawing(chart)
        case Lines():
            return lines_drawing(chart)
        case Pairs():
            return PairsDrawing(chart)
