package org.tripoint.node.exchange.stix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tripoint.node.exchange.stix.StixWorld.WITH_NAMES;
import static org.tripoint.node.exchange.stix.StixWorld.bytes;
import static org.tripoint.node.exchange.stix.StixWorld.parcel;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tripoint.node.exchange.stix.ReadObjects.Known;
import org.tripoint.node.exchange.stix.ReadObjects.Other;
import org.tripoint.node.exchange.stix.ReadObjects.Refused;
import org.tripoint.node.exchange.stix.ReadObjects.Revoked;
import org.tripoint.node.exchange.stix.SeenObjects.Seen;
import org.tripoint.node.testing.TestDatabase;

/// What comes from outside: what is not what it has to be is refused, and never quoted.
@TestInstance(Lifecycle.PER_CLASS)
class ReadStixObjectsTest {
  private static final String UUID = "01900000-0000-7000-8000-000000000000";

  private TestDatabase database;
  private StixWorld world;
  private String good;

  @BeforeAll
  void start() {
    database = TestDatabase.fresh();
    world = new StixWorld(database);
    world.give(0, world.put("a", parcel("SECRET", "SECRET name")), WITH_NAMES);
    world.freezeAll();
    good = world.current(0).values().iterator().next();
  }

  @AfterAll
  void end() {
    database.close();
  }

  @Test
  void believesWhatItWrites() {
    assertThat(world.read.read(bytes(good))).isInstanceOf(Known.class);
  }

  record Spoiled(String from, String to) {}

  private static Stream<Spoiled> spoiled() {
    return Stream.of(
        new Spoiled("\"type\":", "\"type\":\"tripoint-parcel\",\"type\":"),
        new Spoiled("\"what\":\"SECRET\"", "\"what\":\"SECRET\",\"what\":\"SECRET\""),
        new Spoiled("\"what\":\"SECRET\"", "\"what\":7"),
        new Spoiled("\"what\":\"SECRET\"", "\"what\":null"),
        new Spoiled("\"what\":\"SECRET\"", "\"what\":\"SECRET\\ud800\""),
        new Spoiled("\"what\":\"SECRET\"", "\"what\":\"SECRET\\u0000\""),
        new Spoiled("\"what\":\"SECRET\"", "\"SECRET\":\"SECRET\""),
        new Spoiled("\"what\":\"SECRET\"", "\"what\":\"SECRET\",\"SECRET\":1"),
        new Spoiled(",\"what\":\"SECRET\"", ""),
        new Spoiled("\"kind_version\":1", "\"kind_version\":\"1\""),
        new Spoiled("\"kind_version\":1", "\"kind_version\":1e400"),
        new Spoiled("\"kind\":\"parcel\"", "\"kind\":\"SECRET\""),
        new Spoiled("\"parts\":[\"open\",\"nominal\"]", "\"parts\":[\"open\"]"),
        new Spoiled("\"parts\":[\"open\",\"nominal\"]", "\"parts\":[]"),
        new Spoiled("\"parts\":[\"open\",\"nominal\"]", "\"parts\":[\"open\",\"SECRET\"]"),
        new Spoiled("\"spec_version\":\"2.1\"", "\"spec_version\":\"SECRET\""),
        new Spoiled("\"tlp\":\"CLEAR\"", "\"tlp\":\"SECRET\""),
        new Spoiled("\"tlp\":\"CLEAR\"", "\"tlp\":\"RED\""),
        new Spoiled("\"marks\":[\"red\",\"blue\"]", "\"marks\":[]"),
        new Spoiled("\"id\":\"tripoint-parcel--", "\"id\":\"tripoint-other--"),
        new Spoiled("\"modified\":\"2026", "\"modified\":\"SECRET"),
        new Spoiled("\"modified\":\"2026", "\"modified\":\"1999"),
        new Spoiled("\"modified\":", "\"unmodified\":"));
  }

  @ParameterizedTest
  @MethodSource("spoiled")
  void refusesWhatIsSpoiledAndQuotesNothing(Spoiled spoiled) {
    assertThat(good).contains(spoiled.from());
    var received = world.read.read(bytes(good.replace(spoiled.from(), spoiled.to())));
    assertThat(received).isInstanceOf(Refused.class);
    assertThat(received.toString()).doesNotContain("SECRET");
  }

  @Test
  void refusesWhatIsNotOneObjectInUtf8OfAReasonableSize() {
    byte[] latin = good.replace("SECRET", "é").getBytes(StandardCharsets.ISO_8859_1);
    String deep = "{\"a\":".repeat(70) + "1" + "}".repeat(70);
    String large = good.replace("SECRET", "x".repeat(StrictJson.LONGEST));
    for (byte[] each :
        new byte[][] {
          latin,
          bytes(""),
          bytes("[]"),
          bytes("null"),
          bytes(good + good),
          bytes(good + "x"),
          bytes("\ufeff" + good),
          bytes(deep),
          bytes(large),
          bytes("{\"type\":\"note\",\"id\":\"note--" + UUID + "\",\"x\":9007199254740993}"),
          bytes(good.substring(0, good.length() - 1))
        }) {
      assertThat(world.read.read(each)).isInstanceOf(Refused.class);
    }
  }

  @Test
  void keepsWhatItDoesNotShow() {
    assertThat(world.read.read(bytes(other("identity", ""))))
        .isEqualTo(new Other("identity--" + UUID, "identity", null));
    assertThat(world.read.read(bytes(other("tripoint-of-later", "")))).isInstanceOf(Other.class);
    assertThat(world.read.read(bytes(good.replace("\"kind_version\":1", "\"kind_version\":2"))))
        .isInstanceOf(Other.class);
  }

  @Test
  void takesNothingThatEachNodeMakesForItself() {
    assertThat(world.read.read(bytes(other("tripoint-merge-decision", times()))))
        .isInstanceOf(Refused.class);
    assertThat(world.read.read(bytes(other("tripoint-release", times()))))
        .isInstanceOf(Refused.class);
  }

  @Test
  void readsTombstonesOfWhateverType() {
    assertThat(world.read.read(bytes(other("tripoint-parcel", times() + ",\"revoked\":true"))))
        .isEqualTo(
            new Revoked("tripoint-parcel--" + UUID, Instant.parse("2026-01-02T00:00:00.123Z")));
  }

  private static String times() {
    return ",\"created\":\"2026-01-01T00:00:00Z\",\"modified\":\"2026-01-02T00:00:00.123Z\"";
  }

  private static String other(String type, String more) {
    return "{\"type\":\"%s\",\"id\":\"%s--%s\",\"spec_version\":\"2.1\"%s}"
        .formatted(type, type, UUID, more);
  }

  @Test
  void remembersWhatEachPartnerSaid() {
    SeenObjects seen = new SeenObjects(world.jdbc);
    Instant modified = Instant.parse("2026-01-02T00:00:00.123Z");
    assertThat(seen.see("ca", "a--1", modified, bytes("x"))).isEqualTo(Seen.NEW);
    assertThat(seen.see("ca", "a--1", modified, bytes("x"))).isEqualTo(Seen.SAME);
    assertThat(seen.see("ca", "a--1", modified, bytes("y"))).isEqualTo(Seen.OTHER);
    assertThat(seen.see("mx", "a--1", modified, bytes("y"))).isEqualTo(Seen.NEW);
  }
}
