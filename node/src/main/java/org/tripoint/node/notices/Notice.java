package org.tripoint.node.notices;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.ledger.Filed;
import org.tripoint.node.notices.NoticeBody.Section;
import org.tripoint.node.notices.NoticeBody.Table;
import org.tripoint.node.web.Language;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.InPart;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.Outline;
import org.tripoint.vocabulary.Outlined;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.Place;
import org.tripoint.vocabulary.StatedByNode;

/// A released notice: the content of kind `notice`. It holds only parts that partners may have.
///
/// @param number names it on every node: the country, the day and eight digits, such as
///   `CA-20261122-7f3a91c2`
/// @param edition from 1; a new edition is a new version of the record
/// @param from the country that says it
/// @param quorum how many partners must countersign before its public part is published
/// @param releasedBy who released it, or null where names did not travel
/// @param at when it was released; when it was closed once it is
/// @param closedFor why it is closed, or null while it stands
@StatedByNode
public record Notice(
    String number,
    int edition,
    Country from,
    NoticeBody body,
    int quorum,
    @InPart(Part.NOMINAL) @Nullable String releasedBy,
    Instant at,
    @Nullable String closedFor)
    implements Filed, Outlined {

  public static final Kind<Notice> KIND = Kind.of("notice", 1, Notice.class);

  static final int LONGEST_REASON = 1_000;

  private static final Pattern NUMBER = Pattern.compile("[A-Z]{2}-[0-9]{8}-[0-9a-f]{8}");

  public Notice {
    requireNumber(number);
    if (!number.startsWith(from.code()) || quorum < 0 || quorum > 2) {
      throw new IllegalArgumentException("expected the country's number and a quorum of 0 to 2");
    }
  }

  static void requireNumber(String number) {
    if (!NUMBER.matcher(number).matches()) {
      throw new IllegalArgumentException("expected the number of a notice, found " + number);
    }
  }

  static String requireReason(String reason) {
    if (reason.strip().length() < 3 || reason.length() > LONGEST_REASON) {
      throw new IllegalArgumentException("expected a reason of 3 to 1000 characters");
    }
    return reason.strip();
  }

  boolean isClosed() {
    return closedFor != null;
  }

  Notice closed(String reason, Instant now) {
    return new Notice(number, edition, from, body, quorum, releasedBy, now, requireReason(reason));
  }

  @Override
  public Outline outline() {
    return new Outline.Report(
        body.title().in(Language.ENGLISH).isBlank() ? number : body.title().in(Language.ENGLISH),
        text(),
        Stream.of(
                body.type().name(),
                body.urgency().name(),
                closedFor == null ? "RELEASED" : "CLOSED")
            .map(one -> one.toLowerCase(Locale.ROOT).replace('_', '-'))
            .toList(),
        at,
        Place.country(from),
        body.substances().stream().flatMap(one -> one.structure().stream()).toList());
  }

  /// What it says in English to programs that know no more: number and edition, the parts under
  /// their headings, the figures line by line.
  private String text() {
    List<String> lines = new ArrayList<>(List.of("%s, edition %s".formatted(number, edition)));
    if (closedFor != null) {
      lines.add("Closed: " + closedFor);
    }
    for (Section one : body.sections()) {
      String heading = one.heading().name();
      lines.add(heading.charAt(0) + heading.substring(1).toLowerCase(Locale.ROOT));
      lines.add(one.text().in(Language.ENGLISH));
    }
    for (Table table : body.tables()) {
      lines.add(table.title().in(Language.ENGLISH));
      table
          .rows()
          .forEach(row ->
              lines.add(row.label().in(Language.ENGLISH) + ": " + String.join("; ", row.cells())));
    }
    return String.join("\n", lines);
  }

  @Override
  public String filedUnder() {
    return number;
  }

  @Override
  public Instant filedAt() {
    return at;
  }
}
