package org.tripoint.node.desks.seizures.counts;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tripoint.node.desks.seizures.Seizure;
import org.tripoint.node.desks.seizures.SeizureItem;
import org.tripoint.node.desks.seizures.SeizureItem.ItemClass;
import org.tripoint.node.metrics.Cube;
import org.tripoint.node.metrics.Cube.Dimension;
import org.tripoint.node.metrics.Cube.Fact;

/// The cubes over seizure events.
@Configuration(proxyBeanMethods = false)
class SeizureCubes {

  private static final Dimension COUNTRY = new Dimension("country", true).toldApart();
  private static final Dimension PLACE = new Dimension("place", false);

  /// Events by who reports them and where.
  @Bean
  Cube seizureEvents() {
    return new SeizureCube(
        "seizure-events",
        List.of(
            COUNTRY, new Dimension("agency", true), PLACE, new Dimension("setting", true, true)),
        List.of("events"),
        SeizureCubes::events);
  }

  /// Drugs by what, in which form and on which weight basis. Each unit is a measure of its own.
  @Bean
  Cube seizureDrugs() {
    return new SeizureCube(
        "seizure-drugs",
        List.of(
            COUNTRY,
            new Dimension("substance", true),
            new Dimension("form", true, true),
            new Dimension("weight_basis", true, true),
            PLACE),
        List.of(
            "kilograms", "litres", "tablets", "capsules", "doses", "plants", "pieces", "events"),
        SeizureCubes::drugs);
  }

  /// Presses, dies and other equipment.
  @Bean
  Cube seizureEquipment() {
    return new SeizureCube(
        "seizure-equipment",
        List.of(COUNTRY, new Dimension("item", true, true), PLACE),
        List.of("devices"),
        SeizureCubes::equipment);
  }

  /// Precursors by mass and volume.
  @Bean
  Cube seizurePrecursors() {
    return new SeizureCube(
        "seizure-precursors",
        List.of(COUNTRY, new Dimension("substance", true), PLACE),
        List.of("kilograms", "litres", "events"),
        SeizureCubes::precursors);
  }

  /// Clandestine sites by use and by how far they were established.
  @Bean
  Cube seizureSites() {
    return new SeizureCube(
        "seizure-sites",
        List.of(
            COUNTRY,
            new Dimension("site_class", true, true),
            new Dimension("count_basis", true, true),
            PLACE),
        List.of("sites"),
        SeizureCubes::sites);
  }

  private static List<Fact> events(Seizure seizure) {
    Map<String, String> at =
        Map.of(
            "country", seizure.country().code(),
            "agency", seizure.agency(),
            "place", SeizureCube.placeOf(seizure),
            "setting", seizure.circumstances().setting().name());
    return List.of(new Fact(SeizureCube.monthOf(seizure), at, Map.of("events", BigDecimal.ONE)));
  }

  private static List<Fact> drugs(Seizure seizure) {
    SeizureCube.Facts facts = new SeizureCube.Facts(seizure);
    for (SeizureItem item : seizure.items()) {
      if (item.itemClass() == ItemClass.DRUG) {
        Map<String, String> at =
            Map.of(
                "country", seizure.country().code(),
                "substance", substanceOf(item),
                "form", item.form().name(),
                "weight_basis", item.weightBasis().name(),
                "place", SeizureCube.placeOf(seizure));
        Map<String, BigDecimal> amounts = facts.cell(at, true);
        SeizureCube.addMassAndVolume(item, amounts);
        addCount(item, amounts);
      }
    }
    return facts.toList();
  }

  private static void addCount(SeizureItem item, Map<String, BigDecimal> amounts) {
    if (item.quantity() == null || item.quantity().count() == null) {
      return;
    }
    BigDecimal amount = item.quantity().count().amount();
    switch (item.quantity().count().of()) {
      case TABLET -> amounts.merge("tablets", amount, BigDecimal::add);
      case CAPSULE -> amounts.merge("capsules", amount, BigDecimal::add);
      case DOSE -> amounts.merge("doses", amount, BigDecimal::add);
      case PLANT -> amounts.merge("plants", amount, BigDecimal::add);
      case PIECE -> amounts.merge("pieces", amount, BigDecimal::add);
      case EVENT, SITE, DEVICE, VEHICLE, FIREARM, PERSON, SAMPLE -> {}
    }
  }

  private static List<Fact> equipment(Seizure seizure) {
    SeizureCube.Facts facts = new SeizureCube.Facts(seizure);
    for (SeizureItem item : seizure.items()) {
      if (item.itemClass() == ItemClass.EQUIPMENT) {
        Map<String, String> at =
            Map.of(
                "country", seizure.country().code(),
                "item", item.form().name(),
                "place", SeizureCube.placeOf(seizure));
        facts.cell(at, false).merge("devices", SeizureCube.countOf(item), BigDecimal::add);
      }
    }
    return facts.toList();
  }

  private static List<Fact> precursors(Seizure seizure) {
    SeizureCube.Facts facts = new SeizureCube.Facts(seizure);
    for (SeizureItem item : seizure.items()) {
      if (item.itemClass() == ItemClass.PRECURSOR) {
        Map<String, String> at =
            Map.of(
                "country", seizure.country().code(),
                "substance", substanceOf(item),
                "place", SeizureCube.placeOf(seizure));
        SeizureCube.addMassAndVolume(item, facts.cell(at, true));
      }
    }
    return facts.toList();
  }

  private static List<Fact> sites(Seizure seizure) {
    SeizureCube.Facts facts = new SeizureCube.Facts(seizure);
    for (SeizureItem item : seizure.items()) {
      if (item.itemClass() == ItemClass.SITE) {
        Map<String, String> at =
            Map.of(
                "country", seizure.country().code(),
                "site_class", item.siteClass().name(),
                "count_basis", item.countBasis().name(),
                "place", SeizureCube.placeOf(seizure));
        facts.cell(at, false).merge("sites", SeizureCube.countOf(item), BigDecimal::add);
      }
    }
    return facts.toList();
  }

  private static String substanceOf(SeizureItem item) {
    return item.substance() == null ? SeizureCube.NOT_KNOWN : item.substance().counted().key();
  }
}
