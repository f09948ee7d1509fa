package org.tripoint.node.exchange.stix;

import java.time.Instant;
import java.util.List;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.notices.Notice;
import org.tripoint.node.notices.NoticeBody;
import org.tripoint.node.notices.NoticeBody.Heading;
import org.tripoint.node.notices.NoticeBody.Named;
import org.tripoint.node.notices.NoticeBody.Row;
import org.tripoint.node.notices.NoticeBody.Section;
import org.tripoint.node.notices.NoticeBody.Table;
import org.tripoint.node.notices.NoticeType;
import org.tripoint.node.notices.Releasability;
import org.tripoint.node.notices.ThreeTexts;
import org.tripoint.node.notices.Urgency;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking;

/// A notice as a node gives it: what its own people alone may have was never in it.
final class NoticesToGive {

  static final String NUMBER = "US-20261120-0000000a";

  private static final NoticeBody ALL =
      new NoticeBody(
          NoticeType.NEW_SUBSTANCE,
          Urgency.URGENT,
          new ThreeTexts("A new nitazene", "Un nitaceno nuevo", "Un nouveau nitazène"),
          List.of(
              section(Heading.SITUATION, Releasability.PUBLIC, "Two samples."),
              section(Heading.ASSESSMENT, Releasability.PARTNERS, "Very potent."),
              section(Heading.ADVICE, Releasability.OWN, "MARKER for us alone.")),
          List.of(
              new Table(
                  ThreeTexts.same("Samples"),
                  Releasability.PARTNERS,
                  List.of(new Row(ThreeTexts.same("Vancouver"), List.of("2", "1"))))),
          List.of(
              new Named(
                  "PJMPHNIQZUBGLI-UHFFFAOYSA-N",
                  ThreeTexts.same("fentanyl"),
                  Releasability.PARTNERS),
              new Named("", ThreeTexts.same("something unknown"), Releasability.PUBLIC)));

  private NoticesToGive() {}

  private static Section section(Heading heading, Releasability release, String text) {
    return new Section(heading, release, ThreeTexts.same(text));
  }

  static Notice releasedTo(Releasability audience) {
    return new Notice(
        NUMBER,
        2,
        Country.UNITED_STATES,
        ALL.releasedTo(audience),
        0,
        "A. Releaser",
        Instant.parse("2026-11-20T08:00:00Z"),
        null);
  }

  static Entry notice() {
    return new Entry.Put<>(
        Notice.KIND, NUMBER, releasedTo(Releasability.PARTNERS), Marking.published(), null);
  }
}
