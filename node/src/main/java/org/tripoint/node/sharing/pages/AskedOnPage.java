package org.tripoint.node.sharing.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tripoint.node.sharing.ReadDisclosures.Asked;
import org.tripoint.node.sharing.ReadDisclosures.Disclosed;
import org.tripoint.node.sharing.ReadDisclosures.Place;
import org.tripoint.vocabulary.RecordId;

/// What the address of the page asks for, as it was typed.
///
/// @param record id of a record, or empty
/// @param from first day, or empty
/// @param to last day, or empty
/// @param before place after which the page begins, as `added.audience`
/// @param after place before which the page ends
public record AskedOnPage(
    String partner,
    String record,
    String kind,
    String from,
    String to,
    String before,
    String after) {

  private static final String PATH = "/exchange/disclosures";
  private static final Pattern PLACE = Pattern.compile("([0-9]{1,18})\\.([0-9]{1,2})");

  /// Takes what is missing as empty.
  public AskedOnPage(
      @Nullable String partner,
      @Nullable String record,
      @Nullable String kind,
      @Nullable String from,
      @Nullable String to,
      @Nullable String before,
      @Nullable String after) {
    this.partner = text(partner);
    this.record = text(record);
    this.kind = text(kind);
    this.from = text(from);
    this.to = text(to);
    this.before = text(before);
    this.after = text(after);
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value.strip();
  }

  /// True when record and days are what they should be.
  public boolean isReadable() {
    return isRecord() && isDay(from) && isDay(to);
  }

  /// True when the record is empty or an id.
  public boolean isRecord() {
    try {
      return record.isEmpty() || !RecordId.parse(record).toString().isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /// True when it is empty or a day.
  public static boolean isDay(String day) {
    try {
      return day.isEmpty() || LocalDate.parse(day).getYear() < 10_000;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /// True when anything narrows the list.
  public boolean isFiltered() {
    return !(partner + record + kind + from + to).isEmpty();
  }

  Optional<Place> place() {
    return place(after, true).or(() -> place(before, false));
  }

  private static Optional<Place> place(String text, boolean newer) {
    Matcher place = PLACE.matcher(text);
    return place.matches()
        ? Optional.of(
            new Place(Long.parseLong(place.group(1)), Integer.parseInt(place.group(2)), newer))
        : Optional.empty();
  }

  /// The address of the first page.
  String address() {
    return PATH + "?" + query();
  }

  /// The address of the page on one side of a line.
  String address(String side, Disclosed line) {
    return address() + "&" + side + "=" + line.line().dateAdded() + "." + line.audience();
  }

  /// The filter, as an address says it.
  public String query() {
    return "partner=%s&record=%s&kind=%s&from=%s&to=%s"
        .formatted(encode(partner), encode(record), encode(kind), encode(from), encode(to));
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /// Days begin and end where the node is.
  @Component
  static class Days {
    private final ZoneId zone;

    Days(@Value("${tripoint.zone:UTC}") ZoneId zone) {
      this.zone = zone;
    }

    /// What a readable page asks for.
    Asked asked(AskedOnPage page) {
      return new Asked(
          page.partner(),
          page.record().isEmpty() ? null : RecordId.parse(page.record()),
          page.kind(),
          page.from().isEmpty() ? 0 : micros(LocalDate.parse(page.from())),
          page.to().isEmpty() ? Long.MAX_VALUE : micros(LocalDate.parse(page.to()).plusDays(1)));
    }

    private long micros(LocalDate day) {
      return ChronoUnit.MICROS.between(Instant.EPOCH, day.atStartOfDay(zone).toInstant());
    }
  }
}
