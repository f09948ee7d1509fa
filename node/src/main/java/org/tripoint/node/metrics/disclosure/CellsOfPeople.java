package org.tripoint.node.metrics.disclosure;

import org.tripoint.node.metrics.ReadCells;

/// Sums over cubes of people's health data, which nobody is given as [ReadCells] alone.
///
/// Whoever asks for them shows no table of them but what [DiscloseCounts] leaves.
public record CellsOfPeople(ReadCells cells) {}
