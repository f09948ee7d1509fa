package org.tripoint.node.desks.law;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/// What somebody asks of the matrix.
///
/// @param family class of substances; "" for any
/// @param find part of a name; "" for any
/// @param changed only rows whose answer turned on the day
/// @param after id of the substance behind which the page begins; "" for the first page
record MatrixQuery(LocalDate day, String family, String find, boolean changed, String after) {

  MatrixQuery on(LocalDate other) {
    return new MatrixQuery(other, family, find, changed, "");
  }

  MatrixQuery behind(String id) {
    return new MatrixQuery(day, family, find, changed, id);
  }

  /// Path and query of its page.
  String address() {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath("/law").queryParam("on", day);
    if (!family.isEmpty()) {
      address.queryParam("class", "{class}");
    }
    if (!find.isEmpty()) {
      address.queryParam("q", "{q}");
    }
    if (changed) {
      address.queryParam("changed", "true");
    }
    if (!after.isEmpty()) {
      address.queryParam("after", "{after}");
    }
    return address
        .encode()
        .buildAndExpand(Map.of("class", family, "q", find, "after", after))
        .toUriString();
  }
}
