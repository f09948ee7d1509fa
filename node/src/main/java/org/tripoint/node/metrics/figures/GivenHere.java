package org.tripoint.node.metrics.figures;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.tripoint.node.metrics.Givers;
import org.tripoint.node.metrics.ReadCells;
import org.tripoint.node.metrics.ReadCells.Withheld;
import org.tripoint.node.metrics.definitions.CellSum;
import org.tripoint.node.metrics.definitions.CountrySource;
import org.tripoint.node.sharing.ReadShared;
import org.tripoint.node.sharing.ReadShared.SharedAudience;
import org.tripoint.vocabulary.Country;

/// Whose records a country's figure can be made from on this node: its own sources' here, or those
/// that a partner gave. Never two of them together, since both may tell of the same things.
@Component
public class GivenHere {

  private static final YearMonth FIRST = YearMonth.of(1900, 1);
  private static final YearMonth LAST = YearMonth.of(2199, 12);

  private final ReadCells cells;
  private final FilterOfSum filters;
  private final ReadShared shared;

  GivenHere(ReadCells cells, FilterOfSum filters, ReadShared shared) {
    this.cells = cells;
    this.filters = filters;
    this.shared = shared;
  }

  /// Whose records a country's figure counts when nobody asks for others: this node's own where it
  /// has any about the country; else those that the country's own node gave; never a third's.
  public CountrySource usual(CountrySource source) {
    CountrySource own = source.givenBy(Givers.OWN);
    if (says(own)) {
      return own;
    }
    return listPartners(source).stream()
        .filter(partner -> countryOf(partner).filter(source.country()::equals).isPresent())
        .findFirst()
        .map(partner -> source.givenBy(new Givers.Partner(partner)))
        .orElse(own);
  }

  /// Everybody whose records here say anything that the source would count, this node first.
  public List<Givers> list(CountrySource source) {
    List<Givers> givers = new ArrayList<>();
    if (says(source.givenBy(Givers.OWN))) {
      givers.add(Givers.OWN);
    }
    listPartners(source).forEach(partner -> givers.add(new Givers.Partner(partner)));
    return givers;
  }

  private List<String> listPartners(CountrySource source) {
    return cells.partners(source.main().cube()).stream()
        .filter(partner -> says(source.givenBy(new Givers.Partner(partner))))
        .toList();
  }

  private boolean says(CountrySource source) {
    CellSum main = source.main();
    return !cells
        .series(filters.coverage(main, source.coveredBy(), FIRST, LAST, new Moment.Today()))
        .isEmpty();
  }

  /// What of the records that a partner gave is in no figure of the source, by partner: those that
  /// have any.
  public Map<String, Withheld> listWithheld(CountrySource source) {
    Map<String, Withheld> withheld = new TreeMap<>();
    for (String partner : cells.partners(source.main().cube())) {
      Withheld one = withheld(source, partner);
      if (one.facts() > 0) {
        withheld.put(partner, one);
      }
    }
    return withheld;
  }

  private Withheld withheld(CountrySource source, String partner) {
    return cells.withheld(
        filters.of(source.main(), Map.of(), FIRST, LAST, new Moment.Today()), partner);
  }

  /// The country whose node a partner is: as agreed with it, else as its short name says.
  public Optional<Country> countryOf(String partner) {
    Map<String, Country> agreed = new TreeMap<>();
    for (SharedAudience audience : shared.listAudiences()) {
      agreed.put(audience.partner(), audience.country());
    }
    return Optional.ofNullable(agreed.get(partner))
        .or(() -> Country.find(partner.toUpperCase(Locale.ROOT)));
  }
}
