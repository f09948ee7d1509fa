package org.tripoint.bench.jmh;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tripoint.engines.chemistry.coverage.DecideCoverage;
import org.tripoint.engines.chemistry.coverage.Jurisdiction;
import org.tripoint.engines.chemistry.coverage.RuleSet;
import org.tripoint.engines.chemistry.coverage.RuleSetReader;
import org.tripoint.engines.chemistry.registry.RegistryReader;
import org.tripoint.engines.chemistry.structure.Reading;
import org.tripoint.engines.chemistry.structure.Structure;
import org.tripoint.engines.chemistry.structure.StructureLimits;
import org.tripoint.engines.chemistry.structure.StructureReader;

/// Structures read from SMILES and decided on, on one thread: 2,000 of the published fragment
/// spectra's compounds, one after the other. Reads `massbank/lcms-msms-pos.msp.gz` below
/// `TRIPOINT_DATA`.
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
public class CoverageBench {

  private static final int MOST = 2_000;
  private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

  private record Written(String smiles, String key) {}

  private final StructureReader reader = new StructureReader(StructureLimits.usual());
  private final DecideCoverage decide = new DecideCoverage();
  private final List<RuleSet> rules = new ArrayList<>();
  private final List<Written> all = new ArrayList<>();
  private int next;

  @Setup
  public void read() throws IOException {
    var sets = new RuleSetReader(RegistryReader.readOwn());
    for (Jurisdiction jurisdiction : Jurisdiction.values()) {
      rules.add(sets.readOwn(jurisdiction));
    }
    Path file = Path.of(System.getenv("TRIPOINT_DATA"), "massbank/lcms-msms-pos.msp.gz");
    Set<String> smiles = new LinkedHashSet<>();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> line.startsWith("SMILES: "))
          .map(line -> line.substring(8).strip())
          .forEach(smiles::add);
    }
    for (String one : smiles) {
      if (all.size() < MOST && reader.readSmiles(one) instanceof Reading.Read(Structure found)) {
        all.add(new Written(one, found.inchiKey()));
      }
    }
  }

  private Written another() {
    next = (next + 1) % all.size();
    return all.get(next);
  }

  private int decideAll(Structure structure) {
    int sum = 0;
    for (RuleSet set : rules) {
      sum += decide.decide(set, structure, DAY).verdict().ordinal();
    }
    return sum;
  }

  /// The key is made too; one jurisdiction (United States).
  @Benchmark
  public Object keyMadeOneJurisdiction() {
    Structure structure = reader.readSmiles(another().smiles()).orThrow();
    return decide.decide(rules.get(Jurisdiction.US.ordinal()), structure, DAY);
  }

  /// The key is made too; all jurisdictions.
  @Benchmark
  public int keyMadeAllJurisdictions() {
    return decideAll(reader.readSmiles(another().smiles()).orThrow());
  }

  /// The key is stored; one jurisdiction (United States).
  @Benchmark
  public Object keyStoredOneJurisdiction() {
    Written one = another();
    Structure structure = reader.readSmilesWithKey(one.smiles(), one.key()).orThrow();
    return decide.decide(rules.get(Jurisdiction.US.ordinal()), structure, DAY);
  }

  /// The key is stored; all jurisdictions.
  @Benchmark
  public int keyStoredAllJurisdictions() {
    Written one = another();
    return decideAll(reader.readSmilesWithKey(one.smiles(), one.key()).orThrow());
  }
}
