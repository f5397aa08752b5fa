"""Measured comparisons. Nothing here is asserted; figures are printed."""
