package org.tripoint.node.desks.liaison;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.ledger.Filed;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.MadeHere;
import org.tripoint.vocabulary.Marking.Purpose;

/// Content of kind `liaison-rule`: which of the records that a partner's audience is given its
/// officers may look at here. It gives nothing that sharing does not give.
///
/// @param partner short name of the partner
/// @param audience name of the audience in its agreement
/// @param title what it is called
/// @param kinds kinds of record; at least one
/// @param place code of a place that a record must name, such as `MX` or `MX-COL`; "" for any
/// @param family code of the family that a substance in it is counted under; "" for any
/// @param since publications from this day, or null for all
/// @param purpose what the audience is given things for
/// @param instrument the basis's instrument as it read when the rule was agreed
/// @param until last day
@MadeHere
public record LiaisonRule(
    String partner,
    String audience,
    String title,
    Set<String> kinds,
    String place,
    String family,
    @Nullable LocalDate since,
    Purpose purpose,
    String instrument,
    LocalDate until,
    String proposedBy,
    String agreedBy,
    Instant agreedAt)
    implements Filed {

  public static final Kind<LiaisonRule> KIND = Kind.of("liaison-rule", 1, LiaisonRule.class);

  static final int LONGEST_TITLE = 200;

  public LiaisonRule {
    kinds = Collections.unmodifiableSet(new TreeSet<>(kinds));
    if (kinds.isEmpty()) {
      throw new IllegalArgumentException("expected at least one kind");
    }
    if (title.isBlank() || title.length() > LONGEST_TITLE) {
      throw new IllegalArgumentException("expected a title of 1 to 200 characters");
    }
    if (proposedBy.equals(agreedBy)) {
      throw new IllegalArgumentException("expected two people");
    }
  }

  LiaisonRule agreed(String by, Instant at) {
    return new LiaisonRule(
        partner,
        audience,
        title,
        kinds,
        place,
        family,
        since,
        purpose,
        instrument,
        until,
        proposedBy,
        by,
        at);
  }

  @Override
  public String filedUnder() {
    return partner;
  }

  @Override
  public Instant filedAt() {
    return agreedAt;
  }
}
