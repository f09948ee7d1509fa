package org.tripoint.node.detectors;

import java.util.List;
import java.util.Set;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.vocabulary.Kind;

/// A watch over the records of one kind.
///
/// @param <T> their content
public abstract class WatchOfKind<T extends Record> implements Watch {

  private final String name;
  private final Kind<T> kind;
  private final Step step;
  private final List<String> dimensions;
  private final boolean absentIsZero;

  /// A watch with what [Watch] asks of it.
  protected WatchOfKind(
      String name, Kind<T> kind, Step step, List<String> dimensions, boolean absentIsZero) {
    this.name = name;
    this.kind = kind;
    this.step = step;
    this.dimensions = List.copyOf(dimensions);
    this.absentIsZero = absentIsZero;
  }

  /// The facts in one record's content. Pure.
  protected abstract List<Counted> countedIn(T content);

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final Set<String> kinds() {
    return Set.of(kind.name());
  }

  @Override
  public final Step step() {
    return step;
  }

  @Override
  public final List<String> dimensions() {
    return dimensions;
  }

  @Override
  public final boolean absentIsZero() {
    return absentIsZero;
  }

  @Override
  public final List<Counted> factsOf(RecordVersion version) {
    return version.content(kind).map(this::countedIn).orElse(List.of());
  }
}
