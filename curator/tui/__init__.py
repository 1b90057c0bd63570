"""The screen: everything of Textual is here, and nothing that decides or reads a database by itself."""
