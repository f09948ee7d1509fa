package org.tripoint.bench.jmh;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tripoint.engines.chemistry.coverage.DecideCoverage;
import org.tripoint.engines.chemistry.coverage.Jurisdiction;
import org.tripoint.engines.chemistry.coverage.RuleSet;
import org.tripoint.engines.chemistry.coverage.RuleSetReader;
import org.tripoint.engines.chemistry.coverage.StudiedStructure;
import org.tripoint.engines.chemistry.registry.Registry;
import org.tripoint.engines.chemistry.registry.RegistryReader;
import org.tripoint.engines.chemistry.registry.Substance;
import org.tripoint.engines.chemistry.structure.StructureLimits;
import org.tripoint.engines.chemistry.structure.StructureReader;

/// The whole matrix of a day, on one thread: every substance of the registry that ships against
/// every jurisdiction, with nothing kept from another day.
@State(Scope.Thread)
@Fork(1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
public class MatrixBench {

  private static final LocalDate DAY = LocalDate.of(2026, 7, 1);

  private final StructureReader reader = new StructureReader(StructureLimits.usual());
  private final DecideCoverage decide = new DecideCoverage();
  private final Registry registry = RegistryReader.readOwn();
  private final List<RuleSet> rules = new ArrayList<>();

  @Setup
  public void read() {
    var sets = new RuleSetReader(registry);
    for (Jurisdiction jurisdiction : Jurisdiction.values()) {
      rules.add(sets.readOwn(jurisdiction));
    }
  }

  /// From SMILES with the registry's keys.
  @Benchmark
  public int wholeMatrix() {
    int sum = 0;
    for (Substance one : registry.substances()) {
      StudiedStructure studied =
          decide.study(reader.readSmilesWithKey(one.smiles(), one.inchiKey()).orThrow());
      for (RuleSet set : rules) {
        sum += decide.decide(set, studied, DAY).verdict().ordinal();
      }
    }
    return sum;
  }
}
