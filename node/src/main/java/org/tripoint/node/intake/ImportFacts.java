package org.tripoint.node.intake;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tripoint.node.intake.ImportViews.Fact;
import org.tripoint.node.web.Page;

/// What is known of a delivery beside its rows: whose it is, how it was read, when it was
/// published.
final class ImportFacts {

  private ImportFacts() {}

  static List<Fact> of(ImportJob job, Page page) {
    Delivery delivery = job.delivery();
    Reading reading = job.reading();
    var facts = new ArrayList<Fact>();
    if (reading != null) {
      facts.add(Fact.of(page.t("intake.column.source"), reading.source()));
      facts.add(Fact.of(page.t("intake.column.format"), reading.format()));
      facts.add(Fact.of(page.t("intake.column.published"), published(job, page)));
      Long corrects = reading.corrects();
      if (corrects != null) {
        facts.add(
            new Fact(
                page.t("intake.fact.corrects"),
                page.t("intake.import.title", String.valueOf(corrects)),
                false,
                "/imports/" + corrects));
      }
      facts.add(
          Fact.of(
              page.t("intake.fact.complete"),
              page.t(reading.complete() ? "intake.fact.yes" : "intake.fact.no")));
      facts.add(
          Fact.of(
              page.t("intake.fact.encoding"), readAs(reading.encoding(), reading.layout(), page)));
    }
    if (reading != null && reading.numbers() != null) {
      facts.add(
          Fact.of(
              page.t("intake.fact.numbers"),
              page.t(
                  delivery.numbers() == null
                      ? "intake.fact.numbers.found"
                      : "intake.fact.numbers.stated")));
    }
    addCoverage(job, page, facts);
    facts.add(Fact.of(page.t("intake.column.sender"), delivery.sender()));
    facts.add(Fact.of(page.t("intake.column.received"), page.instant(delivery.received())));
    String confirmedBy = job.confirmedBy();
    if (confirmedBy != null) {
      facts.add(Fact.of(page.t("intake.fact.confirmed"), confirmedBy));
    }
    if (delivery.synthetic()) {
      facts.add(Fact.of(page.t("intake.fact.synthetic"), page.t("intake.fact.yes")));
    }
    facts.add(
        Fact.of(
            page.t("intake.fact.bytes"),
            page.t("intake.fact.bytes.value", page.number(delivery.bytes()))));
    facts.add(new Fact(page.t("intake.fact.sha256"), delivery.sha256(), true, ""));
    var removed = job.fileRemoved();
    if (removed != null) {
      facts.add(
          Fact.of(
              page.t("intake.fact.removed"),
              page.t("intake.fact.removed.value", page.instant(removed))));
    }
    var release = job.release();
    if (release != null) {
      facts.add(
          new Fact(
              page.t("intake.fact.release"),
              release.toString(),
              true,
              "/ledger/records/" + release));
    }
    return facts;
  }

  private static void addCoverage(ImportJob job, Page page, List<Fact> facts) {
    var from = job.counts().coversFrom();
    var to = job.counts().coversTo();
    if (from != null && to != null) {
      facts.add(
          Fact.of(
              page.t("intake.fact.covers"),
              page.t("intake.fact.covers.value", page.day(from), page.day(to))));
    }
  }

  private static String readAs(String encoding, String layout, Page page) {
    return switch (layout) {
      case "" -> encoding;
      case "," -> page.t("intake.read-as.comma", encoding);
      case ";" -> page.t("intake.read-as.semicolon", encoding);
      case "\t" -> page.t("intake.read-as.tab", encoding);
      case "|" -> page.t("intake.read-as.bar", encoding);
      default -> page.t("intake.read-as.sheet", encoding, layout);
    };
  }

  private static String published(ImportJob job, Page page) {
    Publication publication = job.publication();
    if (publication == null) {
      return ImportViews.DASH;
    }
    return page.day(publication.instant().atZone(ZoneOffset.UTC).toLocalDate())
        + " ("
        + page.t("intake.basis." + publication.basis().name().toLowerCase(Locale.ROOT))
        + ")";
  }
}
