package org.tripoint.node.sharing;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.RecordKinds;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.RecordId;

/// The audiences of all agreements. Each has a number of its own for good, so that what stands in
/// its log is never another's; its place in masks is what is left of the number divided by 64. A
/// mask only says where it is worth looking: two audiences at one place are told apart by their
/// numbers.
@Component
class Audiences implements FindAgreement {

  /// Audiences of agreements that may stand at a time; those that ended take no place.
  static final int MOST = 64;

  private static final int PLACES = 64;

  private static final Kind<Terms> TERMS = Kind.of("audience-terms", 1, Terms.class);

  private final JdbcTemplate jdbc;
  private final RecordKinds kinds;

  Audiences(JdbcTemplate jdbc, RecordKinds kinds) {
    this.jdbc = jdbc;
    this.kinds = kinds;
  }

  /// What an audience is given things under.
  record Terms(Country country, Set<String> agencies, Purpose purpose, SharingBasis basis) {
    Terms {
      agencies = Set.copyOf(agencies);
    }
  }

  /// @param bit its number, never another's
  /// @param ended true when the agreement no longer has it: it may be given nothing
  record Audience(int bit, String partner, String name, Terms terms, boolean ended) {
    /// True when it stands beside an audience, for what two people let go by exception.
    boolean isExceptional() {
      return terms.basis().id().equals(SharingBasis.BREAK_GLASS);
    }

    Transfer from(Country giver) {
      return new Transfer(giver, new Recipient(terms.country(), terms.agencies()), terms.purpose());
    }
  }

  /// Takes an agreement as it now stands; one that holds nothing ends all its audiences.
  void apply(RecordId record, Optional<PartnerAgreement> agreement) {
    Set<String> names = new HashSet<>();
    if (agreement.isPresent()) {
      for (PartnerAgreement.Audience audience : agreement.get().audiences()) {
        names.add(audience.name());
        put(record, audience, agreement.get());
      }
    }
    jdbc.update(
        "update sharing.audience set ended = true where agreement = ? and not name = any (?)",
        record.value(),
        names.toArray(String[]::new));
  }

  private void put(
      RecordId record, PartnerAgreement.Audience audience, PartnerAgreement agreement) {
    put(
        record,
        agreement.partner(),
        audience.name(),
        new Terms(
            agreement.country(),
            audience.agencies(),
            audience.purpose(),
            agreement.basis(audience.basis())));
  }

  private void put(RecordId record, String partner, String name, Terms agreed) {
    String terms = kinds.write(TERMS, agreed);
    int changed =
        jdbc.update(
            "update sharing.audience set terms = ?, ended = false where partner = ? and name = ?",
            terms,
            partner,
            name);
    if (changed == 0) {
      jdbc.update(
          """
          insert into sharing.audience (bit, agreement, partner, name, terms, ended)
          select coalesce(max(bit), -1) + 1, ?, ?, ?, ?, false from sharing.audience
          """,
          record.value(),
          partner,
          name,
          terms);
    }
  }

  /// The name of the audience beside one, for what is let go by exception.
  static String beside(String name) {
    return SharingBasis.BREAK_GLASS + "-" + name;
  }

  /// The place of the audience beside the one that a release is for, a new one if there is none;
  /// empty if the agreement never had it.
  Optional<Integer> beside(BreakGlassRelease release, RecordId record) {
    Optional<Audience> base = find(release.partner(), release.audience());
    base.ifPresent(
        one -> put(record, one.partner(), beside(one.name()), exceptional(one, release)));
    return find(release.partner(), beside(release.audience())).map(Audience::bit);
  }

  private static Terms exceptional(Audience base, BreakGlassRelease release) {
    Terms terms = base.terms();
    SharingBasis basis =
        new SharingBasis(
            SharingBasis.BREAK_GLASS,
            "Break-glass: released by two people, for a time",
            terms.basis().from(),
            terms.basis().to(),
            Set.of(),
            Set.of(Part.OPEN),
            Set.of(terms.purpose()),
            SharingBasis.Onward.NEVER,
            release.assurance(),
            LocalDate.ofInstant(release.confirmedAt(), ZoneOffset.UTC),
            null,
            terms.basis().retentionDays());
    return new Terms(terms.country(), terms.agencies(), terms.purpose(), basis);
  }

  private Optional<Audience> find(String partner, String name) {
    return all().stream()
        .filter(one -> one.partner().equals(partner) && one.name().equals(name))
        .findFirst();
  }

  /// The place of an audience in masks, from 0 to 63.
  static int place(int bit) {
    return bit % PLACES;
  }

  /// True when the agreement would make the standing audiences more than [#MOST], and more than its
  /// partner has now: fewer may always be agreed.
  boolean areTooMany(PartnerAgreement agreement) {
    List<Audience> standing =
        all().stream().filter(one -> !one.ended() && !one.isExceptional()).toList();
    long its = standing.stream().filter(one -> one.partner().equals(agreement.partner())).count();
    int agreed = agreement.audiences().size();
    return agreed > its && standing.size() - its + agreed > MOST;
  }

  @Override
  public Optional<RecordId> find(String partner) {
    return jdbc
        .queryForList(
            """
            select agreement from sharing.audience where partner = ? and name not like ?
            order by bit desc limit 1
            """,
            UUID.class,
            partner,
            beside("%"))
        .stream()
        .map(RecordId::new)
        .findFirst();
  }

  /// By bit.
  List<Audience> all() {
    List<Audience> all = new ArrayList<>();
    jdbc.query(
        "select bit, partner, name, terms, ended from sharing.audience order by bit",
        row -> {
          all.add(
              new Audience(
                  row.getInt(1),
                  row.getString(2),
                  row.getString(3),
                  kinds.parse(TERMS, row.getString(4)),
                  row.getBoolean(5)));
        });
    return all;
  }
}
