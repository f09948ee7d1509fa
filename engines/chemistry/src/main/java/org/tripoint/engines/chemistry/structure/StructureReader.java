package org.tripoint.engines.chemistry.structure;

import io.github.dan2097.jnainchi.InchiOptions;
import io.github.dan2097.jnainchi.InchiStatus;
import java.io.IOException;
import java.io.StringReader;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.inchi.InChIGenerator;
import org.openscience.cdk.inchi.InChIGeneratorFactory;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.io.ISimpleChemObjectReader;
import org.openscience.cdk.io.MDLV2000Reader;
import org.openscience.cdk.io.MDLV3000Reader;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.smiles.SmilesParser;

/// Reads structures out of texts of any origin and refuses what is none.
///
/// What is read is normalised only so far that one molecule has one form here: hydrogens are
/// counts, nitro groups and the like are written with charges. Safe for several threads.
public final class StructureReader {

  private static final Pattern KEY = Pattern.compile("[A-Z]{14}-[A-Z]{8}[SN][A-Z]-[A-Z]");

  static {
    Quiet.install();
  }

  private final StructureLimits limits;

  public StructureReader(StructureLimits limits) {
    this.limits = limits;
  }

  /// Reads SMILES; what follows the first white space is a title and is left out.
  public Reading readSmiles(String text) {
    return readSmiles(text, null);
  }

  /// Reads SMILES whose key is already known, which is twenty times as fast.
  ///
  /// @param storedKey the standard InChIKey that [#readSmiles(String)] once gave for this text; it
  ///   is believed
  public Reading readSmilesWithKey(String text, String storedKey) {
    if (!isKey(storedKey)) {
      throw new IllegalArgumentException("expected an InChIKey, found '" + storedKey + "'");
    }
    return readSmiles(text, storedKey);
  }

  /// Whether a text has the form of an InChIKey with its flag.
  public static boolean isKey(String text) {
    return KEY.matcher(text).matches();
  }

  private Reading readSmiles(String text, @Nullable String storedKey) {
    Reading.@Nullable Refused unfit = refuseLength(text);
    if (unfit != null) {
      return unfit;
    }
    String word = text.strip().split("\\s", 2)[0];
    try {
      return finish(
          new SmilesParser(SilentChemObjectBuilder.getInstance()).parseSmiles(word), storedKey);
    } catch (CDKException | RuntimeException e) {
      // The parser throws whatever it stumbles on; for a text of unknown origin all mean the same.
      return new Reading.Refused(Refusal.NOT_READABLE, "SMILES: " + firstLine(e));
    }
  }

  /// Reads one molfile, V2000 or V3000; what follows it in an SD file is left out.
  public Reading readMolfile(String text) {
    Reading.@Nullable Refused unfit = refuseLength(text);
    if (unfit != null) {
      return unfit;
    }
    try (ISimpleChemObjectReader reader =
        text.contains("V3000")
            ? new MDLV3000Reader(new StringReader(text))
            : new MDLV2000Reader(new StringReader(text))) {
      IAtomContainer read = reader.read(SilentChemObjectBuilder.getInstance().newAtomContainer());
      return read == null
          ? new Reading.Refused(Refusal.NOT_READABLE, "molfile: no molecule")
          : finish(read, null);
    } catch (CDKException | IOException | RuntimeException e) {
      return new Reading.Refused(Refusal.NOT_READABLE, "molfile: " + firstLine(e));
    }
  }

  private Reading.@Nullable Refused refuseLength(String text) {
    if (text.isBlank()) {
      return new Reading.Refused(Refusal.EMPTY, "nothing written");
    }
    if (text.length() > limits.characters()) {
      return new Reading.Refused(
          Refusal.TOO_LONG,
          "expected at most " + limits.characters() + " characters, found " + text.length());
    }
    return null;
  }

  /// Checks, normalises and keys a molecule that was read.
  Reading finish(IAtomContainer molecule, @Nullable String storedKey) throws CDKException {
    if (molecule.isEmpty()) {
      return new Reading.Refused(Refusal.EMPTY, "no atoms");
    }
    if (molecule.getAtomCount() > limits.atoms()) {
      return new Reading.Refused(
          Refusal.TOO_MANY_ATOMS,
          "expected at most " + limits.atoms() + " atoms, found " + molecule.getAtomCount());
    }
    Reading.@Nullable Refused unfit = Normal.refuse(molecule);
    if (unfit != null) {
      return unfit;
    }
    IAtomContainer normal = Normal.of(molecule);
    return storedKey == null ? keyed(normal) : new Reading.Read(new Structure(normal, storedKey));
  }

  /// A normalised molecule with its key.
  Reading keyed(IAtomContainer normal) throws CDKException {
    InchiOptions options =
        new InchiOptions.InchiOptionsBuilder()
            .withTimeoutMilliSeconds(limits.inchiMilliseconds())
            .build();
    InChIGenerator inchi = InChIGeneratorFactory.getInstance().getInChIGenerator(normal, options);
    if (inchi.getStatus() == InchiStatus.ERROR || inchi.getInchi() == null) {
      return new Reading.Refused(Refusal.NO_INCHI, String.valueOf(inchi.getMessage()));
    }
    return new Reading.Read(new Structure(normal, inchi.getInchiKey()));
  }

  private static String firstLine(Exception e) {
    String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return message.length() > 200 ? message.substring(0, 200) : message;
  }
}
