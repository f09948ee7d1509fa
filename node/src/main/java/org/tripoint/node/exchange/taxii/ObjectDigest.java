package org.tripoint.node.exchange.taxii;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Tells whether two objects say the same: SHA-256 of the object with its members in order and
/// without white space. A program that sends the same object again may write it in another way.
final class ObjectDigest {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  private ObjectDigest() {}

  static byte[] of(byte[] object) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(JSON.writeValueAsBytes(JSON.readValue(object, Map.class)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("expected SHA-256 in the JDK", e);
    }
  }
}
