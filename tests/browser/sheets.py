"""Every page as a reader first meets it, by its address: whoever adds a page adds it here.

What holds for all pages is tested for each of these (`test_every_page.py`).
"""

SHEETS = (
    "/",
    "/names",
    "/names?q=Nuvel",
    "/names/list",
    "/names/compare",
    "/docs",
    "/nowhere",
    "/lexicon",
    "/lexicon?q=ortaq&contested=no",
    "/c/c-twn2x2",
    "/c/c-rvr3x3",
    "/c/c-gnn5x5",
    "/sources",
    "/sources/gazette",
    "/perspectives",
    "/perspectives/upland-press?stance=sided",
    "/map",
    "/symmetry",
    "/vocabulary",
    "/c/c-twn2x2/change",
    "/contributing",
)
