package org.tripoint.node.desks.liaison;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.tripoint.node.ledger.Filed;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.InPart;
import org.tripoint.vocabulary.KeyInPart;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.MadeHere;
import org.tripoint.vocabulary.Part;

/// Content of kind `liaison-posting`: an officer of a partner who works on this node.
///
/// @param account with which the officer signs in
/// @param fullName as colleagues read it
/// @param partner short name of the partner whose officer it is
/// @param audience name of the audience in the partner's agreement that the officer reads with
/// @param country whose officer it is
/// @param agency the officer's own, one of the audience's
/// @param zone the officer's time zone at home
/// @param start first day
/// @param until last day
@MadeHere
@KeyInPart(Part.NOMINAL)
public record LiaisonPosting(
    @InPart(Part.NOMINAL) String account,
    @InPart(Part.NOMINAL) String fullName,
    String partner,
    String audience,
    Country country,
    String agency,
    String zone,
    LocalDate start,
    LocalDate until)
    implements Filed {

  public static final Kind<LiaisonPosting> KIND =
      Kind.of("liaison-posting", 1, LiaisonPosting.class);

  public LiaisonPosting {
    if (until.isBefore(start)) {
      throw new IllegalArgumentException("expected a last day on or after " + start);
    }
    if (!ZoneId.getAvailableZoneIds().contains(zone)) {
      throw new IllegalArgumentException("expected a time zone such as America/Mexico_City");
    }
  }

  /// True on the days between, both ends included.
  boolean isOn(LocalDate day) {
    return !day.isBefore(start) && !day.isAfter(until);
  }

  @Override
  public String filedUnder() {
    return account;
  }

  @Override
  public Instant filedAt() {
    return start.atStartOfDay().toInstant(ZoneOffset.UTC);
  }
}
