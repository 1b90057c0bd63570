"""How the screen feels: start, key to paint, key to durable decision, search, memory; through a pty.

`python -m bench.latency --claims 1000 100000` measures Curator against a bare Textual app and a bare
line-API list in the same run, interleaved, and prints a table.
"""
