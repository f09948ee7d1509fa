package org.tripoint.node.notices;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tripoint.node.notices.EvidenceOfPartners.Withheld;
import org.tripoint.node.notices.NoticeBody.Row;
import org.tripoint.node.notices.NoticeBody.Table;
import org.tripoint.node.signals.About.PeriodCount;
import org.tripoint.node.signals.RaiseSignal.ScorePart;
import org.tripoint.node.signals.ReadSignals.Item;
import org.tripoint.node.web.Language;

/// What a signal says, in the three languages: with it a notice begins.
@Component
class NoticeLanguages {

  private final MessageSource words;
  private final ZoneId zone;

  NoticeLanguages(MessageSource words, @Value("${tripoint.zone:UTC}") ZoneId zone) {
    this.words = words;
    this.zone = zone;
  }

  InLanguage in(Language language) {
    return new InLanguage(words, language, zone);
  }

  private ThreeTexts all(Function<InLanguage, String> said) {
    return new ThreeTexts(
        said.apply(in(Language.ENGLISH)),
        said.apply(in(Language.SPANISH)),
        said.apply(in(Language.FRENCH)));
  }

  /// The signal's title.
  ThreeTexts title(Item signal) {
    return all(language ->
        language.t(
            signal.titleKey(),
            signal.titleArguments().stream()
                .map(one -> language.has("place." + one) ? "place." + one : one)
                .map(one -> language.has(one) ? language.t(one) : one)
                .toArray()));
  }

  /// What the signal's score rests on, as a table of figures; it stays here until somebody says who
  /// may have it.
  Table figures(Item signal) {
    List<Row> rows = signal.parts().stream().map(this::row).toList();
    return new Table(all(language -> language.t("notices.figures")), Releasability.OWN, rows);
  }

  /// Whose records the signal's figures rest on that may not be used in a notice, instead of the
  /// figures.
  Table withheld(List<Withheld> partners) {
    return new Table(
        all(language -> language.t("notices.withheld")),
        Releasability.OWN,
        partners.stream()
            .map(one ->
                new Row(
                    all(language -> language.t("notices.withheld.of", one.partner())),
                    List.of(one.withheld() + " / " + one.of())))
            .toList());
  }

  /// The counts by period, oldest first; where some were expected, with what was and with the bound
  /// of an alarm.
  Table counts(List<PeriodCount> periods) {
    boolean isExpected = periods.stream().anyMatch(one -> one.expectation() != null);
    String title = isExpected ? "notices.counts.expected" : "notices.counts";
    return new Table(
        all(language -> language.t(title)),
        Releasability.OWN,
        periods.stream().map(one -> row(one, isExpected)).toList());
  }

  private static Row row(PeriodCount one, boolean isExpected) {
    String reports = Integer.toString(one.reports());
    return new Row(
        ThreeTexts.same(one.from().toString()),
        isExpected
            ? List.of(reports, shown(one.expectation()), shown(one.alarmBound()))
            : List.of(reports));
  }

  private static String shown(@Nullable BigDecimal figure) {
    return figure == null ? "–" : figure.toPlainString();
  }

  private Row row(ScorePart part) {
    return new Row(all(language -> language.t(part.ruleKey())), List.of(part.found()));
  }
}
