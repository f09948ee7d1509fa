package org.tripoint.node.retention;

import java.time.LocalDate;
import org.tripoint.vocabulary.Part;

/// Something that is due for records kept alike.
///
/// @param part the part it is about; the open part stands for the whole record
/// @param on the day
/// @param why `rule:` and the rule's name, `basis:` and partner and basis, or `marking`
public record Due(Action action, Part part, LocalDate on, String why) {

  static final String MARKING = "marking";
  static final String RULE = "rule:";
  static final String BASIS = "basis:";

  /// What is due.
  public enum Action {
    REVIEW,
    PURGE
  }
}
