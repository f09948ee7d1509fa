package org.tripoint.engines.spectra.reading;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tripoint.engines.spectra.spectrum.Compound;
import org.tripoint.engines.spectra.spectrum.Peaks;

/// Components of an entry that a key of some dialect fills, each with what makes a value of it.
enum Slot {
  NAME(Value.TEXT),
  ACCESSION(Value.TEXT),
  CONTRIBUTOR(Value.TEXT),
  LICENCE(Value.TEXT),
  AUTHOR(Value.TEXT),
  INCHI_KEY(Value.INCHI_KEY),
  SMILES(Value.TEXT),
  FORMULA(Value.TEXT),
  CAS(Value.CAS_NUMBER),
  EXACT_MASS(Value.ABOVE_ZERO),
  PRECURSOR_MZ(Value.POSITION),
  CHARGE(Value.SIGNED),
  ADDUCT(Value.TEXT),
  INSTRUMENT_TYPE(Value.TEXT),
  INSTRUMENT(Value.TEXT),
  COLLISION_ENERGY(Value.TEXT),
  IONISATION_ENERGY(Value.TEXT),
  RETENTION_SECONDS(Value.DURATION),
  RETENTION_INDEX(Value.ABOVE_ZERO),
  DERIVATIVE(Value.TEXT);

  private static final Map<String, Slot> BY_KEY =
      Map.ofEntries(
          Map.entry("name", NAME),
          Map.entry("compoundname", NAME),
          Map.entry("db", ACCESSION),
          Map.entry("dbno", ACCESSION),
          Map.entry("accession", ACCESSION),
          Map.entry("spectrumid", ACCESSION),
          Map.entry("contributor", CONTRIBUTOR),
          Map.entry("submitter", CONTRIBUTOR),
          Map.entry("license", LICENCE),
          Map.entry("licence", LICENCE),
          Map.entry("author", AUTHOR),
          Map.entry("authors", AUTHOR),
          Map.entry("inchikey", INCHI_KEY),
          Map.entry("inchiaux", INCHI_KEY),
          Map.entry("smiles", SMILES),
          Map.entry("formula", FORMULA),
          Map.entry("molecularformula", FORMULA),
          Map.entry("molform", FORMULA),
          Map.entry("cas", CAS),
          Map.entry("casno", CAS),
          Map.entry("casnumber", CAS),
          Map.entry("casrn", CAS),
          Map.entry("casregistryno", CAS),
          Map.entry("exactmass", EXACT_MASS),
          Map.entry("precursormz", PRECURSOR_MZ),
          Map.entry("charge", CHARGE),
          Map.entry("precursorcharge", CHARGE),
          Map.entry("precursortype", ADDUCT),
          Map.entry("adduct", ADDUCT),
          Map.entry("instrumenttype", INSTRUMENT_TYPE),
          Map.entry("sourceinstrument", INSTRUMENT_TYPE),
          Map.entry("instrument", INSTRUMENT),
          Map.entry("instrumentname", INSTRUMENT),
          Map.entry("collisionenergy", COLLISION_ENERGY),
          Map.entry("ionizationenergy", IONISATION_ENERGY),
          Map.entry("ionisationenergy", IONISATION_ENERGY),
          Map.entry("electronenergy", IONISATION_ENERGY),
          Map.entry("retentiontime", RETENTION_SECONDS),
          Map.entry("rt", RETENTION_SECONDS),
          Map.entry("retentionindex", RETENTION_INDEX),
          Map.entry("ri", RETENTION_INDEX),
          Map.entry("derivatization", DERIVATIVE),
          Map.entry("derivatisation", DERIVATIVE),
          Map.entry("derivativetype", DERIVATIVE));

  /// What makes a value of a text.
  private enum Value {
    TEXT,
    INCHI_KEY,
    CAS_NUMBER,
    ABOVE_ZERO,
    POSITION,
    SIGNED,
    DURATION
  }

  private final Value kind;

  Slot(Value kind) {
    this.kind = kind;
  }

  /// The component that a key fills.
  ///
  /// @param plainKey without case, spaces and signs
  static @Nullable Slot of(String plainKey) {
    return BY_KEY.get(plainKey);
  }

  /// A text, a `Double` or an `Integer`; null if the text is no value of this component.
  @Nullable Object read(String value) {
    return switch (kind) {
      case TEXT -> value;
      case INCHI_KEY -> inchiKey(value);
      case CAS_NUMBER -> cas(value);
      case ABOVE_ZERO -> aboveZero(value);
      case POSITION -> position(value);
      case SIGNED -> Charges.parse(value);
      case DURATION -> Durations.parse(value);
    };
  }

  private static @Nullable String inchiKey(String value) {
    String key = value.toUpperCase(Locale.ROOT);
    return Compound.isInchiKey(key) ? key : null;
  }

  private static @Nullable String cas(String value) {
    return value.length() <= 12 && value.matches("[1-9]\\d{1,6}-\\d\\d-\\d") ? value : null;
  }

  private static @Nullable Double position(String value) {
    double number = Numbers.parse(value);
    return Peaks.isPosition(number) ? number : null;
  }

  private static @Nullable Double aboveZero(String value) {
    double number = Numbers.parse(value);
    return number > 0 && number < Double.POSITIVE_INFINITY ? number : null;
  }
}
