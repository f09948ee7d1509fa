package org.tripoint.vocabulary;

import java.util.regex.Pattern;

/// Which substance is meant, as exactly as it is known: one of four.
public sealed interface SubstanceId {

  /// One word for keys and filters, such as `inchikey:PJMPHNIQZUBGLI-UHFFFAOYSA-N`,
  /// `group:cbp-drug-type@2019:Fentanyl`, `isomer:fluorofentanyl`, `text:Down (Unknown Opioid)`;
  /// [#parse] reads it back.
  String key();

  /// A molecule by its standard InChIKey.
  record Structure(String inchiKey) implements SubstanceId {
    private static final Pattern INCHI_KEY = Pattern.compile("[A-Z]{14}-[A-Z]{8}[SN][A-Z]-[A-Z]");

    public Structure {
      if (!INCHI_KEY.matcher(inchiKey).matches()) {
        throw new IllegalArgumentException("expected an InChIKey, found '" + inchiKey + "'");
      }
    }

    @Override
    public String key() {
      return "inchikey:" + inchiKey;
    }
  }

  /// A heading of somebody's published list, which may hold many molecules: `T40.4` of `icd-10`,
  /// `Marijuana` of `cbp-drug-type`. Not a molecule, and not equal to the same word on another
  /// list.
  record Group(String list, String version, String code) implements SubstanceId {
    private static final Pattern WORD = Pattern.compile("[a-z0-9][a-z0-9.-]{0,39}");

    public Group {
      requireMatch(WORD, list, "a list id of lower-case letters, digits, points and dashes");
      requireMatch(
          WORD, version, "a list version of lower-case letters, digits, points and dashes");
      requireText(code);
    }

    @Override
    public String key() {
      return "group:" + list + "@" + version + ":" + code;
    }
  }

  /// A family of isomers that the method could not tell apart, such as `fluorofentanyl`.
  record IsomerUnspecified(String family) implements SubstanceId {
    public IsomerUnspecified {
      requireText(family);
    }

    @Override
    public String key() {
      return "isomer:" + family;
    }
  }

  /// The originator's own words, not yet recognised.
  record AsReported(String text) implements SubstanceId {
    public AsReported {
      requireText(text);
    }

    @Override
    public String key() {
      return "text:" + text;
    }
  }

  /// Reads a [#key()].
  ///
  /// @throws IllegalArgumentException if it is none
  static SubstanceId parse(String key) {
    int colon = key.indexOf(':');
    String rest = colon < 0 ? "" : key.substring(colon + 1);
    return switch (colon < 0 ? "" : key.substring(0, colon)) {
      case "inchikey" -> new Structure(rest);
      case "isomer" -> new IsomerUnspecified(rest);
      case "text" -> new AsReported(rest);
      case "group" -> parseGroup(key, rest);
      default -> throw notAKey(key);
    };
  }

  private static SubstanceId parseGroup(String key, String rest) {
    int at = rest.indexOf('@');
    int colon = rest.indexOf(':', Math.max(at, 0));
    if (at < 0 || colon < 0) {
      throw notAKey(key);
    }
    return new Group(
        rest.substring(0, at), rest.substring(at + 1, colon), rest.substring(colon + 1));
  }

  private static IllegalArgumentException notAKey(String key) {
    return new IllegalArgumentException(
        "expected a substance as inchikey:…, group:list@version:code, isomer:… or text:…, found '"
            + key
            + "'");
  }

  private static void requireMatch(Pattern pattern, String text, String expected) {
    if (!pattern.matcher(text).matches()) {
      throw new IllegalArgumentException("expected " + expected + ", found '" + text + "'");
    }
  }

  private static void requireText(String text) {
    if (text.isBlank() || text.length() > 500) {
      throw new IllegalArgumentException(
          "expected 1 to 500 characters for a substance, found '" + text + "'");
    }
  }
}
