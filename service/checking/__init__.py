"""Questions asked of the lexicon directly: which concept does this name stand for?"""
