package org.tripoint.node.desks.liaison;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tripoint.node.accounts.OpenLiaisonAccount;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.FiledRecords.Kept;
import org.tripoint.node.sharing.ReadShared.SharedAudience;

/// Officers of partners on this node: posted by an administrator under an agreement, until a day.
@Service
class PostOfficers {

  private final Entries entries;
  private final OpenLiaisonAccount accounts;
  private final Here here;

  PostOfficers(Entries entries, OpenLiaisonAccount accounts, Here here) {
    this.entries = entries;
    this.accounts = accounts;
    this.here = here;
  }

  /// What an administrator says of a new officer.
  record Asked(
      String account,
      String fullName,
      String partner,
      String audience,
      String agency,
      String zone,
      LocalDate until) {}

  /// Why nobody was posted; each has words.
  enum Refusal {
    NO_SUCH_AUDIENCE,
    AGENCY_OF_ANOTHER,
    NO_SUCH_ZONE,
    DAY_IS_OVER,
    NAME_TAKEN_OR_NONE
  }

  /// A refusal with its reason.
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    Refused(Refusal refusal) {
      super(refusal.name());
      this.refusal = refusal;
    }

    Refusal refusal() {
      return refusal;
    }
  }

  /// Makes the account and the posting.
  ///
  /// @return the one-time password
  @Transactional(rollbackFor = Refused.class)
  public String post(Asked asked, String actor) throws Refused {
    SharedAudience audience =
        here.audience(asked.partner(), asked.audience())
            .orElseThrow(() -> new Refused(Refusal.NO_SUCH_AUDIENCE));
    if (!audience.agencies().contains(asked.agency())) {
      throw new Refused(Refusal.AGENCY_OF_ANOTHER);
    }
    if (!ZoneId.getAvailableZoneIds().contains(asked.zone())) {
      throw new Refused(Refusal.NO_SUCH_ZONE);
    }
    LocalDate today = here.today();
    if (asked.until().isBefore(today)) {
      throw new Refused(Refusal.DAY_IS_OVER);
    }
    String password =
        accounts
            .open(asked.account(), asked.fullName(), asked.until(), actor)
            .orElseThrow(() -> new Refused(Refusal.NAME_TAKEN_OR_NONE));
    LiaisonPosting posting =
        new LiaisonPosting(
            asked.account(),
            asked.fullName().strip(),
            asked.partner(),
            asked.audience(),
            audience.country(),
            asked.agency(),
            asked.zone(),
            today,
            asked.until());
    here.append(
        new Entry.Put<>(LiaisonPosting.KIND, asked.account(), posting, Here.own(), null), actor);
    return password;
  }

  /// The officer behind an account, if posted today under an agreement that stands.
  Optional<Posted> find(String account) {
    LocalDate today = here.today();
    return entries.listUnder(LiaisonPosting.KIND, account).stream()
        .filter(one -> one.origin() == null && one.content().isOn(today))
        .flatMap(one -> posted(one).stream())
        .findFirst();
  }

  private Optional<Posted> posted(Kept<LiaisonPosting> one) {
    LiaisonPosting posting = one.content();
    return here.audience(posting.partner(), posting.audience())
        .filter(audience -> audience.agencies().contains(posting.agency()))
        .map(audience -> new Posted(one.record(), posting, audience));
  }

  List<Kept<LiaisonPosting>> list() {
    return entries.list(LiaisonPosting.KIND, 500);
  }
}
