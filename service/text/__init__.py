"""Strings only: folding, boundaries, scripts, quotation, markup, offsets. Knows no lexicon."""
