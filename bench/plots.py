"""Plots, each as PNG and SVG."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import matplotlib as mpl
import matplotlib.pyplot as plt

from bench.tables import RESULTS

_OURS, _THEIRS = "#0b6e99", "#9aa5ad"

mpl.use("Agg")
mpl.rcParams.update({"svg.fonttype": "none", "svg.hashsalt": "evenhand", "font.size": 9, "axes.spines.top": False})
mpl.rcParams["axes.spines.right"] = False


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
    figure, axes = plt.subplots(figsize=(8, 0.6 + 0.36 * len(values)), layout="constrained")
    ordered = sorted(values.items(), key=lambda pair: pair[1])
    colours = [_OURS if label.startswith(ours) else _THEIRS for label, _ in ordered]
    drawn = axes.barh([label for label, _ in ordered], [value for _, value in ordered], color=colours)
    axes.bar_label(drawn, fmt="%.3g", padding=3)
    axes.set_xscale("log")
    axes.set_xlabel(unit)
    axes.set_title(title, loc="left")
    return _save(figure, name, folder)


def panels(name: str, content: Sequence[Lines], folder: Path = RESULTS) -> str:
    """Panels side by side. The PNG's file name."""
    figure, all_axes = plt.subplots(1, len(content), figsize=(4.2 * len(content), 3.4), layout="constrained")
    for axes, panel in zip([all_axes] if len(content) == 1 else all_axes, content, strict=True):
        for label, (x, y) in panel.series.items():
            axes.plot(x, y, marker="o", markersize=4, label=label)
        if not panel.linear:
            axes.set_xscale("log")
            axes.set_yscale("log")
        axes.set(xlabel=panel.x, ylabel=panel.y)
        axes.set_title(panel.title, loc="left")
        axes.grid(alpha=0.3)
        if len(panel.series) > 1:
            axes.legend(frameon=False, fontsize=8)
    return _save(figure, name, folder)


def _save(figure: plt.Figure, name: str, folder: Path) -> str:
    folder.mkdir(parents=True, exist_ok=True)
    figure.savefig(folder / f"{name}.png", dpi=110, metadata={"Software": None})
    figure.savefig(folder / f"{name}.svg", metadata={"Date": None})
    plt.close(figure)
    return f"{name}.png"
