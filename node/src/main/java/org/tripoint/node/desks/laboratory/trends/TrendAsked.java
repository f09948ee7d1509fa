package org.tripoint.node.desks.laboratory.trends;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.desks.laboratory.lists.ReadTrends;
import org.tripoint.node.desks.laboratory.lists.TrendQuestion;
import org.tripoint.node.desks.laboratory.results.SampleOrigin;

/// What a person asks of trends; all of it stands in the address. "" where nothing was said.
///
/// @param substance key of a substance
/// @param origin code of a sample origin; "" for all, side by side
/// @param place first-level subdivision
/// @param from first month
/// @param to last month
public record TrendAsked(String substance, String origin, String place, String from, String to) {

  private static final YearMonth FIRST = YearMonth.of(1900, 1);
  private static final YearMonth LAST = YearMonth.of(2199, 12);

  public TrendAsked(
      @Nullable String substance,
      @Nullable String origin,
      @Nullable String place,
      @Nullable String from,
      @Nullable String to) {
    this.substance = plain(substance);
    this.origin = plain(origin);
    this.place = plain(place);
    this.from = plain(from);
    this.to = plain(to);
  }

  private static String plain(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  /// Whether samples of this origin are asked for; drug checks are, however they were analysed.
  boolean isOf(String oneOrigin) {
    return origin.isEmpty()
        || oneOrigin.equals(origin)
        || (oneOrigin.equals(ReadTrends.INFRARED)
            && origin.equals(SampleOrigin.DRUG_CHECKING.name()));
  }

  /// The question about samples of one origin; months that cannot be meant are not asked for.
  TrendQuestion of(String oneOrigin) {
    YearMonth first = month(from, FIRST);
    YearMonth last = month(to, LAST);
    return new TrendQuestion(
        substance, oneOrigin, place, first, last.isBefore(first) ? first : last);
  }

  private static YearMonth month(String text, YearMonth otherwise) {
    try {
      YearMonth month = YearMonth.parse(text);
      return month.isBefore(FIRST) || month.isAfter(LAST) ? otherwise : month;
    } catch (DateTimeException e) {
      return otherwise;
    }
  }

  /// Address of the page about a substance, all else the same.
  String address(String aboutSubstance) {
    Map<String, String> values = new TreeMap<>();
    values.put("substance", aboutSubstance);
    values.put("origin", origin);
    values.put("place", place);
    values.put("from", from);
    values.put("to", to);
    return values.entrySet().stream()
        .filter(one -> !one.getValue().isEmpty())
        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&", "/laboratory/trends?", ""));
  }
}
