"""Trust, counted: kills, fsyncs, power cuts, writers, full disks, hostile files, the cost of a decision."""
