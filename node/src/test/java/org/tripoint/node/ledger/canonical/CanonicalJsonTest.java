package org.tripoint.node.ledger.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tripoint.vocabulary.Count;
import org.tripoint.vocabulary.CountUnit;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.InPart;
import org.tripoint.vocabulary.KeyInPart;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Mass;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.PartialDate;
import org.tripoint.vocabulary.Place;
import org.tripoint.vocabulary.Quantity;
import org.tripoint.vocabulary.RawText;
import org.tripoint.vocabulary.RecordId;
import org.tripoint.vocabulary.SubstanceId;

/// Content in canonical JSON, against a stranger's canonicalizer.
class CanonicalJsonTest {

  sealed interface Shape {
    record RoundTablet(BigDecimal diameter) implements Shape {}

    record Brick(int length, @Nullable Shape inside) implements Shape {}
  }

  enum Colour {
    BLUE,
    WHITE
  }

  record Everything(
      String zebra,
      boolean flag,
      int small,
      long large,
      BigDecimal decimal,
      Colour colour,
      LocalDate day,
      YearMonth month,
      Instant instant,
      Country country,
      Place place,
      PartialDate partial,
      Quantity quantity,
      Mass mass,
      SubstanceId substance,
      RecordId record,
      Marking marking,
      List<Shape> shapes,
      Set<String> words,
      Map<String, Integer> counts,
      @Nullable String absent,
      @InPart(Part.NOMINAL) @Nullable String person,
      @InPart(Part.HEALTH) List<String> injuries) {}

