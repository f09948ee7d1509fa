package org.tripoint.node.exchange.journal;

import java.util.Map;

/// A batch as it travels: signed, with the objects that it gives.
///
/// @param signed the batch
/// @param objects bytes of the objects by their SHA-256, hexadecimal; one whose content is gone is
///   missing
record Delivery(String signed, Map<String, byte[]> objects) {
  Delivery {
    objects = Map.copyOf(objects);
  }
}
