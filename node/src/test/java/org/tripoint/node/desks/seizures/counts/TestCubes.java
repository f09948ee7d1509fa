package org.tripoint.node.desks.seizures.counts;

import java.util.List;
import org.tripoint.node.metrics.Cube;
import org.tripoint.node.substances.ShippedSubstances;

/// Every cube of the desk, without Spring.
public final class TestCubes {

  private TestCubes() {}

  public static List<Cube> all() {
    SeizureCubes cubes = new SeizureCubes();
    return List.of(
        new FigureCube(),
        new ThingsCube(new ShippedSubstances()),
        cubes.seizureEvents(),
        new EventsOnceCube(),
        cubes.seizureDrugs(),
        cubes.seizureEquipment(),
        cubes.seizurePrecursors(),
        cubes.seizureSites());
  }
}
