"""The words that extraction knows: closed classes, verbs and their forms, reporting words.

Lists and their spelling rules, and nothing that depends on where a word stands.
"""
