"""Measured comparisons (`python -m bench --help`). Nothing is asserted; figures are printed and kept in results/."""
