package org.tripoint.node.sharing;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.Permission;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.Marking.Tlp;

/// What a person takes away from who may have a record and for what. Whatever it is applied to,
/// nobody may have more afterwards, and for nothing else: what would widen a marking changes
/// nothing.
///
/// @param withoutCountries countries that may no longer have it
/// @param withoutAgencies agencies that may no longer have it
/// @param tlp the colour beyond which it does not go, or null
/// @param originatorControl true when every passing on must be asked from now on
/// @param courtUse the most that may be done in court, or null
/// @param derivativeUse the most that may be done in other products, or null
/// @param purpose the one purpose of what had any, or null
/// @param expires the last day of use, or null
/// @param protectedSource true when its source must not be named from now on
/// @param verifyBeforeAction true when its originator must be asked before anyone acts on it
public record Narrowing(
    Set<Country> withoutCountries,
    Set<String> withoutAgencies,
    @Nullable Tlp tlp,
    boolean originatorControl,
    @Nullable Permission courtUse,
    @Nullable Permission derivativeUse,
    @Nullable Purpose purpose,
    @Nullable LocalDate expires,
    boolean protectedSource,
    boolean verifyBeforeAction) {

  /// For writing and reading it as canonical JSON; no record of the ledger is of it.
  static final Kind<Narrowing> AS_TEXT = Kind.of("narrowing", 1, Narrowing.class);

  /// Nobody but its originator may have it.
  static final Narrowing ALL =
      new Narrowing(Set.of(), Set.of(), Tlp.RED, false, null, null, null, null, false, false);

  public Narrowing {
    withoutCountries = Collections.unmodifiableSet(new TreeSet<>(withoutCountries));
    withoutAgencies = Collections.unmodifiableSet(new TreeSet<>(withoutAgencies));
  }

  /// The marking that is left.
  ///
  /// @param known agencies that audiences of this node have: a marking that names none stands for
  ///   all of them once one is taken away
  public Marking of(Marking marking, Set<String> known) {
    Tlp colour = lesser(marking.tlp(), tlp);
    boolean named = !marking.releasableToAgencies().isEmpty();
    Set<String> agencies = agencies(marking, known);
    boolean nobody =
        colour == Tlp.RED || (agencies.isEmpty() && (named || !withoutAgencies.isEmpty()));
    LocalDate end = earlier(marking.expires(), expires);
    return new Marking(
        colour,
        nobody ? Set.of() : countries(marking),
        agencies,
        marking.originatorControl() || originatorControl,
        stricter(marking.courtUse(), courtUse),
        stricter(marking.derivativeUse(), derivativeUse),
        purpose != null && marking.purpose() == Purpose.ANY_LAWFUL ? purpose : marking.purpose(),
        end,
        marking.reviewOn() == null ? null : earlier(marking.reviewOn(), end),
        marking.protectedSource() || protectedSource,
        marking.sourceGrade(),
        marking.informationGrade(),
        marking.verifyBeforeAction() || verifyBeforeAction);
  }

  private Set<Country> countries(Marking marking) {
    Set<Country> left = new TreeSet<>(marking.releasableToCountries());
    left.removeAll(withoutCountries);
    return left;
  }

  /// No agency named means none under the strict colour or where no country is, and else any.
  private Set<String> agencies(Marking marking, Set<String> known) {
    Set<String> named = marking.releasableToAgencies();
    boolean none =
        named.isEmpty()
            && (marking.tlp() == Tlp.AMBER_STRICT || marking.releasableToCountries().isEmpty());
    if (withoutAgencies.isEmpty() || none) {
      return named;
    }
    Set<String> left = new TreeSet<>(named.isEmpty() ? known : named);
    left.removeAll(withoutAgencies);
    return left;
  }

  private static Tlp lesser(Tlp marked, @Nullable Tlp most) {
    return most != null && most.compareTo(marked) < 0 ? most : marked;
  }

  private static Permission stricter(Permission marked, @Nullable Permission most) {
    return most != null && most.compareTo(marked) > 0 ? most : marked;
  }

  private static @Nullable LocalDate earlier(
      @Nullable LocalDate marked, @Nullable LocalDate latest) {
    return marked == null || (latest != null && latest.isBefore(marked)) ? latest : marked;
  }
}
