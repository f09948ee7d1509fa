package org.tripoint.engines.chemistry.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.tripoint.engines.chemistry.structure.FindParent;
import org.tripoint.engines.chemistry.structure.Parent;
import org.tripoint.engines.chemistry.structure.Removed;
import org.tripoint.engines.chemistry.structure.Structure;
import org.tripoint.engines.chemistry.structure.StructureLimits;

/// Answers: do a jurisdiction's rules take this structure in on this day, and why.
///
/// An exception by name goes first, then listings by name, then class definitions: a structure that
/// is listed stays under its listing. Costs some tens of microseconds where the structure's key is
/// known and it is its own parent.
public final class DecideCoverage {

  private final FindParent parents = new FindParent(StructureLimits.usual());

  public Coverage decide(RuleSet rules, Structure structure, LocalDate day) {
    return decide(rules, study(structure), day);
  }

  /// The structure made ready to be asked about on many days.
  public StudiedStructure study(Structure structure) {
    return new StudiedStructure(parents.of(structure));
  }

  public Coverage decide(RuleSet rules, StudiedStructure studied, LocalDate day) {
    return switch (studied.parent()) {
      case Parent.Mixture mixture ->
          new Coverage(Verdict.NEEDS_A_CHEMIST, List.of(new Ground.Mixture()), List.of(), mixture);
      case Parent.Of of -> decide(rules, of, studied, day);
    };
  }

  /// How one class definition reads a structure, whatever the day and whatever is listed by name.
  public ClassReading read(ClassRule rule, Structure structure) {
    return switch (parents.of(structure)) {
      case Parent.Mixture ignored ->
          new ClassReading(Verdict.NEEDS_A_CHEMIST, List.of(), "mixture");
      case Parent.Of of -> ReadByClass.read(rule, of.structure());
    };
  }

  private static Coverage decide(
      RuleSet rules, Parent.Of parent, StudiedStructure studied, LocalDate day) {
    List<Ground> named = byName(rules, parent, studied, day);
    List<Ground> byClass = byClass(rules, parent.structure(), studied, day);
    List<Ground> all = new ArrayList<>(named);
    all.addAll(byClass);
    if (all.stream().anyMatch(one -> one.verdict() == Verdict.IN)) {
      all.removeIf(Ground.NotControlled.class::isInstance);
    }
    boolean excepted =
        named.stream()
            .anyMatch(one -> one instanceof Ground.Excepted && one.verdict() == Verdict.OUT);
    Verdict verdict =
        excepted
            ? Verdict.OUT
            : all.stream().map(Ground::verdict).min(Comparator.naturalOrder()).orElse(Verdict.OUT);
    return new Coverage(
        verdict,
        all,
        verdict == Verdict.OUT ? nearMisses(rules, parent.structure(), studied, day) : List.of(),
        parent);
  }

  private static List<Ground> byName(
      RuleSet rules, Parent.Of parent, StudiedStructure studied, LocalDate day) {
    List<Ground> grounds = new ArrayList<>();
    for (Listing listing : rules.listingsOf(parent.structure().skeleton())) {
      switch (listing.validity().on(day)) {
        case HOLDS -> match(listing, parent, grounds);
        case PENDING -> {
          if (listing.says() != Listing.Says.NOT_CONTROLLED
              && !otherStereoisomer(listing, parent.structure())) {
            grounds.add(new Ground.Pending(listing));
          }
        }
        case NOT_YET, OVER -> {}
      }
    }
    if (grounds.stream().noneMatch(one -> one.verdict() == Verdict.IN)
        && grounds.stream().noneMatch(Ground.Excepted.class::isInstance)) {
      derived(rules, studied.derived(rules, parent.structure()), day, grounds);
    }
    grounds.sort(
        Comparator.comparing((Ground one) -> !(one instanceof Ground.Excepted))
            .thenComparing(Ground::verdict)
            .thenComparing(one -> !(one instanceof Ground.NotControlled)));
    return grounds;
  }

