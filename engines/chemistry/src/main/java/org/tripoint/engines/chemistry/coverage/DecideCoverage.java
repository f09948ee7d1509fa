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
    Parent parent = parents.of(structure);
    return switch (parent) {
      case Parent.Mixture mixture ->
          new Coverage(Verdict.NEEDS_A_CHEMIST, List.of(new Ground.Mixture()), mixture);
      case Parent.Of of -> decide(rules, of, day);
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

  private static Coverage decide(RuleSet rules, Parent.Of parent, LocalDate day) {
    List<Ground> named = byName(rules, parent, day);
    List<Ground> byClass = byClass(rules, parent.structure(), day);
    List<Ground> all = new ArrayList<>(named);
    all.addAll(byClass);
    boolean excepted =
        named.stream()
            .anyMatch(one -> one instanceof Ground.Excepted && one.verdict() == Verdict.OUT);
    Verdict verdict =
        excepted
            ? Verdict.OUT
            : all.stream().map(Ground::verdict).min(Comparator.naturalOrder()).orElse(Verdict.OUT);
    return new Coverage(verdict, all, parent);
  }

  private static List<Ground> byName(RuleSet rules, Parent.Of parent, LocalDate day) {
    List<Ground> grounds = new ArrayList<>();
    for (Listing listing : rules.listingsOf(parent.structure().skeleton())) {
      switch (listing.validity().on(day)) {
        case HOLDS -> match(listing, parent, grounds);
        case PENDING -> {
          if (!otherStereoisomer(listing, parent.structure())) {
            grounds.add(new Ground.Pending(listing));
          }
        }
        case NOT_YET, OVER -> {}
      }
    }
    if (grounds.stream().noneMatch(one -> one.verdict() == Verdict.IN)
        && grounds.stream().noneMatch(Ground.Excepted.class::isInstance)) {
      derived(rules, parent.structure(), day, grounds);
    }
    grounds.sort(
        Comparator.comparing((Ground one) -> !(one instanceof Ground.Excepted))
            .thenComparing(Ground::verdict));
    return grounds;
  }

  private static void match(Listing listing, Parent.Of parent, List<Ground> grounds) {
    if (otherStereoisomer(listing, parent.structure())) {
      return;
    }
    Ground.Match match = Ground.Match.ITSELF;
    if (listing.has(Listing.Covers.STEREOISOMER)
        && !listing.substance().inchiKey().equals(parent.structure().inchiKey())) {
      match = Ground.Match.STEREO_NOT_STATED;
    } else if (!listing.has(Listing.Covers.SALTS) && isSalt(parent)) {
      match = Ground.Match.SALT_NOT_COVERED;
    }
    grounds.add(
        listing.excepted()
            ? new Ground.Excepted(listing, match)
            : new Ground.Listed(listing, match));
  }

  /// Whether the listing names one stereoisomer and the structure is certainly another: it states
  /// as many stereochemical elements and has another key.
  private static boolean otherStereoisomer(Listing listing, Structure structure) {
    return listing.has(Listing.Covers.STEREOISOMER)
        && !listing.substance().inchiKey().equals(structure.inchiKey())
        && structure.stereoElements() >= listing.substance().stereoElements();
  }

  private static boolean isSalt(Parent.Of parent) {
    return parent.removed().stream()
        .map(Removed::what)
        .anyMatch(what ->
            what == Removed.What.ACID || what == Removed.What.BASE || what == Removed.What.METAL);
  }

  private static void derived(
      RuleSet rules, Structure structure, LocalDate day, List<Ground> grounds) {
    derived(
        rules,
        Cut.esters(structure, rules::mayDerive),
        Listing.Covers.ESTERS,
        Ground.Match.ESTER,
        day,
        grounds);
    derived(
        rules,
        Cut.ethers(structure, rules::mayDerive),
        Listing.Covers.ETHERS,
        Ground.Match.ETHER,
        day,
        grounds);
  }

  private static void derived(
      RuleSet rules,
      Collection<String> skeletons,
      Listing.Covers covers,
      Ground.Match match,
      LocalDate day,
      List<Ground> grounds) {
    for (String skeleton : skeletons) {
      for (Listing listing : rules.listingsOf(skeleton)) {
        if (listing.has(covers)
            && !listing.excepted()
            && !listing.has(Listing.Covers.STEREOISOMER)
            && listing.validity().on(day) == Validity.State.HOLDS) {
          grounds.add(new Ground.Listed(listing, match));
        }
      }
    }
  }

  private static List<Ground> byClass(RuleSet rules, Structure parent, LocalDate day) {
    List<Ground> grounds = new ArrayList<>();
    for (ClassRule rule : rules.classes()) {
      if (rule.validity().on(day) == Validity.State.HOLDS) {
        ClassReading reading = ReadByClass.read(rule, parent);
        if (reading.verdict() != Verdict.OUT) {
          grounds.add(new Ground.ByClass(rule, reading));
        }
      }
    }
    grounds.sort(Comparator.comparing(Ground::verdict));
    return grounds;
  }
}
