package org.tripoint.node.sharing;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.sharing.Received.Leave;
import org.tripoint.node.sharing.SharingBasis.Assurance;
import org.tripoint.node.sharing.SharingBasis.Onward;
import org.tripoint.node.sharing.SharingDecision.Allowed;
import org.tripoint.node.sharing.SharingDecision.Naming;
import org.tripoint.node.sharing.SharingDecision.Reason;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.Marking.Tlp;
import org.tripoint.vocabulary.Part;

/// May this record leave this node? A pure function; the answer is no unless every policy lets it
/// pass.
///
/// Policies are asked in the order of [Reason]; the first that objects decides, so that a refusal
/// names the most fundamental obstacle. They look at the marking, the kind and which parts are
/// held, never at content: a decision can tell nothing that the content says.
///
/// Source: TLP 2.0 (FIRST, 2022), from which we depart to the strict side: a record names its
/// recipients whatever its colour; the third-agency rule for what came from a partner: it goes on
/// where its marking and the basis on which it came let it, or where its originator was asked and
/// said yes to that recipient. That yes stands in for the marking's recipients and colour, and for
/// nothing else.
public final class DecideSharing {

  /// Objects to sharing, or lets it pass.
  private interface SharingPolicy {
    @Nullable Reason objects(Question question);
  }

  /// @param leaves what the originator has allowed this recipient by name; empty when nobody was
  ///   asked
  private record Question(
      Candidate candidate,
      Transfer transfer,
      SharingBasis basis,
      LocalDate on,
      List<Leave> leaves) {
    Marking marking() {
      return candidate.marking();
    }

    boolean hasLeave() {
      return !leaves.isEmpty();
    }
  }

  private static final List<SharingPolicy> POLICIES =
      List.of(
          DecideSharing::basis,
          DecideSharing::content,
          DecideSharing::handling,
          DecideSharing::recipient,
          DecideSharing::purpose,
          DecideSharing::time,
          DecideSharing::originator);

  private DecideSharing() {}

  /// Whether the candidate may go that way on that day, and how much of it.
  ///
  /// @param basis what it would rest on; without one nothing is shared
  /// @param on the day
  public static SharingDecision decide(
      Candidate candidate, Transfer transfer, Optional<SharingBasis> basis, LocalDate on) {
    if (basis.isEmpty()) {
      return Reason.NO_BASIS.refused();
    }
    SharingDecision unasked = decide(new Question(candidate, transfer, basis.get(), on, List.of()));
    Received received = candidate.received();
    if (unasked instanceof Allowed || received == null) {
      return unasked;
    }
    List<Leave> leaves =
        received.leaves().stream().filter(leave -> leave.isFor(transfer, on)).toList();
    return leaves.isEmpty()
        ? unasked
        : decide(new Question(candidate, transfer, basis.get(), on, leaves));
  }

  private static SharingDecision decide(Question question) {
    for (SharingPolicy policy : POLICIES) {
      Reason reason = policy.objects(question);
      if (reason != null) {
        return reason.refused();
      }
    }
    return new Allowed(new Variant(parts(question), naming(question.marking())));
  }

  /// Whether two people may let the candidate go although [#decide] refuses it, and how much of it.
  ///
  /// Their word stands in for the agreement and for the marking of this node's own record: its
  /// colour, its countries, agencies and purpose. It stands in for nothing else: what another
  /// country originated is not theirs to give, what has expired or is gone is given to nobody, a
  /// missing assessment of mistreatment risk is missing, a person's health is never for law
  /// enforcement, and a protected source is never named.
  ///
  /// @param asked the parts that are asked for
  public static SharingDecision decideByBreakGlass(
      Candidate candidate, Transfer transfer, Set<Part> asked, Assurance assurance, LocalDate on) {
    if (assurance == Assurance.MISSING) {
      return Reason.ASSURANCE_MISSING.refused();
    }
    if (!candidate.held().contains(Part.OPEN)) {
      return Reason.NOTHING_HELD.refused();
    }
    LocalDate expires = candidate.marking().expires();
    if (expires != null && on.isAfter(expires)) {
      return Reason.EXPIRED.refused();
    }
    if (candidate.originator() != null) {
      return Reason.ORIGINATOR_MUST_BE_ASKED.refused();
    }
    EnumSet<Part> parts = EnumSet.of(Part.OPEN);
    for (Part part : candidate.held()) {
      if (asked.contains(part) && serves(part, transfer.purpose())) {
        parts.add(part);
      }
    }
    return new Allowed(new Variant(parts, naming(candidate.marking())));
  }

