package org.tripoint.engines.chemistry.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Everything that one jurisdiction's rule files say, at every date.
public final class RuleSet {

  private final Jurisdiction jurisdiction;
  private final List<Listing> listings;
  private final List<ClassRule> classes;
  private final List<ListRead> lists;
  private final Map<String, List<Listing>> bySkeleton = new HashMap<>();
  private final Set<String> derivable = new HashSet<>();

  RuleSet(
      Jurisdiction jurisdiction,
      List<Listing> listings,
      List<ClassRule> classes,
      List<ListRead> lists) {
    this.jurisdiction = jurisdiction;
    this.listings = List.copyOf(listings);
    this.classes = List.copyOf(classes);
    this.lists = List.copyOf(lists);
    for (Listing listing : listings) {
      bySkeleton
          .computeIfAbsent(listing.substance().skeleton(), key -> new ArrayList<>())
          .add(listing);
      if (listing.has(Listing.Covers.ESTERS) || listing.has(Listing.Covers.ETHERS)) {
        derivable.add(Cut.elements(listing.substance().formula()));
      }
    }
  }

  /// The same with more substances by name, such as those that people entered.
  public RuleSet plus(List<Listing> more) {
    List<Listing> all = new ArrayList<>(listings);
    all.addAll(more);
    return new RuleSet(jurisdiction, all, classes, lists);
  }

  public Jurisdiction jurisdiction() {
    return jurisdiction;
  }

  /// In the order of the file.
  public List<Listing> listings() {
    return listings;
  }

  /// In the order of the file.
  public List<ClassRule> classes() {
    return classes;
  }

  /// The lists that it was read from.
  public List<ListRead> lists() {
    return lists;
  }

  /// Whether every list was read whole by then, so that what no rule speaks of is in none of them.
  public boolean isReadWhole(LocalDate day) {
    return !lists.isEmpty() && lists.stream().allMatch(one -> one.isWholeOn(day));
  }

  List<Listing> listingsOf(String skeleton) {
    return bySkeleton.getOrDefault(skeleton, List.of());
  }

  /// Whether some listing that covers esters or ethers has these elements, hydrogen left out.
  boolean mayDerive(String elements) {
    return derivable.contains(elements);
  }
}
