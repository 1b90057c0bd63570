"""The stages one after another: sources through ingest and extract into the store, then through match.

What the user waits for and may stop lives here, one kind of run a file. Holds no SQL and knows no format,
extractor or signal, and imports nothing before a run needs it.
"""
