package org.tripoint.node.desks.law;

import java.util.List;
import org.tripoint.node.desks.law.MatrixView.EntryView;
import org.tripoint.node.web.Option;

/// One answer of the matrix with what people said of it.
///
/// @param on the day, as addresses have it
/// @param entries what the answer rests on
/// @param facts entries that people here entered for the substance and jurisdiction
public record AnswerView(
    String substance,
    String name,
    String jurisdiction,
    String jurisdictionName,
    String on,
    String day,
    String outcome,
    String tone,
    List<EntryView> entries,
    List<ReviewView> reviews,
    List<FactView> facts,
    List<Option> verdicts,
    List<Option> says,
    List<Option> dateKinds,
    List<Option> certainties) {

  public AnswerView {
    entries = List.copyOf(entries);
    reviews = List.copyOf(reviews);
    facts = List.copyOf(facts);
    verdicts = List.copyOf(verdicts);
    says = List.copyOf(says);
    dateKinds = List.copyOf(dateKinds);
    certainties = List.copyOf(certainties);
  }

  /// A review.
  ///
  /// @param answer what the matrix answered then
  public record ReviewView(
      String record, String reviewer, String when, String verdict, String answer, String note) {}

  /// A fact that a person entered.
  ///
  /// @param record its record
  public record FactView(String record, String entry, String dates, String citation, String by) {}
}
