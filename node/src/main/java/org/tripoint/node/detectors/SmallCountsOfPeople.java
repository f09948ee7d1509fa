package org.tripoint.node.detectors;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.tripoint.node.metrics.disclosure.DiscloseCounts;
import org.tripoint.node.signals.About;
import org.tripoint.node.signals.HoldBackCounts;
import org.tripoint.node.signals.RaiseSignal.ScorePart;
import org.tripoint.node.signals.ReadSignals.Item;
import org.tripoint.vocabulary.Part;

/// Holds back small counts of samples from people in what detectors tell: in place of 1 to the
/// threshold stands `< 10`, and what they could be worked out from is left out. See
/// docs/design/small-cells.md.
@Component
public class SmallCountsOfPeople implements HoldBackCounts {

  private static final String PART = "detectors.part.";

  /// Parts whose text begins with a count of samples.
  private static final Set<String> COUNTS =
      Set.of(PART + "above", PART + "first", PART + "together", PART + "cluster");

  /// Parts whose text begins with a count of samples of earlier periods.
  private static final Set<String> EARLIER_COUNTS =
      Set.of(PART + "together-before", PART + "neighbours");

  /// Parts from which a small count could be worked out together with the score.
  private static final Set<String> BESIDE_COUNTS =
      Set.of(
          PART + "expected",
          PART + "expected-by-now",
          PART + "chance",
          PART + "ratio",
          PART + "left-out.not-usable");

  private static final Pattern COUNT = Pattern.compile("[0-9]+");

  /// The page of a series, by which a signal names the setting that raised it.
  private static final Pattern SETTING = Pattern.compile("/detectors/series\\?setting=([^&]+).*");

  private final ReadSettings settings;
  private final Watches watches;
  private final DiscloseCounts disclose;

  SmallCountsOfPeople(ReadSettings settings, Watches watches, DiscloseCounts disclose) {
    this.settings = settings;
    this.watches = watches;
    this.disclose = disclose;
  }

  /// True when the setting counts samples from people and a reader of these parts may not be told
  /// how few there are.
  public boolean areHeldBack(DetectorSetting setting, Set<Part> readable) {
    return countsPeople(setting) && !readable.contains(Part.HEALTH);
  }

  private boolean countsPeople(DetectorSetting setting) {
    return watches.find(setting.watch()).filter(Watch::countsPeople).isPresent();
  }

  @Override
  public Item withoutSmallCounts(Item signal) {
    if (!countsPeople(signal.link()) || !hasSmallCount(signal)) {
      return signal;
    }
    List<ScorePart> parts = new ArrayList<>();
    for (ScorePart part : signal.parts()) {
      if (COUNTS.contains(part.ruleKey()) && isSmall(part.found())) {
        parts.add(new ScorePart(part.ruleKey(), part.value(), few()));
      } else if (!BESIDE_COUNTS.contains(part.ruleKey())
          && !EARLIER_COUNTS.contains(part.ruleKey())) {
        parts.add(part);
      }
    }
    About about = signal.about();
    return signal.withCounts(parts, null, new About(about.topic(), about.substances(), List.of()));
  }

  @Override
  public boolean countsPeople(String link) {
    Matcher page = SETTING.matcher(link);
    return page.matches() && settings.find(page.group(1)).filter(this::countsPeople).isPresent();
  }

  private boolean hasSmallCount(Item signal) {
    return signal.parts().stream()
            .anyMatch(part ->
                (COUNTS.contains(part.ruleKey()) || EARLIER_COUNTS.contains(part.ruleKey()))
                    && isSmall(part.found()))
        || signal.about().periods().stream().anyMatch(one -> isSmall(one.reports()));
  }

  private boolean isSmall(String found) {
    Matcher count = COUNT.matcher(found);
    return count.lookingAt()
        && Optional.of(count.group())
            .filter(digits -> digits.length() < 10)
            .map(Integer::parseInt)
            .filter(this::isSmall)
            .isPresent();
  }

  private boolean isSmall(int count) {
    return count > 0 && count <= disclose.threshold();
  }

  /// What stands in place of a small count.
  private String few() {
    return "< " + (disclose.threshold() + 1);
  }
}
