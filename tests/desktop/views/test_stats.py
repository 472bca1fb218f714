"""Charts that can be read by eye, by pointer and by a screen reader."""

from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from davit_desktop.state.stats import Point
from davit_desktop.views import text
from davit_desktop.views.chart import Chart
from davit_desktop.views.theme import LIGHT


def points(count: int, cpu: float) -> list[Point]:
    return [
        Point(time=1000.0 + n, cpu_percent=cpu, memory_used=1, memory_limit=2) for n in range(count)
    ]


def test_a_chart_draws_its_line_in_its_colour(qtbot: QtBot) -> None:
    chart = Chart("CPU", [("", "accent", lambda p: p.cpu_percent)], text.percent, 5.0)
    qtbot.addWidget(chart)
    chart.resize(320, 140)
    chart.show()
    blank = chart.grab().toImage()
    chart.show_points(points(60, 50.0))
    drawn = chart.grab().toImage()
    assert drawn != blank
    colors = {
        drawn.pixelColor(x, y).name() for x in range(drawn.width()) for y in range(drawn.height())
    }
    assert LIGHT.accent in colors
    assert chart.accessibleDescription() == "50.0 %"


def test_the_pointer_reads_a_value(qtbot: QtBot) -> None:
    chart = Chart("CPU", [("", "accent", lambda p: p.cpu_percent)], text.percent, 5.0)
    qtbot.addWidget(chart)
    chart.resize(320, 140)
    chart.show()
    chart.show_points(points(60, 50.0))
    before = chart.grab().toImage()
    qtbot.mouseMove(chart, QPoint(250, 60))
    assert chart.grab().toImage() != before


def test_a_chart_without_figures_says_so(qtbot: QtBot) -> None:
    chart = Chart("CPU", [("", "accent", lambda p: p.cpu_percent)], text.percent, 5.0)
    qtbot.addWidget(chart)
    chart.show_points([])
    chart.grab()
    assert chart.accessibleDescription() == "no figures yet"
