"""Evenhand: says which thing a name stands for, whose name it is, and what else it is called."""

__version__ = "0.1.0"
