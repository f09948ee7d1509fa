package org.tripoint.node.desks.seizures.doubles;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tripoint.node.signals.RaiseSignal;
import org.tripoint.vocabulary.RecordId;

/// Looks among new events for reports of one seizure by two agencies: the same or the next day, the
/// same place, the same substance, quantities within 2 %.
///
/// A pair that chance would bring about as well raises nothing, nor does an event that agrees with
/// more than three others. How far it has read is kept in the transaction of what it raises.
@Component
class FindDoubleReports {

  private static final int EVENTS_AT_ONCE = 2_000;
  private static final int MOST_MATCHES = 3;

  private final JdbcTemplate jdbc;
  private final AlikeReports alike;
  private final PartnersOfPair partners;
  private final RaiseSignal signals;
  private final TransactionTemplate transaction;

  FindDoubleReports(
      JdbcTemplate jdbc,
      AlikeReports alike,
      PartnersOfPair partners,
      RaiseSignal signals,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.alike = alike;
    this.partners = partners;
    this.signals = signals;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// Reads every event that has come since, and raises what it finds.
  ///
  /// @return pairs raised
  int catchUp() {
    int raised = 0;
    Step step = next();
    while (step.read() > 0) {
      raised += step.raised();
      step = next();
    }
    return raised;
  }

  private Step next() {
    Step step = transaction.execute(status -> step());
    return step == null ? new Step(0, 0) : step;
  }

  private Step step() {
    Long position =
        jdbc.queryForObject("select position from seizures.detection for update", Long.class);
    long from = position == null ? -1 : position;
    List<Long> sequences =
        jdbc.queryForList(
            "select sequence from seizures.event where sequence > ? order by sequence limit ?",
            Long.class,
            from,
            EVENTS_AT_ONCE);
    if (sequences.isEmpty()) {
      return new Step(0, 0);
    }
    long to = sequences.getLast();
    List<LikelyPair> pairs = specific(alike.list(from, to));
    pairs.forEach(pair -> signals.raise(pair.toSignal()));
    jdbc.update("update seizures.detection set position = ?", to);
    return new Step(sequences.size(), pairs.size());
  }

  /// Pairs that chance does not explain, of events that agree with few others.
  private List<LikelyPair> specific(List<LikelyPair> pairs) {
    Map<RecordId, Integer> matches = new HashMap<>();
    for (LikelyPair pair : pairs) {
      matches.merge(pair.first(), 1, Integer::sum);
      matches.merge(pair.second(), 1, Integer::sum);
    }
    return pairs.stream()
        .filter(pair ->
            matches.getOrDefault(pair.first(), 0) <= MOST_MATCHES
                && matches.getOrDefault(pair.second(), 0) <= MOST_MATCHES)
        .map(partners::tell)
        .filter(LikelyPair::isUnlikelyByChance)
        .toList();
  }

  /// @param read events read
  /// @param raised pairs raised
  private record Step(int read, int raised) {}
}
