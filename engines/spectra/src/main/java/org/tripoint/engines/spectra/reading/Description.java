package org.tripoint.engines.spectra.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tripoint.engines.spectra.spectrum.Acquisition;
import org.tripoint.engines.spectra.spectrum.Compound;
import org.tripoint.engines.spectra.spectrum.Field;
import org.tripoint.engines.spectra.spectrum.LibraryEntry;
import org.tripoint.engines.spectra.spectrum.Peaks;
import org.tripoint.engines.spectra.spectrum.Polarity;
import org.tripoint.engines.spectra.spectrum.Provenance;
import org.tripoint.engines.spectra.spectrum.Spectrum;
import org.tripoint.engines.spectra.spectrum.SpectrumKind;

/// What an entry says of itself, while it is being read.
///
/// Keys are those of all dialects, written in any way: case, spaces and signs do not count. The
/// first value of a key counts; later ones, values that are none of their kind and keys of no
/// component are kept as read. Values that say nothing (`N/A`) are dropped.
final class Description {

  private static final Set<String> NOTHING =
      Set.of("", "n/a", "na", "null", "none", "unknown", "nan", "-", "?");

  private final ReadingLimits limits;
  private final Pool pool;
  private final Map<Slot, Object> values = new EnumMap<>(Slot.class);
  private final List<String> synonyms = new ArrayList<>();
  private final List<Field> further = new ArrayList<>();
  private final KindOfSpectrum kind = new KindOfSpectrum();
  private Polarity polarity = Polarity.UNKNOWN;
  private int fields;

  Description(ReadingLimits limits, Pool pool) {
    this.limits = limits;
    this.pool = pool;
  }

  /// Whether nothing was said yet.
  boolean isEmpty() {
    return fields == 0;
  }

  boolean has(Slot slot) {
    return values.containsKey(slot);
  }

  KindOfSpectrum kind() {
    return kind;
  }

  /// Takes a key and its value.
  void put(String key, String written) throws Unfit {
    String value = counted(key, written);
    if (!saysNothing(value) && !place(plain(key), value)) {
      further.add(new Field(pool.one(key.strip()), pool.one(value)));
    }
  }

  /// Keeps a key and its value as read, whatever the key.
  void keep(String key, String written) throws Unfit {
    String value = counted(key, written);
    if (!saysNothing(value)) {
      further.add(new Field(pool.one(key.strip()), pool.one(value)));
    }
  }

  /// A value that the format itself states; of no interest to a limit.
  void set(Slot slot, Object value) {
    values.putIfAbsent(slot, value);
  }

  private String counted(String key, String written) throws Unfit {
    String value = written.strip();
    if (value.length() > limits.characters() || key.length() > limits.characters()) {
      throw Unfit.entry(Fault.VALUE_TOO_LONG, key, limits.characters());
    }
    if (++fields > limits.fields()) {
      throw Unfit.entry(Fault.TOO_MANY_FIELDS, limits.fields());
    }
    return value;
  }

  static boolean saysNothing(String value) {
    return value.length() <= 7 && NOTHING.contains(value.toLowerCase(Locale.ROOT));
  }

