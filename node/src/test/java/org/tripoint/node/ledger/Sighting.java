package org.tripoint.node.ledger;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.tripoint.vocabulary.InPart;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.RawText;

/// A small kind for the ledger's own tests.
record Sighting(
    String what,
    BigDecimal amount,
    @RawText @Nullable String amountText,
    @InPart(Part.NOMINAL) @Nullable String person,
    @InPart(Part.HEALTH) @Nullable String injury) {
  static final Kind<Sighting> KIND = Kind.of("sighting", 1, Sighting.class);

  static Sighting of(String what, String amount) {
    return new Sighting(what, new BigDecimal(amount), null, null, null);
  }
}
