package org.tripoint.engines.chemistry.family;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.smarts.Smarts;
import org.openscience.cdk.smarts.SmartsPattern;
import org.tripoint.engines.chemistry.structure.FindParent;
import org.tripoint.engines.chemistry.structure.Parent;
import org.tripoint.engines.chemistry.structure.Structure;
import org.tripoint.engines.chemistry.structure.StructureLimits;

/// Families of drugs by skeleton, from a file of patterns.
///
/// A parent is of the first family of which a pattern fits; the order of the file decides where two
/// fit. About 0.3 ms a structure. Fit for several threads.
public final class StructuralFamilies {

  private static final int CELLS = 4;

  private final List<Skeleton> skeletons;
  private final FindParent parents = new FindParent(StructureLimits.usual());

  private StructuralFamilies(List<Skeleton> skeletons) {
    this.skeletons = List.copyOf(skeletons);
  }

  private record Skeleton(String family, SmartsPattern pattern) {}

  /// The families that ship with the engine.
  public static StructuralFamilies shipped() {
    try (InputStream file = StructuralFamilies.class.getResourceAsStream("families.txt")) {
      if (file == null) {
        throw new IllegalStateException("expected families.txt beside the class");
      }
      return read(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read families.txt", e);
    }
  }

  /// Reads `family|pattern|in words|source`; lines that begin with `#` are comments.
  ///
  /// @throws IllegalArgumentException naming the line that is not as it should be
  public static StructuralFamilies read(InputStream file) throws IOException {
    List<Skeleton> skeletons = new ArrayList<>();
    var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        skeletons.add(skeleton(line, number));
      }
    }
    return new StructuralFamilies(skeletons);
  }

  private static Skeleton skeleton(String line, int number) {
    String[] cells = line.split("\\|", -1);
    if (cells.length != CELLS || cells[0].isBlank() || cells[CELLS - 1].isBlank()) {
      throw unfit("family|pattern|in words|source", number, line);
    }
    IAtomContainer asked = SilentChemObjectBuilder.getInstance().newAtomContainer();
    if (!Smarts.parse(asked, cells[1]) || asked.isEmpty()) {
      throw unfit("a pattern", number, cells[1]);
    }
    return new Skeleton(cells[0], SmartsPattern.create(cells[1]).setPrepare(false));
  }

  private static IllegalArgumentException unfit(String expected, int line, String found) {
    return new IllegalArgumentException(
        "expected " + expected + " in line " + line + " of the families, found '" + found + "'");
  }

  /// All families of the file.
  public Set<String> families() {
    Set<String> families = new TreeSet<>();
    skeletons.forEach(skeleton -> families.add(skeleton.family()));
    return families;
  }

  /// The family of a structure's parent; empty for one of no family, for a mixture and for what no
  /// parent can be found of.
  public Optional<String> of(Structure structure) {
    try {
      return switch (parents.of(structure)) {
        case Parent.Of(Structure parent, var _) -> ofParent(parent);
        case Parent.Mixture(var _) -> Optional.empty();
      };
    } catch (IllegalArgumentException | IllegalStateException e) {
      // A parent of which no key can be made, or not in time: one odd structure must not stop the
      // reading of a library.
      return Optional.empty();
    }
  }

  private Optional<String> ofParent(Structure parent) {
    return skeletons.stream()
        .filter(skeleton -> skeleton.pattern().matches(parent.container()))
        .map(Skeleton::family)
        .findFirst();
  }
}
