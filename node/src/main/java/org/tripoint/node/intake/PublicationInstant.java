package org.tripoint.node.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.ledger.ReleaseContent.PublishedBasis;

/// When a file was published, as well as it can be known: said by the sender, else stated in the
/// file, else in its name, else estimated from the last day it covers.
final class PublicationInstant {

  private static final Pattern IN_NAME =
      Pattern.compile("(?<!\\d)((?:19|20)\\d{2})-(\\d{2})(?:-(\\d{2}))?(?!\\d)");

  private PublicationInstant() {}

  /// The last `yyyy-mm-dd` or `yyyy-mm` (its first day) in the name that is not after the day the
  /// file arrived.
  static Optional<Publication> inName(String fileName, Instant received) {
    Optional<Publication> last = Optional.empty();
    Matcher matcher = IN_NAME.matcher(fileName);
    while (matcher.find()) {
      Optional<Instant> found =
          day(matcher.group(1), matcher.group(2), matcher.group(3))
              .filter(instant -> !instant.isAfter(received));
      if (found.isPresent()) {
        last = found.map(instant -> new Publication(instant, PublishedBasis.IN_FILE_NAME));
      }
    }
    return last;
  }

  static Publication estimate(LocalDate lastDay, int usualLagDays, Instant received) {
    Instant usual = lastDay.plusDays(usualLagDays).atStartOfDay(ZoneOffset.UTC).toInstant();
    return new Publication(
        usual.isAfter(received) ? received : usual, PublishedBasis.ESTIMATED_FROM_LAST_PERIOD);
  }

  /// The last day on which something that the file reports can have happened: the day after its
  /// publication, as clocks differ by up to a day. A month in a file's name stands for all of it.
  static LocalDate lastDayOfEvents(Publication publication) {
    LocalDate day = publication.instant().atZone(ZoneOffset.UTC).toLocalDate();
    boolean isMonth =
        publication.basis() == PublishedBasis.IN_FILE_NAME && day.getDayOfMonth() == 1;
    return (isMonth ? day.plusMonths(1).minusDays(1) : day).plusDays(1);
  }

  private static Optional<Instant> day(String year, String month, @Nullable String day) {
    try {
      int dayOfMonth = day == null ? 1 : Integer.parseInt(day);
      return Optional.of(
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), dayOfMonth)
              .atStartOfDay(ZoneOffset.UTC)
              .toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
