package org.tripoint.node.detectors.pages;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.tripoint.node.detectors.DetectorSetting;
import org.tripoint.node.detectors.Method;

/// A setting as a person types it.
///
/// @param dimensions words with commas between
public record SettingForm(
    @Nullable String name,
    @Nullable Method method,
    @Nullable String watch,
    @Nullable List<String> dimensions,
    @Nullable String chance,
    @Nullable String falseShare,
    @Nullable String leastReports) {

  static SettingForm of(DetectorSetting setting) {
    return new SettingForm(
        setting.name(),
        setting.method(),
        setting.watch(),
        setting.dimensions(),
        setting.chance().toPlainString(),
        setting.falseShare().toPlainString(),
        Integer.toString(setting.leastReports()));
  }

  /// Whether anything was typed.
  public boolean isTyped() {
    return method != null;
  }

  /// Its values as the query of an address, so that a link brings them back.
  public String query() {
    Method typed = method;
    List<String> all = dimensions;
    return UriComponentsBuilder.fromPath("")
        .queryParam("name", text(name))
        .queryParam("method", typed == null ? "" : typed.name())
        .queryParam("watch", text(watch))
        .queryParam("dimensions", all == null ? List.of() : all)
        .queryParam("chance", text(chance))
        .queryParam("falseShare", text(falseShare))
        .queryParam("leastReports", text(leastReports))
        .encode()
        .toUriString()
        .substring(1);
  }

  /// What was typed under a name, or nothing.
  public String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  public boolean has(String dimension) {
    List<String> all = dimensions;
    return all != null && all.contains(dimension);
  }

  /// The setting that was typed; who and when are added as it is kept.
  ///
  /// @throws IllegalArgumentException if it is none
  DetectorSetting setting() {
    Method typed = method;
    List<String> all = dimensions;
    if (typed == null || all == null) {
      throw new IllegalArgumentException("expected a method and dimensions");
    }
    return new DetectorSetting(
        text(name).strip(),
        typed,
        text(watch),
        all,
        false,
        number(chance),
        number(falseShare),
        number(leastReports).intValueExact(),
        "",
        Instant.EPOCH);
  }

  private BigDecimal number(@Nullable String typed) {
    try {
      return new BigDecimal(text(typed).strip().replace(',', '.'));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("expected a number, found " + typed, e);
    }
  }
}
