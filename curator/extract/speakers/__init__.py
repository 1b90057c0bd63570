"""Who a speaker is: names, roles and pronouns of one article resolved, spellings folded across articles.

`cast` resolves within an article, `spellings` folds the names of many. Never finds what was said.
"""
