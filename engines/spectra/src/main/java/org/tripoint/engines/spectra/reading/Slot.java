package org.tripoint.engines.spectra.reading;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tripoint.engines.spectra.spectrum.Compound;
import org.tripoint.engines.spectra.spectrum.Peaks;

/// Components of an entry that a key of some dialect fills, each with what makes a value of it.
enum Slot {
  NAME(Slot::text),
  ACCESSION(Slot::text),
  CONTRIBUTOR(Slot::text),
  LICENCE(Slot::text),
  AUTHOR(Slot::text),
  INCHI_KEY(Slot::inchiKey),
  SMILES(Slot::text),
  FORMULA(Slot::text),
  CAS(Slot::cas),
  EXACT_MASS(Slot::aboveZero),
  PRECURSOR_MZ(Slot::position),
  CHARGE(Charges::parse),
  ADDUCT(Slot::text),
  INSTRUMENT_TYPE(Slot::text),
  INSTRUMENT(Slot::text),
  COLLISION_ENERGY(Slot::text),
  IONISATION_ENERGY(Slot::text),
  RETENTION_SECONDS(Durations::parse),
  RETENTION_INDEX(Slot::aboveZero),
  DERIVATIVE(Slot::text);

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

  private final Function<String, @Nullable Object> read;

  Slot(Function<String, @Nullable Object> read) {
    this.read = read;
  }

  /// The component that a key fills.
  ///
  /// @param plainKey without case, spaces and signs
  static @Nullable Slot of(String plainKey) {
    return BY_KEY.get(plainKey);
  }

  /// A text, a `Double` or an `Integer`; null if the text is no value of this component.
  @Nullable Object read(String value) {
    return read.apply(value);
  }

  private static String text(String value) {
    return value;
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