  static LongStream seeds() {
    return LongStream.concat(LongStream.rangeClosed(1, 60), LongStream.of(System.nanoTime()));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void writesWhatAStrangerWritesAndReadsItBack(long seed) throws IOException {
    Everything content = everything(new Random(seed));
    ContentCodec<Everything> codec = ContentCodec.of(Everything.class);
    Map<Part, byte[]> parts =
        codec.write(new JsonWriter(), content, "key \u2028 \ud83d\ude00", LocalDate.EPOCH);
    List<String> texts = parts.values().stream().map(PartNotes::text).toList();

    for (String text : texts) {
      assertThat(new JsonCanonicalizer(text).getEncodedString()).as("seed " + seed).isEqualTo(text);
    }
    assertThat(codec.read(texts)).as("seed " + seed).isEqualTo(content);
    assertThat(PartNotes.keyIn(texts)).contains("key \u2028 \ud83d\ude00");
    assertThat(PartNotes.coversIn(texts)).contains(LocalDate.EPOCH);
    String whole = codec.write(content);
    assertThat(codec.parse(whole)).isEqualTo(content);
    assertThat(new JsonCanonicalizer(whole).getEncodedString()).isEqualTo(whole);
    assertThat(codec.same(content, codec.parse(whole))).isTrue();
  }

  private static Everything everything(Random random) {
    Map<String, Integer> counts = new HashMap<>();
    List<Shape> shapes = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      counts.put(text(random), random.nextInt());
      shapes.add(
          random.nextBoolean()
              ? new Shape.RoundTablet(new BigDecimal("8.25"))
              : new Shape.Brick(random.nextInt(), new Shape.Brick(1, null)));
    }
    return new Everything(
        text(random),
        random.nextBoolean(),
        random.nextInt(),
        random.nextLong() >> 11,
        BigDecimal.valueOf(random.nextInt(), random.nextInt(9))
                    .stripTrailingZeros()
                    .add(BigDecimal.ZERO.setScale(0))
                    .stripTrailingZeros()
                    .scale()
                < 0
            ? BigDecimal.TEN
            : new BigDecimal("0.5"),
        Colour.WHITE,
        LocalDate.of(2000 + random.nextInt(50), 1, 31),
        YearMonth.of(2024, 2),
        Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000) * 1000L),
        Country.MEXICO,
        Place.admin1("MX-SIN"),
        PartialDate.year(2020),
        Count.of(random.nextInt(100), CountUnit.TABLET),
        Mass.kilograms("12.5"),
        new SubstanceId.AsReported("down " + random.nextInt()),
        new RecordId(new UUID(random.nextLong(), random.nextLong())),
        Marking.published(),
        shapes,
        Set.of("b" + text(random), "a"),
        counts,
        null,
        random.nextBoolean() ? text(random) : null,
        List.of(text(random)));
  }

  /// Text of every sort: control characters, quotes, Latin, beyond the first plane.
  private static String text(Random random) {
    StringBuilder text = new StringBuilder("t");
    for (int i = random.nextInt(12); i > 0; i--) {
      int point =
          switch (random.nextInt(5)) {
            case 0 -> 1 + random.nextInt(0x1f);
            case 1 -> 1 + random.nextInt(0x7f);
            case 2 -> 0x80 + random.nextInt(0x780);
            case 3 -> 0xE000 + random.nextInt(0x1FFE);
            default -> 0x10000 + random.nextInt(0xFFFFF);
          };
      text.appendCodePoint(point);
    }
    return text.toString();
  }

  @Test
  void namesSortByUtf16CodeUnits() throws IOException {
    record Named(Map<String, String> names) {}
    Map<String, String> names = new HashMap<>();
    for (String name :
        List.of("\u20ac", "\r", "\ufb33", "1", "\ud83d\ude00", "\u0080", "\u00f6", "")) {
      names.put(name, "x");
    }
    String text = ContentCodec.of(Named.class).write(new Named(names));
    assertThat(new JsonCanonicalizer(text).getEncodedString()).isEqualTo(text);
    assertThat(text.indexOf("\ud83d\ude00")).isLessThan(text.indexOf("\ufb33"));
  }

  record Nested(List<Nested> deeper) {}

  @Test
  void refusesWhatCanonicalJsonCannotHold() {
    record Whole(long number) {}
    record Text(String text) {}
    record Fraction(double value) {}
    assertThatThrownBy(() -> ContentCodec.of(Whole.class).write(new Whole(1L << 53)))
        .hasMessageContaining("2^53");
    assertThatThrownBy(() -> ContentCodec.of(Text.class).write(new Text("half \ud83d")))
        .isInstanceOf(ContentRefused.class)
        .hasMessageContaining("whole characters");
    assertThatThrownBy(() -> ContentCodec.of(Text.class).write(new Text("nul \u0000")))
        .isInstanceOf(ContentRefused.class)
        .hasMessageContaining("U+0000");
    assertThatThrownBy(() -> ContentCodec.of(Fraction.class)).hasMessageContaining("double");
    assertThatThrownBy(() -> ContentCodec.of(Nested.class).parse("{\"deeper\":[".repeat(80)))
        .hasMessageContaining("nesting");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"number\":1.0}",
        "{\"number\":01}",
        "{\"number\":-0}",
        "{\"number\":1e3}",
        "{\"number\":9007199254740992}",
        "{\"number\":\"1\"}",
        "{\"number\":1,\"number\":2}",
        "{\"number\":1,\"other\":2}",
        "{}",
        "{\"number\":1} x",
        "{\"number\":null}",
        "[1]",
        "",
        "{\"number\":1",
        "{\"number\":}",
        "{number:1}"
      })
  void refusesJsonThatIsNotTheContent(String json) {
    record Whole(long number) {}
    assertThatThrownBy(() -> ContentCodec.of(Whole.class).parse(json))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void comparesDecimalsToTwelveDigitsAndLeavesRawTextsAside() {
    record Measured(BigDecimal amount, @RawText String text) {}
    ContentCodec<Measured> codec = ContentCodec.of(Measured.class);
    Measured first = new Measured(new BigDecimal("1234.56789012"), "1,234.56789012");
    assertThat(codec.same(first, new Measured(new BigDecimal("1234.567890120001"), "x"))).isTrue();
    assertThat(codec.same(first, new Measured(new BigDecimal("1234.5678902"), "x"))).isFalse();
  }

  record Remark(@RawText String text, @Nullable String sense) {}

  record Figure(BigDecimal value, @RawText String text) {}

  record Cell(Figure figure, @Nullable Remark remark, @Nullable Figure predicted, int year) {}

  @Test
  void namesWhatSaysSomethingElseAndTakesAbsentForRawTextAlone() {
    ContentCodec<Cell> codec = ContentCodec.of(Cell.class);
    Cell first = new Cell(new Figure(new BigDecimal("12"), "12"), null, null, 2017);
    Cell reworded =
        new Cell(
            new Figure(new BigDecimal("12.0"), "12.0"),
            new Remark("numbers may differ", null),
            null,
            2017);
    assertThat(codec.same(first, reworded)).isTrue();
    assertThat(codec.same(reworded, first)).isTrue();
    assertThat(codec.listChanged(first, reworded)).isEmpty();

    Figure twelve = new Figure(BigDecimal.TEN, "10");
    Cell other = new Cell(twelve, new Remark("low", "underreported"), twelve, 2018);
    assertThat(codec.listChanged(first, other))
        .containsExactly("figure.value", "predicted", "remark", "year");
    assertThat(codec.listChanged(reworded, other)).contains("remark.sense");
    assertThat(codec.same(first, other)).isFalse();
  }

  @KeyInPart(Part.NOMINAL)
  record Person(String country) {}

  @Test
  void keepsANominalKeyInItsPart() {
    Map<Part, byte[]> parts =
        ContentCodec.of(Person.class).write(new JsonWriter(), new Person("MX"), "CURP 1", null);
    assertThat(PartNotes.text(parts.get(Part.OPEN))).isEqualTo("{\"country\":\"MX\"}");
    assertThat(PartNotes.text(parts.get(Part.NOMINAL))).isEqualTo("{\"@key\":\"CURP 1\"}");
  }
}
