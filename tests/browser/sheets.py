"""Every page as a reader first meets it, by its address: whoever adds a page adds it here.

What holds for all pages is tested for each of these (`test_every_page.py`).
"""

SHEETS = (
    "/",
    "/docs",
    "/nowhere",
)
