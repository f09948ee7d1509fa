package org.tripoint.node.sharing;

import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.tripoint.node.ledger.AppendRecords;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.RecordId;

/// Puts agreements with partners into the ledger, and ends them.
@Service
public class KeepAgreements {

  static final String SOURCE = "partners";

  private final AppendRecords ledger;
  private final Audiences audiences;
  private final Country here;
  private final Clock clock;

  KeepAgreements(
      AppendRecords ledger,
      Audiences audiences,
      @Value("${tripoint.node.country}") String country,
      Clock clock) {
    this.ledger = ledger;
    this.audiences = audiences;
    this.here = Country.of(country);
    this.clock = clock;
  }

  /// The node would have more standing audiences than it can keep apart in a mask.
  public static final class TooManyAudiences extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    TooManyAudiences() {
      super("expected at most %d audiences of all agreements".formatted(Audiences.MOST));
    }
  }

  /// Makes the agreement, or what it now says instead of what it said.
  ///
  /// @throws TooManyAudiences if more than 64 audiences would stand at a time
  /// @throws IllegalArgumentException if the partner is of this node's own country, or an audience
  ///   rests on a basis that does not give from here to there
  public RecordId keep(PartnerAgreement agreement, String actor) {
    if (agreement.country().equals(here)) {
      throw new IllegalArgumentException("expected a partner outside " + here);
    }
    for (PartnerAgreement.Audience audience : agreement.audiences()) {
      SharingBasis basis = agreement.basis(audience.basis());
      if (basis.id().equals(SharingBasis.BREAK_GLASS)
          || audience.name().startsWith(SharingBasis.BREAK_GLASS)) {
        throw new IllegalArgumentException(
            "expected another name than '" + SharingBasis.BREAK_GLASS + "': it is no agreement's");
      }
      if (!basis.from().equals(here) || !basis.to().equals(agreement.country())) {
        throw new IllegalArgumentException(
            "expected a basis from %s to %s for the audience '%s', found '%s' from %s to %s"
                .formatted(
                    here,
                    agreement.country(),
                    audience.name(),
                    basis.id(),
                    basis.from(),
                    basis.to()));
      }
    }
    if (audiences.areTooMany(agreement)) {
      throw new TooManyAudiences();
    }
    return append(
        new Entry.Put<>(
            PartnerAgreement.KIND,
            agreement.partner(),
            agreement,
            Marking.originatorOnly(Purpose.ANY_LAWFUL),
            null),
        actor);
  }

  /// Ends the agreement: everything that rests on it is called back.
  public RecordId end(String partner, String reason, String actor) {
    return append(new Entry.Withdraw(PartnerAgreement.KIND, partner, reason), actor);
  }

  private RecordId append(Entry entry, String actor) {
    Batch batch = new Batch(SOURCE, null, clock.instant(), actor, List.of(entry));
    return ledger.append(batch).outcomes().getFirst().requireRecord();
  }
}
