package org.tripoint.node.desks.law;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.MadeHere;

/// Content of kind `law-reading`: the text of an instrument as a file of its publisher has it.
/// Another reading of the same instrument in the same language is another version of the record.
///
/// @param instrument its number or name, such as `C-38.8`, `SOR/2002-359`
/// @param language two letters
/// @param title as the file has it
/// @param currentTo day to which the file says that it is current, or null
/// @param amended day of the last amendment that the file tells of, or null
/// @param sha256 of the file
/// @param items the items of its schedules, or the rows of a list, in order
@MadeHere
public record LawReading(
    String instrument,
    String language,
    String title,
    @Nullable LocalDate currentTo,
    @Nullable LocalDate amended,
    String sha256,
    List<Item> items) {

  public static final Kind<LawReading> KIND = Kind.of("law-reading", 1, LawReading.class);

  public static final int MOST_ITEMS = 20_000;
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  public LawReading {
    items = List.copyOf(items);
    if (instrument.isBlank() || instrument.length() > 100 || title.length() > 1_000) {
      throw new IllegalArgumentException("expected an instrument and its title");
    }
    if (!LANGUAGE.matcher(language).matches() || !HASH.matcher(sha256).matches()) {
      throw new IllegalArgumentException("expected a language and a hash");
    }
    if (items.size() > MOST_ITEMS) {
      throw new IllegalArgumentException("expected at most " + MOST_ITEMS + " items");
    }
  }

  /// The record's key.
  public String key() {
    return instrument + "/" + language;
  }

  /// One item.
  ///
  /// @param path where it stands, such as `VI-1-30(2)`; not unique where the publisher numbers none
  /// @param text its words, blanks as one blank
  /// @param since day from which the publisher says that it is in force, or null
  /// @param hash first 16 hexadecimal digits of the SHA-256 of its words
  public record Item(String path, String text, @Nullable LocalDate since, String hash) {}
}
