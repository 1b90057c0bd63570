"""Attribution in one sentence: reporting words, their subjects, and the extent of what they report.

Works on the phrases that `syntax` finds, by position. Who a speaker is in the article is for `speakers`.
"""
