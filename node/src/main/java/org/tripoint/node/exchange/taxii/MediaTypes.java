package org.tripoint.node.exchange.taxii;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which media types are spoken: `application/taxii+json`, version 2.1.
///
/// A range without a version means every version; `*/*` and `application/*` are served, which the
/// standard leaves open. A request without `Accept` is not one of TAXII.
final class MediaTypes {
  static final String TAXII = "application/taxii+json;version=2.1";
  static final String STIX = "application/stix+json;version=2.1";

  private static final Pattern PARAMETER = Pattern.compile("([a-z0-9_-]+)=\"?([^\"]*)\"?");
  private static final Pattern ZERO = Pattern.compile("0(?:\\.0{0,3})?");

  private MediaTypes() {}

  static boolean isAccepted(Iterable<String> accepts) {
    for (String header : accepts) {
      for (String range : header.split(",", 50)) {
        if (fits(range, List.of("application/taxii+json", "application/*", "*/*"))) {
          return true;
        }
      }
    }
    return false;
  }

  static boolean isTaxii(@Nullable String contentType) {
    return contentType != null && fits(contentType, List.of("application/taxii+json"));
  }

  static List<String> values(java.util.Enumeration<String> headers) {
    return new ArrayList<>(Collections.list(headers));
  }

  private static boolean fits(String range, List<String> types) {
    String[] pieces = range.toLowerCase(Locale.ROOT).split(";", 20);
    if (!types.contains(pieces[0].strip())) {
      return false;
    }
    for (int i = 1; i < pieces.length; i++) {
      var parameter = PARAMETER.matcher(pieces[i].strip());
      if (parameter.matches() && !isFine(parameter.group(1), parameter.group(2))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isFine(String name, String value) {
    return switch (name) {
      case "version" -> value.equals("2.1");
      case "charset" -> value.equals("utf-8");
      case "q" -> !ZERO.matcher(value).matches();
      default -> true;
    };
  }
}
