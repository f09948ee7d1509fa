package org.tripoint.node.exchange.stix;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads one JSON object as strictly as I-JSON (RFC 7493) asks, and bounded: what two readers could
/// understand in two ways is refused.
final class StrictJson {
  /// Bytes of an object; more than any object of ours has.
  static final int LONGEST = 1 << 20;

  private static final int DEEPEST = 64;
  private static final long LARGEST = (1L << 53) - 1;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private StrictJson() {}

  /// @throws NotBelieved if it is not one object
  static JsonNode read(byte[] json) {
    if (json.length > LONGEST) {
      throw NotBelieved.expected("at most " + LONGEST + " bytes", "the object");
    }
    JsonNode object = parse(text(json));
    if (!object.isObject()) {
      throw NotBelieved.expected("one object", "the start");
    }
    check(object, "the object");
    return object;
  }

  private static String text(byte[] json) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(json))
          .toString();
    } catch (CharacterCodingException e) {
      throw NotBelieved.expected("UTF-8", "the object");
    }
  }

  /// The parser's own words may quote what it met, so they are not passed on.
  private static JsonNode parse(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JacksonException e) {
      throw NotBelieved.expected(
          "JSON with no name twice in an object, at most %d deep, and nothing behind it"
              .formatted(DEEPEST),
          "character " + (e.getLocation() == null ? 0 : e.getLocation().getCharOffset()));
    }
  }

  private static void check(JsonNode value, String at) {
    if (value.isObject()) {
      value
          .properties()
          .forEach(member -> {
            requireText(member.getKey(), "a name in " + at);
            check(member.getValue(), at);
          });
    } else if (value.isArray()) {
      for (JsonNode each : value) {
        check(each, at);
      }
    } else if (value.isString()) {
      requireText(value.stringValue(), "a text in " + at);
    } else if (value.isIntegralNumber()) {
      if (!value.canConvertToLong() || Math.abs(value.longValue()) > LARGEST) {
        throw NotBelieved.expected("whole numbers below 2^53", at);
      }
    } else if (value.isNumber() && !Double.isFinite(value.decimalValue().doubleValue())) {
      throw NotBelieved.expected("numbers that 64 bits hold", at);
    } else if (value.isNull()) {
      throw NotBelieved.expected("no null", at);
    }
  }

  private static void requireText(String text, String at) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair) {
        i++;
      } else if (Character.isSurrogate(c) || c == 0) {
        throw NotBelieved.expected("whole characters and no U+0000", at);
      }
    }
  }
}
