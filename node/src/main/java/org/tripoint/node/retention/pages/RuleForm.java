package org.tripoint.node.retention.pages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.retention.RetentionRule;
import org.tripoint.node.retention.RetentionRule.Certainty;
import org.tripoint.node.retention.RetentionRule.RetentionClock;
import org.tripoint.node.retention.Span;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Part;

/// A rule as a person has typed it.
///
/// @param country its code; empty for everybody's
/// @param review amount; empty for none
/// @param purge amount; empty for none
public record RuleForm(
    String name,
    String kind,
    Part part,
    String source,
    String country,
    RetentionClock clock,
    String review,
    Span.Unit reviewUnit,
    String purge,
    Span.Unit purgeUnit,
    @Nullable Boolean automatic,
    String instrument,
    Certainty certainty,
    String statedIn) {

  /// A box that is not ticked is not sent.
  public boolean isAutomatic() {
    return automatic != null && automatic;
  }

  static RuleForm empty() {
    return new RuleForm(
        "",
        "",
        Part.NOMINAL,
        "",
        "",
        RetentionClock.RECEIVED,
        "",
        Span.Unit.YEARS,
        "",
        Span.Unit.YEARS,
        false,
        "",
        Certainty.LIKELY,
        "");
  }

  static RuleForm of(RetentionRule rule) {
    return new RuleForm(
        rule.name(),
        rule.kind(),
        rule.part(),
        rule.source(),
        rule.country() == null ? "" : rule.country().code(),
        rule.clock(),
        amount(rule.reviewAfter()),
        unit(rule.reviewAfter()),
        amount(rule.purgeAfter()),
        unit(rule.purgeAfter()),
        rule.automatic(),
        rule.instrument(),
        rule.certainty(),
        rule.statedIn());
  }

  private static String amount(@Nullable Span span) {
    return span == null ? "" : Integer.toString(span.amount());
  }

  private static Span.Unit unit(@Nullable Span span) {
    return span == null ? Span.Unit.YEARS : span.unit();
  }

  /// @throws IllegalArgumentException if it is no rule
  RetentionRule rule() {
    return new RetentionRule(
        name.strip(),
        kind,
        part,
        source.strip(),
        country.isEmpty() ? null : Country.of(country),
        clock,
        Span.parse(review, reviewUnit),
        Span.parse(purge, purgeUnit),
        isAutomatic(),
        instrument,
        certainty,
        statedIn,
        "",
        Instant.EPOCH);
  }
}
