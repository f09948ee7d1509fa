package org.tripoint.engines.chemistry.structure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.smiles.SmiFlavor;
import org.openscience.cdk.smiles.SmilesGenerator;
import org.openscience.cdk.smiles.SmilesParser;

/// The acids, bases, metals and solvents that stand beside a molecule without being meant.
final class CounterIons {

  private static final CounterIons KNOWN = read();

  private final Map<String, Removed> bySmiles;

  private CounterIons(Map<String, Removed> bySmiles) {
    this.bySmiles = bySmiles;
  }

  static CounterIons known() {
    return KNOWN;
  }

  /// What this neutral fragment without isotopes is, if it is on the list.
  Optional<Removed> find(IAtomContainer fragment) throws CDKException {
    return Optional.ofNullable(bySmiles.get(flat(fragment)));
  }

  /// Canonical SMILES without stereochemistry and isotopes.
  static String flat(IAtomContainer fragment) throws CDKException {
    return new SmilesGenerator(SmiFlavor.Canonical | SmiFlavor.UseAromaticSymbols).create(fragment);
  }

  private static CounterIons read() {
    Map<String, Removed> bySmiles = new HashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    CounterIons.class.getResourceAsStream(
                        "/org/tripoint/engines/chemistry/structure/counter-ions.csv")),
                StandardCharsets.UTF_8))) {
      SmilesParser parser = new SmilesParser(SilentChemObjectBuilder.getInstance());
      for (String line : lines.lines().skip(1).toList()) {
        String[] cells = line.split(",", 3);
        IAtomContainer ion = Normal.of(parser.parseSmiles(cells[2]));
        Neutral.neutralise(ion);
        Normal.mark(ion);
        bySmiles.put(flat(ion), new Removed(Removed.What.valueOf(cells[1]), cells[0], 1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the list of counter-ions", e);
    } catch (CDKException e) {
      throw new IllegalStateException("cannot read a structure of the list of counter-ions", e);
    }
    return new CounterIons(bySmiles);
  }
}
