package org.tripoint.node.exchange.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.tripoint.node.exchange.keys.OwnName;
import org.tripoint.node.exchange.partners.Introduction;
import org.tripoint.node.sharing.PartnerAgreement;
import org.tripoint.node.sharing.PartnerAgreement.Audience;
import org.tripoint.node.sharing.SharingBasis;
import org.tripoint.node.sharing.SharingBasis.Assurance;
import org.tripoint.node.sharing.SharingBasis.Onward;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.Part;

/// What the demonstration's nodes have agreed on: enforcement of each reads seizures and what
/// passes between liaison officers, and those who keep its statistics read stated figures.
///
/// The treaties exist; that these agencies share so under them is invented, and so is the
/// arrangement on figures.
@Component
@ConditionalOnProperty("tripoint.demonstration.folder")
class InventedAgreements {

  private static final int ONE_YEAR = 365;

  private final Country here;

  InventedAgreements(OwnName own) {
    this.here = own.country();
  }

  PartnerAgreement with(Introduction partner) {
    SharingBasis assistance = assistance(partner.country());
    SharingBasis figures = figures(partner.country());
    return new PartnerAgreement(
        partner.node(),
        partner.authority(),
        partner.country(),
        List.of(assistance, figures),
        List.of(
            new Audience(
                "enforcement",
                enforcementOf(partner.country()),
                Purpose.LAW_ENFORCEMENT,
                assistance.id()),
            new Audience(
                "statistics", statisticsOf(partner.country()), Purpose.STATISTICS, figures.id())));
  }

  private SharingBasis figures(Country partner) {
    return new SharingBasis(
        "shared-metrics",
        "Arrangement on shared metrics (invented)",
        here,
        partner,
        Set.of("metric-observation"),
        Set.of(Part.OPEN),
        Set.of(Purpose.STATISTICS),
        Onward.ASK,
        here.equals(Country.CANADA) ? Assurance.ON_FILE : Assurance.NOT_ASKED,
        LocalDate.of(2023, 1, 1),
        null,
        ONE_YEAR);
  }

  private SharingBasis assistance(Country partner) {
    Treaty treaty = treaty(partner);
    return new SharingBasis(
        treaty.id,
        treaty.title,
        here,
        partner,
        Set.of(
            "seizure",
            "request-for-information",
            "request-answer",
            "request-feedback",
            "liaison-read",
            "onward-question",
            "onward-answer",
            "onward-copies"),
        Set.of(Part.OPEN, Part.NOMINAL),
        Set.of(Purpose.LAW_ENFORCEMENT),
        Onward.ASK,
        here.equals(Country.CANADA) ? Assurance.ON_FILE : Assurance.NOT_ASKED,
        LocalDate.of(treaty.inForce, 12, 31),
        null,
        ONE_YEAR);
  }

  private record Treaty(String id, String title, int inForce) {}

  /// Source: titles and years as the three governments' treaty lists give them; a day inside the
  /// year of entry into force is not needed here.
  private Treaty treaty(Country partner) {
    List<Country> pair = new ArrayList<>(new TreeSet<>(Set.of(here, partner)));
    if (!pair.contains(Country.CANADA)) {
      return new Treaty("mlat-mx-us", "Mexico - United States MLAT (1987)", 1991);
    }
    return pair.contains(Country.MEXICO)
        ? new Treaty("mlat-ca-mx", "Canada - Mexico MLAT (1990)", 1990)
        : new Treaty("mlat-ca-us", "Canada - United States MLAT (1985)", 1990);
  }

  private static Set<String> enforcementOf(Country country) {
    if (country.equals(Country.CANADA)) {
      return Set.of("CBSA", "RCMP");
    }
    return country.equals(Country.MEXICO) ? Set.of("ANAM", "FGR", "SEMAR") : Set.of("CBP", "HSI");
  }

  private static Set<String> statisticsOf(Country country) {
    if (country.equals(Country.CANADA)) {
      return Set.of("PHAC");
    }
    return country.equals(Country.MEXICO) ? Set.of("CONASAMA") : Set.of("CDC", "ONDCP");
  }
}
