package org.tripoint.node.sharing;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.sharing.Audiences.Audience;
import org.tripoint.node.sharing.SharingDecision.Reason;
import org.tripoint.vocabulary.Country;

/// Whether an audience may have a version now, and how much of it: the decision of the wire, asked
/// for one record, for whoever of the audience reads on this node.
@Service
public class DecideForReader {

  private final Audiences audiences;
  private final CalledBack calledBack;
  private final Country giver;

  DecideForReader(
      Audiences audiences,
      CalledBack calledBack,
      @Value("${tripoint.node.country}") String country) {
    this.audiences = audiences;
    this.calledBack = calledBack;
    this.giver = Country.of(country);
  }

  /// Today's decision on the version.
  ///
  /// @param audience its bit; no agreement's or one that has ended is refused
  /// @param on the day
  public SharingDecision decide(RecordVersion version, int audience, LocalDate on) {
    Optional<Audience> reader =
        audiences.all().stream()
            .filter(one -> one.bit() == audience && !one.ended() && !one.isExceptional())
            .findFirst();
    if (reader.isEmpty()) {
      return Reason.NO_BASIS.refused();
    }
    Traits traits = Traits.of(version.header());
    if (version.emptied().isPresent()) {
      traits = traits.emptied();
    }
    if (traits.partner() != null) {
      // What a partner gave is read where that partner gives it.
      return Reason.NOT_TO_BE_PASSED_ON.refused();
    }
    if (calledBack.goesBeyond(version.header())) {
      return Reason.FOR_ITS_ORIGINATOR_ONLY.refused();
    }
    return DecideSharing.decide(
        traits.candidate(null),
        reader.get().from(giver),
        Optional.of(reader.get().terms().basis()),
        on);
  }
}
