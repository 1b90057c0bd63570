"""Other programs on the same claims, each in an environment of its own; time and memory are measured."""
