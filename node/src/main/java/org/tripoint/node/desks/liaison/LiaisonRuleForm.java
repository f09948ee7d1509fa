package org.tripoint.node.desks.liaison;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A rule as it is proposed.
///
/// @param audience partner and audience, with a slash between
/// @param place "" for any
/// @param family "" for any
public record LiaisonRuleForm(
    String audience,
    String title,
    Set<String> kinds,
    String place,
    String family,
    @Nullable LocalDate since,
    @Nullable LocalDate until) {
  public LiaisonRuleForm {
    kinds = kinds == null ? Set.of() : Set.copyOf(kinds);
    audience = audience == null ? "" : audience;
    title = title == null ? "" : title.strip();
    place = place == null ? "" : place.strip().toUpperCase(Locale.ROOT);
    family = family == null ? "" : family;
  }

  String partner() {
    return audience.split("/", 2)[0];
  }

  String audienceName() {
    int slash = audience.indexOf('/');
    return slash < 0 ? "" : audience.substring(slash + 1);
  }
}
