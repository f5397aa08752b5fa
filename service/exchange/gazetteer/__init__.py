"""Places from a gazetteer file: read, choose labels, tell homonyms apart, write drafts."""
