package org.tripoint.node.exchange.taxii;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tripoint.node.exchange.taxii.Inbox.Body;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// The objects of an envelope, each as the bytes that were sent: what is signed or compared later
/// is what came.
final class EnvelopeObjects {

  /// Objects in one envelope.
  static final int MOST = 20_000;

  private static final int DEEPEST = 64;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(1 << 20)
                  .maxNameLength(1_000)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private EnvelopeObjects() {}

  /// @throws TaxiiRefusal when it is no envelope: not one JSON object in UTF-8, a member twice, too
  ///   deep, or no list of objects in it
  static List<Body> split(byte[] envelope) {
    requireUtf8(envelope);
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), envelope)) {
      require(parser.nextToken() == JsonToken.START_OBJECT, "Expected an envelope.");
      List<Body> objects = new ArrayList<>();
      boolean found = false;
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean list = parser.currentName().equals("objects");
        found |= list;
        JsonToken value = parser.nextToken();
        if (list) {
          require(value == JsonToken.START_ARRAY, "Expected 'objects' to be a list.");
          read(parser, envelope, objects);
        } else {
          parser.skipChildren();
        }
      }
      require(found && !objects.isEmpty(), "Expected at least one object in 'objects'.");
      require(parser.nextToken() == null, "Expected nothing after the envelope.");
      return objects;
    } catch (JacksonException e) {
      throw TaxiiRefusal.unprocessable(
          "Expected JSON without repeated members, at most " + DEEPEST + " levels deep.");
    }
  }

  private static void read(JsonParser parser, byte[] envelope, List<Body> objects) {
    JsonToken token = parser.nextToken();
    while (token != JsonToken.END_ARRAY) {
      require(token == JsonToken.START_OBJECT, "Expected only objects in 'objects'.");
      require(objects.size() < MOST, "Expected at most " + MOST + " objects.");
      int from = Math.toIntExact(parser.currentTokenLocation().getByteOffset());
      parser.skipChildren();
      int to = Math.toIntExact(parser.currentLocation().getByteOffset());
      objects.add(new Body(Arrays.copyOfRange(envelope, from, to)));
      token = parser.nextToken();
    }
  }

  /// The parser would also read UTF-16 and UTF-32; these have a zero among their first bytes.
  private static void requireUtf8(byte[] envelope) {
    require(envelope.length > 1, "Expected an envelope.");
    require((envelope[0] & 0xff) < 0x80, "Expected an envelope without a byte order mark.");
    for (int i = 0; i < Math.min(4, envelope.length); i++) {
      require(envelope[i] != 0, "Expected an envelope in UTF-8.");
    }
  }

  private static void require(boolean condition, String expected) {
    if (!condition) {
      throw TaxiiRefusal.unprocessable(expected);
    }
  }
}