  private static @Nullable Reason basis(Question question) {
    SharingBasis basis = question.basis();
    Transfer transfer = question.transfer();
    if (!basis.from().equals(transfer.giver())
        || !basis.to().equals(transfer.recipient().country())) {
      return Reason.BASIS_OF_OTHER_COUNTRIES;
    }
    if (!basis.isInForce(question.on())) {
      return Reason.BASIS_NOT_IN_FORCE;
    }
    if (!basis.kinds().contains(question.candidate().kind())) {
      return Reason.KIND_NOT_COVERED;
    }
    if (!basis.purposes().contains(transfer.purpose())) {
      return Reason.PURPOSE_NOT_COVERED;
    }
    return basis.assurance() == Assurance.MISSING ? Reason.ASSURANCE_MISSING : null;
  }

  private static @Nullable Reason content(Question question) {
    return question.candidate().held().contains(Part.OPEN) ? null : Reason.NOTHING_HELD;
  }

  private static @Nullable Reason handling(Question question) {
    return switch (question.marking().tlp()) {
      case RED -> Reason.FOR_ITS_ORIGINATOR_ONLY;
      case AMBER_STRICT ->
          question.marking().releasableToAgencies().isEmpty() && !question.hasLeave()
              ? Reason.NO_AGENCY_NAMED
              : null;
      case AMBER, GREEN, CLEAR -> null;
    };
  }

  private static @Nullable Reason recipient(Question question) {
    if (question.hasLeave()) {
      return null;
    }
    Marking marking = question.marking();
    Recipient recipient = question.transfer().recipient();
    if (!marking.releasableToCountries().contains(recipient.country())) {
      return Reason.COUNTRY_NOT_NAMED;
    }
    Set<String> named = marking.releasableToAgencies();
    return named.isEmpty() || named.containsAll(recipient.agencies())
        ? null
        : Reason.AGENCY_NOT_NAMED;
  }

  private static @Nullable Reason purpose(Question question) {
    Purpose marked = question.marking().purpose();
    return marked == Purpose.ANY_LAWFUL || marked == question.transfer().purpose()
        ? null
        : Reason.OTHER_PURPOSE;
  }

  private static @Nullable Reason time(Question question) {
    LocalDate expires = question.marking().expires();
    return expires != null && question.on().isAfter(expires) ? Reason.EXPIRED : null;
  }

  /// What a partner gave stays its originator's: it goes on only where its marking, its colour and
  /// a basis on which it was given for that purpose all let it, or where its originator said so. No
  /// yes helps against bases that all forbid it. What was passed on once goes no further.
  private static @Nullable Reason originator(Question question) {
    Candidate candidate = question.candidate();
    if (candidate.originator() == null) {
      return null;
    }
    if (candidate.originator().equals(question.transfer().recipient().country())) {
      return Reason.BACK_TO_ITS_ORIGINATOR;
    }
    Received received = candidate.received();
    if (received == null
        || received.passedOn()
        || received.ways().stream().allMatch(way -> way.onward() == Onward.NEVER)) {
      return Reason.NOT_TO_BE_PASSED_ON;
    }
    if (question.hasLeave()) {
      return null;
    }
    if (candidate.marking().originatorControl()) {
      return Reason.ORIGINATOR_MUST_BE_ASKED;
    }
    Tlp tlp = candidate.marking().tlp();
    Purpose purpose = question.transfer().purpose();
    return tlp != Tlp.AMBER
            && tlp != Tlp.AMBER_STRICT
            && received.ways().stream().anyMatch(way -> lets(way, purpose))
        ? null
        : Reason.ORIGINATOR_MUST_BE_ASKED;
  }

  private static boolean lets(Received.Way way, Purpose purpose) {
    return way.onward() == Onward.ALLOWED
        && (way.purpose() == purpose || way.purpose() == Purpose.ANY_LAWFUL);
  }

  /// The open part; names for enforcement and regulation only, health for public health only.
  private static Set<Part> parts(Question question) {
    EnumSet<Part> parts = EnumSet.of(Part.OPEN);
    for (Part part : question.candidate().held()) {
      boolean given =
          !question.hasLeave()
              || question.leaves().stream().anyMatch(leave -> leave.parts().contains(part));
      if (given
          && question.basis().parts().contains(part)
          && serves(part, question.transfer().purpose())) {
        parts.add(part);
      }
    }
    return parts;
  }

  private static boolean serves(Part part, Purpose purpose) {
    return switch (part) {
      case OPEN -> true;
      case NOMINAL -> purpose == Purpose.LAW_ENFORCEMENT || purpose == Purpose.REGULATION;
      case HEALTH -> purpose == Purpose.PUBLIC_HEALTH;
    };
  }

  private static Naming naming(Marking marking) {
    return marking.protectedSource() ? Naming.SOURCE_PROTECTED : Naming.SOURCE_NAMED;
  }
}
