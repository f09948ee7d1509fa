package org.tripoint.node.notices;

import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tripoint.node.notices.NoticeBody.Row;
import org.tripoint.node.notices.NoticeBody.Table;
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

  private Row row(ScorePart part) {
    return new Row(all(language -> language.t(part.ruleKey())), List.of(part.found()));
  }
}
