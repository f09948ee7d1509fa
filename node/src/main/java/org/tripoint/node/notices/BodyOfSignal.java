package org.tripoint.node.notices;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tripoint.node.notices.EvidenceOfPartners.Withheld;
import org.tripoint.node.notices.NoticeBody.Heading;
import org.tripoint.node.notices.NoticeBody.Named;
import org.tripoint.node.notices.NoticeBody.Section;
import org.tripoint.node.notices.NoticeBody.Table;
import org.tripoint.node.signals.About;
import org.tripoint.node.signals.About.Topic;
import org.tripoint.node.signals.HoldBackCounts;
import org.tripoint.node.signals.ReadSignals.Item;
import org.tripoint.node.substances.FindStructure;
import org.tripoint.node.substances.ReadSubstances;
import org.tripoint.node.web.Language;
import org.tripoint.vocabulary.SubstanceId;

/// What a notice begins with: the signal's title, the counts it stands out of, its score and its
/// substances. All of it stays on this node until somebody says who may have it.
@Component
class BodyOfSignal {

  private final NoticeLanguages languages;
  private final FindStructure structures;
  private final ReadSubstances substances;
  private final EvidenceOfPartners partners;
  private final List<HoldBackCounts> holdBack;

  BodyOfSignal(
      NoticeLanguages languages,
      FindStructure structures,
      ReadSubstances substances,
      EvidenceOfPartners partners,
      List<HoldBackCounts> holdBack) {
    this.partners = partners;
    this.holdBack = List.copyOf(holdBack);
    this.languages = languages;
    this.structures = structures;
    this.substances = substances;
  }

  /// What sort of notice the signal would make, as far as its detector knows.
  static Optional<NoticeType> typeOf(Item signal) {
    return Optional.ofNullable(signal.about().topic()).map(BodyOfSignal::typeOf);
  }

  private static NoticeType typeOf(Topic topic) {
    return switch (topic) {
      case NEW_SUBSTANCE -> NoticeType.NEW_SUBSTANCE;
      case NEW_COMBINATION -> NoticeType.NEW_COMBINATION;
      case SURGE -> NoticeType.SURGE;
    };
  }

  NoticeBody begin(Item signal, NoticeType type, Urgency urgency) {
    return new NoticeBody(
        type,
        urgency,
        languages.title(signal),
        Stream.of(Heading.values())
            .map(one -> new Section(one, Releasability.OWN, ThreeTexts.same("")))
            .toList(),
        tables(signal),
        named(signal.about()));
  }

  /// The same with another signal's figures and substances, as many as a notice holds. Where it
  /// brings a substance, who may have the substances is to be said anew.
  NoticeBody add(NoticeBody body, Item signal) {
    List<Table> tables = new ArrayList<>(body.tables());
    tables.addAll(tables(signal));
    List<Named> more =
        named(signal.about()).stream()
            .filter(one -> body.substances().stream().noneMatch(other -> isSame(one, other)))
            .toList();
    return new NoticeBody(
        body.type(),
        body.urgency(),
        body.title(),
        body.sections(),
        tables.stream().limit(NoticeBody.MOST_TABLES).toList(),
        more.isEmpty()
            ? body.substances()
            : Stream.concat(body.substances().stream().map(Named::kept), more.stream())
                .limit(NoticeBody.MOST_SUBSTANCES)
                .toList());
  }

  private static boolean isSame(Named one, Named other) {
    return one.inchiKey().equals(other.inchiKey())
        && (!one.inchiKey().isEmpty() || one.name().equals(other.name()));
  }

  /// Figures that rest on records which their originator keeps from such use are left out whole,
  /// since what those records add to them cannot be told apart; how many they are is said instead.
  /// A notice is written to leave the node: small counts of people are not in it from the start.
  private List<Table> tables(Item found) {
    List<Withheld> withheld = partners.listWithheld(found);
    if (!withheld.isEmpty()) {
      return List.of(languages.withheld(withheld));
    }
    Item signal = found;
    for (HoldBackCounts room : holdBack) {
      signal = room.withoutSmallCounts(signal);
    }
    return signal.about().periods().isEmpty()
        ? List.of(languages.figures(signal))
        : List.of(languages.counts(signal.about().periods()), languages.figures(signal));
  }

  private List<Named> named(About about) {
    return about.substances().stream()
        .limit(NoticeBody.MOST_SUBSTANCES)
        .map(key ->
            structure(key)
                .flatMap(structures::find)
                .map(Named::of)
                .orElseGet(() -> new Named("", nameOf(key), Releasability.OWN)))
        .toList();
  }

  private static Optional<String> structure(String key) {
    return SubstanceId.parse(key) instanceof SubstanceId.Structure one
        ? Optional.of(one.inchiKey())
        : Optional.empty();
  }

  private ThreeTexts nameOf(String key) {
    return new ThreeTexts(
        substances.nameOf(key, Language.ENGLISH.locale()),
        substances.nameOf(key, Language.SPANISH.locale()),
        substances.nameOf(key, Language.FRENCH.locale()));
  }
}
