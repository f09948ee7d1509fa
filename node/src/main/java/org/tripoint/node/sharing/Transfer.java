package org.tripoint.node.sharing;

import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking.Purpose;

/// From whom to whom, and what for.
///
/// @param giver the country of this node
/// @param recipient who would read it
/// @param purpose what it would be used for
public record Transfer(Country giver, Recipient recipient, Purpose purpose) {
  public Transfer {
    if (giver.equals(recipient.country())) {
      throw new IllegalArgumentException("expected a recipient outside " + giver);
    }
  }
}
