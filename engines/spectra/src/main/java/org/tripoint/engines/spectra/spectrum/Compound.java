package org.tripoint.engines.spectra.spectrum;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a library says a spectrum is of. It is the contributor's word: nothing was compared.
///
/// @param name preferred name; never blank
/// @param synonyms further names in the order of the file
/// @param inchiKey 27 characters, upper case; null where the file has none or no valid one
/// @param exactMass of the neutral molecule in dalton, above 0
public record Compound(
    String name,
    List<String> synonyms,
    @Nullable String inchiKey,
    @Nullable String smiles,
    @Nullable String formula,
    @Nullable Double exactMass,
    @Nullable String cas) {

  private static final Pattern KEY = Pattern.compile("[A-Z]{14}-[A-Z]{10}-[A-Z]");

  /// A name and nothing else.
  public static Compound named(String name) {
    return new Compound(name, List.of(), null, null, null, null, null);
  }

  public Compound {
    synonyms = List.copyOf(synonyms);
    if (inchiKey != null && !isInchiKey(inchiKey)) {
      throw new IllegalArgumentException("expected an InChIKey, found '" + inchiKey + "'");
    }
    if (exactMass != null && !(exactMass > 0 && exactMass < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("expected a mass above 0, found " + exactMass);
    }
    Texts.requireWords(name, smiles, formula, cas);
  }

  /// Whether a text has the form of an InChIKey.
  public static boolean isInchiKey(String text) {
    return text.length() == 27 && KEY.matcher(text).matches();
  }

  /// The first 14 characters of the key, the same for all stereoisomers; null without a key.
  public @Nullable String skeleton() {
    return inchiKey == null ? null : inchiKey.substring(0, 14);
  }
}
