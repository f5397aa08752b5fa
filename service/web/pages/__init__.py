"""The pages for people. One module a page; `site.py` says what they have in common."""
