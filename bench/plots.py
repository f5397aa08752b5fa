"""Plots, each as PNG and SVG. matplotlib is imported when something is drawn: tables do without it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.tables import RESULTS

_OURS, _THEIRS = "#0b6e99", "#9aa5ad"
_STYLE = {
    "svg.fonttype": "none",
    "svg.hashsalt": "evenhand",
    "font.size": 9,
    "axes.spines.top": False,
    "axes.spines.right": False,
}
_PLAIN = "{x:,.10g}"


@dataclass(frozen=True, slots=True)
class Lines:
    """One panel: lines over a common axis, both axes logarithmic unless `linear`."""

    title: str
    x: str
    y: str
    series: Mapping[str, tuple[Sequence[float], Sequence[float]]]
    linear: bool = False


def bars(name: str, title: str, unit: str, values: Mapping[str, float], ours: str, folder: Path = RESULTS) -> str:
    """Horizontal bars, the longest on top; those whose name begins with `ours` stand out. The PNG's file name."""
    figure, axes = _plots(1, (8, 0.6 + 0.36 * len(values)))
    ordered = sorted(values.items(), key=lambda pair: pair[1])
    colours = [_OURS if label.startswith(ours) else _THEIRS for label, _ in ordered]
    drawn = axes[0].barh([label for label, _ in ordered], [value for _, value in ordered], color=colours)
    axes[0].bar_label(drawn, fmt="%.3g", padding=3)
    _logarithmic(axes[0], "x")
    axes[0].set_xlabel(unit)
    axes[0].set_title(title, loc="left")
    return _save(figure, name, folder)


def panels(name: str, content: Sequence[Lines], folder: Path = RESULTS) -> str:
    """Panels side by side. The PNG's file name."""
    figure, all_axes = _plots(len(content), (4.2 * len(content), 3.4))
    for axes, panel in zip(all_axes, content, strict=True):
        for label, (x, y) in panel.series.items():
            axes.plot(x, y, marker="o", markersize=4, label=label)
        if panel.linear:
            axes.set_ylim(bottom=0)
        else:
            _logarithmic(axes, "x", "y")
        axes.set(xlabel=panel.x, ylabel=panel.y)
        axes.set_title(panel.title, loc="left")
        axes.grid(alpha=0.3)
        if len(panel.series) > 1:
            axes.legend(frameon=False, fontsize=8)
    return _save(figure, name, folder)


def _plots(count: int, size: tuple[float, float]) -> tuple[Any, list[Any]]:
    import matplotlib as mpl

    mpl.use("Agg")
    mpl.rcParams.update(_STYLE)
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(1, count, figsize=size, layout="constrained", squeeze=False)
    return figure, list(axes[0])


def _logarithmic(axes: Any, *names: str) -> None:
    """Make the axes of these names logarithmic, with figures written out; at 1, 2 and 5 where there is room."""
    from matplotlib.ticker import LogLocator, NullLocator

    for name in names:
        axes.set(**{f"{name}scale": "log"})
        axis = getattr(axes, f"{name}axis")
        low, high = axis.get_data_interval()
        axis.set_minor_locator(NullLocator() if high > 300 * low else LogLocator(subs=(2, 5)))
        axis.set_major_formatter(_PLAIN)
        axis.set_minor_formatter(_PLAIN)


def _save(figure: Any, name: str, folder: Path) -> str:
    from matplotlib import pyplot

    folder.mkdir(parents=True, exist_ok=True)
    figure.savefig(folder / f"{name}.png", dpi=110, metadata={"Software": None})
    figure.savefig(folder / f"{name}.svg", metadata={"Date": None})
    pyplot.close(figure)
    return f"{name}.png"
