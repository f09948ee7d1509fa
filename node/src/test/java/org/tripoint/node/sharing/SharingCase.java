package org.tripoint.node.sharing;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.sharing.SharingBasis.Assurance;
import org.tripoint.node.sharing.SharingBasis.Onward;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.InformationGrade;
import org.tripoint.vocabulary.Marking.Permission;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.Marking.SourceGrade;
import org.tripoint.vocabulary.Marking.Tlp;
import org.tripoint.vocabulary.Part;

/// One question to [DecideSharing], drawn so that about a third of all may go.
record SharingCase(
    Candidate candidate, Transfer transfer, Optional<SharingBasis> basis, LocalDate on) {

  static final LocalDate TODAY = LocalDate.of(2026, 3, 15);

  private static final List<Country> COUNTRIES =
      List.of(Country.CANADA, Country.MEXICO, Country.UNITED_STATES);
  private static final List<String> AGENCIES = List.of("RCMP", "CBSA", "FGR");
  private static final List<String> KINDS = List.of("seizure", "health-observation");

  SharingDecision decide() {
    return DecideSharing.decide(candidate, transfer, basis, on);
  }

  SharingCase with(Marking marking) {
    Candidate c = candidate;
    return new SharingCase(
        new Candidate(c.kind(), marking, c.held(), c.originator(), c.received()),
        transfer,
        basis,
        on);
  }

  static SharingCase draw(RandomGenerator random) {
    Country giver = Country.UNITED_STATES;
    Country receiver = random.nextBoolean() ? Country.CANADA : Country.MEXICO;
    Purpose purpose = one(random, List.of(Purpose.values()));
    Transfer transfer =
        new Transfer(giver, new Recipient(receiver, some(random, AGENCIES, 0.5, true)), purpose);
    Marking marking = marking(random, purpose);
    boolean foreign = random.nextInt(3) == 0;
    Country originator = foreign ? one(random, List.of(Country.CANADA, Country.MEXICO)) : null;
    Received received =
        originator != null && random.nextInt(5) > 0
            ? received(random, originator, transfer, purpose)
            : null;
    Candidate candidate =
        new Candidate(
            one(random, KINDS),
            marking,
            random.nextInt(12) == 0 ? Set.of() : parts(random),
            originator,
            received);
    return new SharingCase(
        candidate,
        transfer,
        random.nextInt(12) == 0
            ? Optional.empty()
            : Optional.of(basis(random, giver, receiver, purpose)),
        TODAY.plusDays(random.nextInt(-3, 4)));
  }

  /// On one way, with at most one leave.
  private static Received received(
      RandomGenerator random, Country originator, Transfer transfer, Purpose purpose) {
    Recipient recipient = transfer.recipient();
    Received.Leave leave =
        new Received.Leave(
            random.nextInt(8) == 0 ? one(random, COUNTRIES) : recipient.country(),
            random.nextInt(6) == 0 ? some(random, AGENCIES, 0.5, true) : recipient.agencies(),
            random.nextInt(8) == 0 ? one(random, List.of(Purpose.values())) : purpose,
            parts(random),
            TODAY.plusDays(random.nextInt(-2, 8)));
    Received.Way way =
        new Received.Way(
            one(random, List.of(Onward.values())),
            one(random, List.of(purpose, Purpose.ANY_LAWFUL, Purpose.REGULATION)));
    return new Received(
        random.nextInt(12) == 0 ? List.of() : List.of(way),
        originator,
        random.nextInt(10) == 0,
        random.nextBoolean() ? List.of() : List.of(leave));
  }

  private static Marking marking(RandomGenerator random, Purpose purpose) {
    Tlp tlp = one(random, List.of(Tlp.values()));
    return new Marking(
        tlp,
        tlp == Tlp.RED ? Set.of() : some(random, COUNTRIES, 0.8, false),
        random.nextBoolean() ? Set.of() : some(random, AGENCIES, 0.8, false),
        random.nextInt(3) == 0,
        one(random, List.of(Permission.values())),
        one(random, List.of(Permission.values())),
        one(random, List.of(purpose, Purpose.ANY_LAWFUL, one(random, List.of(Purpose.values())))),
        random.nextBoolean() ? null : TODAY.plusDays(random.nextInt(-2, 5)),
        null,
        random.nextInt(3) == 0,
        one(random, List.of(SourceGrade.values())),
        one(random, List.of(InformationGrade.values())),
        random.nextBoolean());
  }

  private static SharingBasis basis(
      RandomGenerator random, Country from, Country to, Purpose purpose) {
    boolean turned = random.nextInt(15) == 0;
    Set<Purpose> purposes = new LinkedHashSet<>(some(random, List.of(Purpose.values()), 0.3, true));
    if (random.nextInt(10) > 0) {
      purposes.add(purpose);
    }
    Set<Part> parts = parts(random);
    if (purposes.contains(Purpose.LAW_ENFORCEMENT)) {
      parts.remove(Part.HEALTH);
    }
    @Nullable LocalDate end = random.nextBoolean() ? null : TODAY.plusDays(random.nextInt(-1, 6));
    return new SharingBasis(
        "b-1",
        "An agreement",
        turned ? to : from,
        turned ? from : to,
        some(random, KINDS, 0.9, true),
        parts,
        purposes,
        one(random, List.of(Onward.values())),
        random.nextInt(10) == 0 ? Assurance.MISSING : Assurance.ON_FILE,
        TODAY.minusDays(random.nextInt(1, 10)),
        end,
        365);
  }

  /// The open part and any others.
  private static Set<Part> parts(RandomGenerator random) {
    EnumSet<Part> parts = EnumSet.of(Part.OPEN);
    for (Part part : Part.values()) {
      if (random.nextInt(3) > 0) {
        parts.add(part);
      }
    }
    return parts;
  }

  private static <T> T one(RandomGenerator random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private static <T> Set<T> some(
      RandomGenerator random, List<T> of, double chance, boolean atLeastOne) {
    Set<T> chosen = new LinkedHashSet<>();
    for (T value : of) {
      if (random.nextDouble() < chance) {
        chosen.add(value);
      }
    }
    if (atLeastOne && chosen.isEmpty()) {
      chosen.add(one(random, of));
    }
    return chosen;
  }
}
