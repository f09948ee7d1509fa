package org.tripoint.node.desks.seizures.lists;

import java.time.YearMonth;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.tripoint.node.database.Sight;
import org.tripoint.node.substances.ReadSubstances;
import org.tripoint.vocabulary.SubstanceId;

/// How many events there are under a filter: of the cells where they can tell, else by counting
/// rows up to a limit.
@Component
public class SeizureCounts {

  /// Filters over other than declared dimensions are counted exactly up to here.
  public static final int LIMIT = 10_000;

  /// Keys of names that no list holds begin so.
  private static final String AS_REPORTED = "text:";

  private final SeizureCells cells;
  private final CountRows rows;
  private final MonthWindows windows;
  private final ReadSubstances substances;

  SeizureCounts(
      SeizureCells cells, CountRows rows, MonthWindows windows, ReadSubstances substances) {
    this.cells = cells;
    this.rows = rows;
    this.windows = windows;
    this.substances = substances;
  }

  /// How many there are, counted up to a limit.
  ///
  /// @param number how many, or the limit
  /// @param exact false when there are more
  public record Counted(long number, boolean exact) {}

  /// Events under the filter, every report counted.
  public Counted countEvents(SeizureFilter filter) {
    if (Sight.now().isPresent()) {
      // Cells count what this person may not see as well.
      return rows.count(filter, Set.of());
    }
    if (cells.isDeclaredForEvents(filter)) {
      return new Counted(cells.events(filter).longValue(), true);
    }
    return countThings(filter).orElseGet(() -> rows.count(filter, Set.of()));
  }

  /// Events that hold a thing under the filter, from cells; empty where cells cannot tell.
  ///
  /// Names that people have mapped to a family are counted beside it: rows with such a name and
  /// none of the family's own.
  private Optional<Counted> countThings(SeizureFilter filter) {
    if (!cells.isDeclaredForThings(filter)) {
      return Optional.empty();
    }
    Set<String> asked = filter.at().getOrDefault(Field.SUBSTANCE, Set.of());
    Set<String> mapped = new TreeSet<>(asked);
    mapped.removeIf(key -> !key.startsWith(AS_REPORTED));
    Set<String> listed = new TreeSet<>(asked);
    listed.removeAll(mapped);
    if (!asked.isEmpty() && !isWholeFamily(listed) && !(listed.isEmpty() && mapped.size() == 1)) {
      return Optional.empty();
    }
    if (listed.isEmpty() || mapped.isEmpty()) {
      return Optional.of(new Counted(cells.eventsOfThings(filter).longValue(), true));
    }
    Counted more = rows.count(filter.with(Field.SUBSTANCE, mapped), listed);
    long known = cells.eventsOfThings(filter.with(Field.SUBSTANCE, listed)).longValue();
    return Optional.of(new Counted(known + more.number(), more.exact()));
  }

  /// True when these are all the headings of one family.
  private boolean isWholeFamily(Set<String> keys) {
    if (keys.isEmpty()) {
      return false;
    }
    try {
      return substances
          .findFamily(SubstanceId.parse(keys.iterator().next()))
          .map(family -> substances.keysOf(family.code()))
          .filter(all ->
              keys.containsAll(all.stream().filter(k -> !k.startsWith(AS_REPORTED)).toList())
                  && all.containsAll(keys))
          .isPresent();
    } catch (IllegalArgumentException notASubstance) {
      return false;
    }
  }

  /// Months that may hold events under the filter, for counting them one after the other.
  public List<YearMonth> listMonths(SeizureFilter filter) {
    NavigableSet<YearMonth> months =
        windows
            .monthsOfEvents(filter)
            .orElseGet(() -> new TreeSet<>(cells.eventSeries(filter).keySet()));
    return List.copyOf(months.descendingSet());
  }

  /// Events under the filter that people found to be one with another that is counted.
  public long countMerged(SeizureFilter filter) {
    return rows.countMerged(filter);
  }
}
