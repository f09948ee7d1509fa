package org.tripoint.node.metrics;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tripoint.node.ledger.RecordVersion;

/// What a desk lets be counted about one kind: the dimensions people filter by and the measures
/// that add up. Declared as a Spring bean by the desk; metrics keeps the cells.
public interface Cube {

  /// A short stable name, such as `seizure-figures`.
  String name();

  /// The kind of record it counts.
  String kind();

  /// Every kind whose versions hold facts of it: its own, and what takes off from it.
  default Set<String> kinds() {
    return Set.of(kind());
  }

  /// Declared dimensions, at most six, month apart. Every filter over them is answered from cells.
  /// A cube none of whose dimensions has history answers for today only.
  List<Dimension> dimensions();

  /// Names of the measures, such as `kilograms`, `events`.
  List<String> measures();

  /// True when what is counted are people's health data, so that computed cells go through the
  /// small-cell rules: its sums are no metric, and only who asks for sums of people is given them.
  boolean health();

  /// True when its facts are figures that their source has published as they are, so that no
  /// small-cell rule of this node applies to them.
  default boolean published() {
    return false;
  }

  /// The facts in one version; empty when it holds none. Pure.
  List<Fact> factsOf(RecordVersion version);

  /// One of the ways in which the facts are told apart.
  ///
  /// @param name such as `country`, `substance`, `agency`
  /// @param history true when figures by this dimension must answer for past days and checkpoints
  /// @param few true when it has a dozen values at most (a form, a count basis): sums over it alone
  ///   are then added up when asked for rather than kept
  /// @param apart true when its values are not to be added up (countries, sources that overlap): no
  ///   sum over it is kept but the one over everything
  record Dimension(String name, boolean history, boolean few, boolean apart) {
    public Dimension(String name, boolean history) {
      this(name, history, false);
    }

    public Dimension(String name, boolean history, boolean few) {
      this(name, history, few, false);
    }

    /// The same dimension, its values told apart.
    public Dimension toldApart() {
      return new Dimension(name, history, few, true);
    }
  }

  /// What a record adds to the sums.
  ///
  /// @param month the month it counts in
  /// @param at one value for each dimension, never null or blank; `?` where it is not known
  /// @param amounts exact amounts by measure; absent measures are 0
  record Fact(YearMonth month, Map<String, String> at, Map<String, BigDecimal> amounts) {
    public Fact {
      at = Map.copyOf(at);
      amounts = Map.copyOf(amounts);
    }
  }
}
