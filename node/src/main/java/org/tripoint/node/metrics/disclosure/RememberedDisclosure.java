package org.tripoint.node.metrics.disclosure;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tripoint.node.metrics.disclosure.CountTable.Cell;
import org.tripoint.node.metrics.disclosure.CountTable.Line;
import org.tripoint.node.metrics.disclosure.DisclosedTable.DisclosedCell;
import org.tripoint.node.metrics.disclosure.DisclosedTable.Reason;
import org.tripoint.node.metrics.disclosure.Suppression.Earlier;

/// Applies the small-cell rules, and remembers what was shown before it is.
@Service
class RememberedDisclosure implements DiscloseCounts {

  private final DisclosureMemory memory;
  private final Clock clock;
  private final int threshold;

  RememberedDisclosure(
      DisclosureMemory memory,
      Clock clock,
      @Value("${tripoint.small-cells.threshold:9}") int threshold) {
    if (threshold < 1 || threshold > 1_000) {
      throw new IllegalArgumentException(
          "expected a small-cell threshold from 1 to 1000, found " + threshold);
    }
    this.memory = memory;
    this.clock = clock;
    this.threshold = threshold;
  }

  @Override
  public int threshold() {
    return threshold;
  }

  @Override
  @Transactional
  public DisclosedTable disclose(CountTable table) {
    return disclose(
        table, fingerprint(table), earlier -> Suppression.choose(table, earlier, threshold));
  }

  @Override
  @Transactional
  public DisclosedTable discloseWithoutTotals(CountTable table, Set<Said> said) {
    Set<Cell> known =
        table.cells().stream()
            .filter(cell -> said.contains(new Said(cell.row(), cell.column())))
            .collect(Collectors.toSet());
    String numbers =
        said.stream().map(s -> s.row() + ":" + s.column()).sorted().toList().toString();
    return disclose(
        table,
        fingerprint(table) + " " + sha256(numbers),
        earlier -> Suppression.chooseWithoutTotals(table, earlier, threshold, known));
  }

  private DisclosedTable disclose(
      CountTable table, String fingerprint, Function<List<Earlier>, Set<Cell>> choose) {
    memory.lock(table.series());
    Optional<Set<Cell>> known = memory.findHidden(table, fingerprint);
    if (known.isPresent()) {
      return show(table, known.get());
    }
    List<Earlier> earlier = memory.listOverlapping(table);
    Set<Cell> hidden = choose.apply(earlier);
    memory.remember(table, fingerprint, hidden, clock.instant());
    return show(table, hidden);
  }

  private static DisclosedTable show(CountTable table, Set<Cell> hidden) {
    boolean nothingLeft =
        table.cells().stream().allMatch(c -> hidden.contains(c) || table.count(c) == 0);
    Reason reason = nothingLeft ? Reason.WHOLE_TABLE : Reason.SMALL_NUMBERS;
    List<List<DisclosedCell>> rows = new ArrayList<>();
    for (Cell cell : table.cells()) {
      if (cell.column() == 0) {
        rows.add(new ArrayList<>());
      }
      long count = table.count(cell);
      rows.getLast()
          .add(
              count == 0
                  ? new DisclosedCell.Zero()
                  : hidden.contains(cell)
                      ? new DisclosedCell.Suppressed(reason)
                      : new DisclosedCell.Shown(count));
    }
    return new DisclosedTable(labels(table.rows()), labels(table.columns()), rows);
  }

  private static List<String> labels(List<Line> lines) {
    return lines.stream().map(Line::label).toList();
  }

  /// The same for the same rows, columns, counts and threshold.
  private String fingerprint(CountTable table) {
    String text =
        threshold
            + "\n"
            + table.rows().stream().map(l -> l.covers().toString()).collect(Collectors.joining("|"))
            + "\n"
            + table.columns().stream()
                .map(l -> l.covers().toString())
                .collect(Collectors.joining("|"))
            + "\n"
            + table.counts();
    return sha256(text);
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("expected SHA-256 in every Java", e);
    }
  }
}