  /// A key without case, spaces and signs.
  static String plain(String key) {
    StringBuilder plain = new StringBuilder(key.length());
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        plain.append(Character.toLowerCase(c));
      }
    }
    return plain.toString();
  }

  /// Whether the value has found its place.
  private boolean place(String key, String value) throws Unfit {
    Slot slot = Slot.of(key);
    if (slot != null) {
      return place(slot, value);
    }
    return switch (key) {
      // NIST writes codes such as `$:00in-source` as synonyms.
      case "synon", "synonym", "synonyms" -> !value.startsWith("$:") && synonyms.add(value);
      case "ionmode", "polarity", "ionizationmode", "ionisationmode" -> polarity(value);
      case "spectrumtype", "mslevel", "mstype" -> kind.level(value);
      case "ionization", "ionisation" -> kind.ionisation(value);
      case "rtinseconds", "retentionseconds" -> place(Slot.RETENTION_SECONDS, value + " s");
      case "comments", "comment" -> comments(value);
      default -> false;
    };
  }

  private boolean place(Slot slot, String value) throws Unfit {
    int semicolon = slot == Slot.CAS ? value.indexOf(';') : -1;
    Object read = slot.read(semicolon < 0 ? value : value.substring(0, semicolon).strip());
    if (read == null || values.putIfAbsent(slot, pooled(slot, read)) != null) {
      return false;
    }
    // NIST puts its own number on the line of the CAS number: `110-63-4;  NIST#: 19`.
    int colon = value.indexOf(':', Math.max(0, semicolon));
    if (semicolon >= 0 && colon > 0) {
      keep(value.substring(semicolon + 1, colon), value.substring(colon + 1));
    }
    return true;
  }

  private Object pooled(Slot slot, Object value) {
    return value instanceof String text && slot != Slot.ACCESSION ? pool.one(text) : value;
  }

  /// `"key=value" "key=value"`; any other comment is kept as it is.
  private boolean comments(String value) throws Unfit {
    if (!value.startsWith("\"") || value.indexOf('=') < 0) {
      return false;
    }
    for (String part : value.substring(1).split("\"\\s+\"", limits.fields() + 1)) {
      String pair = part.endsWith("\"") ? part.substring(0, part.length() - 1) : part;
      int equals = pair.indexOf('=');
      String key = equals > 0 ? pair.substring(0, equals) : "";
      if (key.isBlank() || plain(key).startsWith("comment")) {
        keep("Comments", pair);
      } else {
        put(key, pair.substring(equals + 1));
      }
    }
    return true;
  }

  private boolean polarity(String value) {
    Polarity said =
        switch (value.toLowerCase(Locale.ROOT)) {
          case "p", "+", "pos", "positive" -> Polarity.POSITIVE;
          case "n", "-", "neg", "negative" -> Polarity.NEGATIVE;
          default -> Polarity.UNKNOWN;
        };
    if (said == Polarity.UNKNOWN || polarity != Polarity.UNKNOWN) {
      return false;
    }
    polarity = said;
    return true;
  }

  /// The entry.
  ///
  /// @param number of the entry in its file; what it is called by when nothing else is said
  LibraryEntry entry(Peaks peaks, long number) {
    Acquisition acquisition =
        new Acquisition(
            polarity,
            number(Slot.PRECURSOR_MZ),
            charge(),
            text(Slot.ADDUCT),
            text(Slot.INSTRUMENT_TYPE),
            text(Slot.INSTRUMENT),
            text(Slot.COLLISION_ENERGY),
            text(Slot.IONISATION_ENERGY),
            number(Slot.RETENTION_SECONDS),
            number(Slot.RETENTION_INDEX),
            text(Slot.DERIVATIVE));
    SpectrumKind of = kind.of(text(Slot.INSTRUMENT_TYPE), has(Slot.PRECURSOR_MZ));
    return new LibraryEntry(
        new Spectrum(of, peaks, acquisition), compound(number), provenance(), further);
  }

  Compound compound(long number) {
    String name = text(Slot.NAME);
    String accession = text(Slot.ACCESSION);
    return new Compound(
        name != null ? name : accession != null ? accession : "#" + number,
        synonyms,
        text(Slot.INCHI_KEY),
        text(Slot.SMILES),
        text(Slot.FORMULA),
        number(Slot.EXACT_MASS),
        text(Slot.CAS));
  }

  Provenance provenance() {
    return new Provenance(
        text(Slot.ACCESSION), text(Slot.CONTRIBUTOR), text(Slot.LICENCE), text(Slot.AUTHOR));
  }

  List<Field> further() {
    return further;
  }

  /// A charge is written without its sign where the polarity tells it.
  private @Nullable Integer charge() {
    Integer charge = (Integer) values.get(Slot.CHARGE);
    return charge != null && charge > 0 && polarity == Polarity.NEGATIVE
        ? Integer.valueOf(-charge)
        : charge;
  }

  private @Nullable String text(Slot slot) {
    return (String) values.get(slot);
  }

  private @Nullable Double number(Slot slot) {
    return (Double) values.get(slot);
  }
}
