"""The command line that the parts share."""

import argparse


def parser_of(doc: str | None) -> argparse.ArgumentParser:
    """A parser with the module's text as its help."""
    parser = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="fewer and smaller; shows tables and writes nothing")
    return parser