  private static void match(Listing listing, Parent.Of parent, List<Ground> grounds) {
    if (otherStereoisomer(listing, parent.structure())) {
      return;
    }
    Ground.Match match = Ground.Match.ITSELF;
    if (isStereoNotStated(listing, parent.structure().inchiKey())) {
      match = Ground.Match.STEREO_NOT_STATED;
    } else if (!listing.has(Listing.Covers.SALTS) && isSalt(parent)) {
      match = Ground.Match.SALT_NOT_COVERED;
    }
    grounds.add(
        switch (listing.says()) {
          case TAKEN_IN -> new Ground.Listed(listing, match);
          case EXCEPTED -> new Ground.Excepted(listing, match);
          case NOT_CONTROLLED -> new Ground.NotControlled(listing);
        });
  }

  /// Whether the listing names one stereoisomer and the structure is certainly another: it states
  /// as many stereochemical elements and has another key.
  private static boolean otherStereoisomer(Listing listing, Structure structure) {
    return otherStereoisomer(listing, structure.inchiKey(), structure.stereoElements());
  }

  private static boolean otherStereoisomer(Listing listing, String key, int stereoElements) {
    return isStereoNotStated(listing, key)
        && stereoElements >= listing.substance().stereoElements();
  }

  /// Whether the listing names one stereoisomer and a structure of the same skeleton is not known
  /// to be it.
  private static boolean isStereoNotStated(Listing listing, String key) {
    return listing.has(Listing.Covers.STEREOISOMER) && !listing.substance().inchiKey().equals(key);
  }

  private static boolean isSalt(Parent.Of parent) {
    return parent.removed().stream()
        .map(Removed::what)
        .anyMatch(what ->
            what == Removed.What.ACID || what == Removed.What.BASE || what == Removed.What.METAL);
  }

  private static void derived(
      RuleSet rules, StudiedStructure.Derived from, LocalDate day, List<Ground> grounds) {
    derived(rules, from.esters(), Listing.Covers.ESTERS, Ground.Match.ESTER, day, grounds);
    derived(rules, from.ethers(), Listing.Covers.ETHERS, Ground.Match.ETHER, day, grounds);
  }

  private static void derived(
      RuleSet rules,
      Collection<Cut.Piece> pieces,
      Listing.Covers covers,
      Ground.Match match,
      LocalDate day,
      List<Ground> grounds) {
    for (Cut.Piece piece : pieces) {
      for (Listing listing : rules.listingsOf(piece.skeleton())) {
        if (listing.has(covers)
            && listing.says() == Listing.Says.TAKEN_IN
            && listing.validity().on(day) == Validity.State.HOLDS
            && !otherStereoisomer(listing, piece.inchiKey(), piece.stereoElements())) {
          grounds.add(
              new Ground.Listed(
                  listing,
                  isStereoNotStated(listing, piece.inchiKey())
                      ? Ground.Match.STEREO_NOT_STATED
                      : match));
        }
      }
    }
  }

  private static List<Ground> byClass(
      RuleSet rules, Structure parent, StudiedStructure studied, LocalDate day) {
    List<Ground> grounds = new ArrayList<>();
    for (ClassRule rule : rules.classes()) {
      if (rule.validity().on(day) == Validity.State.HOLDS) {
        ClassReading reading = studied.read(rule, parent);
        if (reading.verdict() != Verdict.OUT) {
          grounds.add(new Ground.ByClass(rule, reading));
        }
      }
    }
    grounds.sort(Comparator.comparing(Ground::verdict));
    return grounds;
  }

  /// Class definitions whose core is there and that keep the structure out by one difference.
  private static List<Ground.ByClass> nearMisses(
      RuleSet rules, Structure parent, StudiedStructure studied, LocalDate day) {
    return rules.classes().stream()
        .filter(rule -> rule.validity().on(day) == Validity.State.HOLDS)
        .map(rule -> new Ground.ByClass(rule, studied.read(rule, parent)))
        .filter(near -> near.reading().isNearMiss())
        .toList();
  }
}
