package org.tripoint.node.metrics.pages;

import java.util.ArrayList;
import java.util.List;
import org.tripoint.node.metrics.definitions.CountrySource;
import org.tripoint.node.metrics.definitions.MetricDefinition;
import org.tripoint.node.metrics.figures.Answer;
import org.tripoint.node.metrics.pages.MetricView.Difference;

/// Says whether two countries' values are the same metric, and what differs where they are not.
///
/// They are when both stand under one version of one definition and their sources count the same;
/// only then may one chart hold both.
final class Differences {

  private final MetricWords words;

  Differences(MetricWords words) {
    this.words = words;
  }

  static boolean areAlike(Answer left, Answer right) {
    return left.definition().key().equals(right.definition().key())
        && left.source().countedAs().id().equals(right.source().countedAs().id())
        && earlier(left.source()).equals(earlier(right.source()));
  }

  /// How and until when the months before a source's own are counted; "" where there are none.
  private static String earlier(CountrySource source) {
    return source.earlier() == null
        ? ""
        : source.earlier().countedAs().id() + " " + source.earlier().until();
  }

  /// Empty when the two are alike.
  List<Difference> between(Answer here, Answer there) {
    List<Difference> differences = new ArrayList<>();
    if (areAlike(here, there)) {
      return differences;
    }
    MetricDefinition left = here.definition();
    MetricDefinition right = there.definition();
    CountrySource leftSource = here.source();
    CountrySource rightSource = there.source();
    add(differences, "version", version(left), version(right));
    add(differences, "counted", counted(here), counted(there));
    add(differences, "earlier", words.earlier(leftSource), words.earlier(rightSource));
    add(differences, "unit", words.unit(left), words.unit(right));
    add(differences, "months", months(leftSource.months()), months(rightSource.months()));
    add(differences, "absent", absent(leftSource), absent(rightSource));
    add(differences, "calendar", left.calendar().id(), right.calendar().id());
    add(differences, "lag", days(left.usualLagDays()), days(right.usualLagDays()));
    boolean sameWords = counted(here).equals(counted(there));
    if (sameWords && !isFilterAlike(here, there)) {
      add(differences, "filter", filter(here), filter(there));
    }
    if (differences.isEmpty()) {
      add(differences, "counted", leftSource.countedAs().id(), rightSource.countedAs().id());
    }
    return differences;
  }

  private void add(List<Difference> differences, String question, String here, String there) {
    if (!here.equals(there)) {
      differences.add(new Difference(words.page().t("metrics.differs." + question), here, there));
    }
  }

  private String version(MetricDefinition definition) {
    return words.page().t("metrics.version", String.valueOf(definition.version()));
  }

  private String counted(Answer answer) {
    return answer.source().countedAs().text().in(words.page().locale());
  }

  private String months(int months) {
    return words.page().t("metrics.differs.months." + months);
  }

  private String absent(CountrySource source) {
    return words
        .page()
        .t(
            switch (source.absent()) {
              case ZERO -> "metrics.differs.absent.zero";
              case NOT_PUBLISHED -> "metrics.differs.absent.not-published";
            });
  }

  private String days(int days) {
    return words.page().t("metrics.days", days);
  }

  private static boolean isFilterAlike(Answer here, Answer there) {
    return here.source().main().cube().equals(there.source().main().cube())
        && here.source().main().measure().equals(there.source().main().measure());
  }

  private static String filter(Answer answer) {
    return answer.source().main().cube() + ": " + answer.source().main().measure();
  }
}
