package org.tripoint.node.desks.law.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tripoint.engines.chemistry.registry.RegistryReader;
import org.tripoint.engines.chemistry.registry.Substance;
import org.tripoint.node.desks.law.LawReading;
import org.tripoint.node.desks.law.reading.CompareReadings.Change;
import org.tripoint.node.desks.law.reading.CompareReadings.Sort;
import org.tripoint.node.desks.law.reading.TextRefused.Why;
import org.tripoint.testsupport.PublicData;
import org.tripoint.testsupport.Seeds;

/// Texts of instruments: what is refused, what is read, and what changed.
class TextReadersTest {

  private static final String ACT =
      """
      <?xml version="1.0" encoding="utf-8"?>
      <Statute lims:current-date="2026-06-14" lims:lastAmendedDate="2026-06-05" xml:lang="en"
        xmlns:lims="http://justice.gc.ca/lims">
      <Identification><ShortTitle>Made Act</ShortTitle>
      <ConsolidatedNumber>M-1</ConsolidatedNumber></Identification>
      <Body><Section><MarginalNote>Short title</MarginalNote><Label>1</Label><Text>This is the
        <XRefExternal>Made Act</XRefExternal>.</Text></Section></Body>
      <Schedule><ScheduleFormHeading><Label>SCHEDULE VI</Label></ScheduleFormHeading>
      <Group><GroupHeading><Label>PART 1</Label></GroupHeading><List>
      <Item lims:inforce-start-date="2023-08-30"><Label>30</Label><Text>4-AP (<Emphasis>N</Emphasis>-phenyl)
        and its salts:</Text><List><Item><Label>(1)</Label><Text>1-boc-4-AP</Text></Item></List></Item>
      </List></Group>
      <Group><GroupHeading><Label>PART 2</Label></GroupHeading><List>
      <Item><Label>7</Label><Text>Benzyl chloride</Text></Item></List></Group>
      <HistoricalNote><HistoricalNoteSubItem>1996, c. 19</HistoricalNoteSubItem></HistoricalNote>
      </Schedule>
      <Schedule><RelatedOrNotInForce><Section><Label>9</Label><Text>later</Text></Section>
      </RelatedOrNotInForce></Schedule>
      </Statute>
      """;
  private static final String LIST =
      """
      substance,dea_number,schedule,narcotic,other_names
      Fentanyl,9801,II,Y,"Duragesic, ""Actiq"" b"
      Xylazine-like,1000,III,N,
      """;

  private static LawReading read(String text) throws TextRefused {
    return ReadText.read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void refused(String text, Why why) {
    assertThatExceptionOfType(TextRefused.class)
        .isThrownBy(() -> read(text))
        .satisfies(e -> assertThat(e.why()).isEqualTo(why));
  }

  @Test
  void refusesWithAReason() {
    refused("", Why.EMPTY);
    refused("<Statute", Why.NOT_XML);
    refused("<html/>", Why.NOT_AN_INSTRUMENT);
    refused(ACT.replace("xml:lang=\"en\"", ""), Why.NOT_AN_INSTRUMENT);
    refused(ACT.replace("M-1", " "), Why.NOT_AN_INSTRUMENT);
    refused(
        ACT.replace("<Statute", "<!DOCTYPE Statute [<!ENTITY a \"b\">]>\n<Statute"), Why.HAS_DTD);
    refused(
        ACT.replace("<Statute", "<!DOCTYPE Statute SYSTEM \"file:///etc/passwd\">\n<Statute"),
        Why.HAS_DTD);
    refused(ACT.replace("1-boc-4-AP", "<a>".repeat(300) + "</a>".repeat(300)), Why.TOO_DEEP);
    refused(ACT.replace("1-boc-4-AP", "x".repeat(100_100)), Why.TOO_LONG_ITEM);
    refused(
        "<Statute xml:lang=\"en\"><ConsolidatedNumber>M</ConsolidatedNumber></Statute>",
        Why.NO_ITEMS);
    refused("a,b\n1,2\n", Why.NOT_THE_LIST);
    refused(LIST.replace(",III,", ",VII,"), Why.BAD_LINE);
    refused(LIST + "\"open", Why.BAD_LINE);
    refused(LIST.lines().findFirst().orElseThrow(), Why.NO_ITEMS);
    assertThatExceptionOfType(TextRefused.class)
        .isThrownBy(() -> ReadText.read(new byte[] {(byte) 0x1F, (byte) 0x8B, 1, 2}))
        .satisfies(e -> assertThat(e.why()).isEqualTo(Why.NOT_PACKED_WELL));
    assertThatExceptionOfType(TextRefused.class)
        .isThrownBy(() -> ReadText.read(new byte[] {'a', (byte) 0xFF, (byte) 0xFE}))
        .satisfies(e -> assertThat(e.why()).isEqualTo(Why.NOT_TEXT));
  }

  @Test
  void refusesAFileThatUnpacksBeyondTheCap() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      byte[] blanks = " ".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 30; i++) {
        out.write(blanks);
      }
    }
    assertThatExceptionOfType(TextRefused.class)
        .isThrownBy(() -> ReadText.read(packed.toByteArray()))
        .satisfies(e -> assertThat(e.why()).isEqualTo(Why.TOO_LARGE));
  }

  @Test
  void readsSectionsAndItemsByTheirPlace() throws TextRefused {
    LawReading act = read(ACT);

    assertThat(act.key()).isEqualTo("M-1/en");
    assertThat(act.title()).isEqualTo("Made Act");
    assertThat(act.currentTo()).hasToString("2026-06-14");
    assertThat(act.items())
        .extracting(LawReading.Item::path, LawReading.Item::text)
        .containsExactly(
            tuple("s. 1", "This is the Made Act."),
            tuple("VI-30", "4-AP (N-phenyl) and its salts:"),
            tuple("VI-30(1)", "1-boc-4-AP"),
            tuple("VI-2-7", "Benzyl chloride"));
    assertThat(read(LIST).items())
        .extracting(LawReading.Item::path)
        .containsExactly("Fentanyl", "Xylazine-like");
  }

  @Test
  void tellsWhatWasAddedRemovedChangedAndRenumbered() throws TextRefused {
    LawReading before = read(ACT);
    LawReading after =
        read(
            ACT.replace("Benzyl chloride", "Benzyl chloride and its salts")
                .replace("<Label>(1)</Label>", "<Label>(2)</Label>")
                .replace(
                    "<List><Item><Label>(2)",
                    "<List>"
                        + "<Item><Label>(1)</Label><Text>xylazine</Text></Item>"
                        + "<Item><Label>(2)")
                .replace("This is the", "This was the"));

    assertThat(CompareReadings.compare(before, before)).isEmpty();
    List<Change> changes = CompareReadings.compare(before, after);
    assertThat(changes)
        .extracting(Change::sort)
        .containsExactly(Sort.CHANGED, Sort.ADDED, Sort.RENUMBERED, Sort.CHANGED);
    assertThat(CompareReadings.compare(after, before))
        .extracting(Change::sort)
        .contains(Sort.REMOVED);
  }

  @Test
  void findsSubstancesByWholeWords() {
    var registry = RegistryReader.readOwn();
    assertThat(NamedIn.find("Isotonitazene, its salts", registry))
        .extracting(Substance::id)
        .containsExactly("isotonitazene");
    assertThat(NamedIn.find("N-desethyl isotonitazene", registry))
        .extracting(Substance::id)
        .contains("n-desethyl-isotonitazene");
    assertThat(NamedIn.find("metofentanylol", registry)).isEmpty();
  }

  @Test
  void readsTheOfficialFiles() throws Exception {
    Path folder = PublicData.require("canada-cdsa");
    LawReading act = ReadText.read(Files.readAllBytes(folder.resolve("C-38.8_eng.xml.gz")));
    LawReading loi = ReadText.read(Files.readAllBytes(folder.resolve("C-38.8_fra.xml.gz")));

    assertThat(act.key()).isEqualTo("C-38.8/en");
    assertThat(loi.key()).isEqualTo("C-38.8/fr");
    assertThat(act.amended()).hasToString("2026-06-05");
    assertThat(act.items())
        .anySatisfy(one -> {
          assertThat(one.path()).isEqualTo("VI-30(1)");
          assertThat(one.text()).contains("boc");
        })
        .anySatisfy(one -> assertThat(one.path()).isEqualTo("VI-2-7"))
        .anySatisfy(one -> assertThat(one.text()).contains("Spirobrorphine"));
    List<String> paths =
        act.items().stream()
            .map(LawReading.Item::path)
            .filter(one -> one.startsWith("I-"))
            .toList();
    assertThat(paths).hasSizeGreaterThan(200);
    assertThat(loi.items()).extracting(LawReading.Item::path).contains("VI-30(1)", "I-16(5)");
    for (String name :
        List.of(
            "SOR-2002-359_precursor_control_eng.xml.gz", "DORS-2002-359_precurseurs_fra.xml.gz")) {
      LawReading regulation = ReadText.read(Files.readAllBytes(folder.resolve(name)));
      assertThat(regulation.instrument()).endsWith("2002-359");
      assertThat(regulation.items()).hasSizeGreaterThan(100);
    }
  }

  @Test
  void readsTheListOfTheUnitedStates() throws Exception {
    Path folder = PublicData.require("dea-controlled-substances");
    LawReading list = ReadText.read(Files.readAllBytes(folder.resolve("dea_csa_alpha.csv")));
    assertThat(list.items()).hasSize(511);
  }

  @Test
  void noMangledTextHangsOrEscapes() {
    campaign(20_000);
  }

  @Test
  @Tag("campaign")
  void noMangledTextHangsOrEscapesAMillionTimes() {
    campaign(1_000_000);
  }

  /// So many inputs for each of the two readers.
  private static void campaign(int inputs) {
    int share = inputs / Seeds.list().size() + 1;
    for (String text : List.of(ACT, LIST)) {
      byte[] whole = text.getBytes(StandardCharsets.UTF_8);
      Seeds.forEach((random, seed) -> campaign(whole, share, random));
    }
  }

  private static void campaign(byte[] whole, int inputs, RandomGenerator random) {
    long read = 0;
    for (int i = 0; i < inputs; i++) {
      byte[] mangled = mangle(whole, random);
      long start = System.nanoTime();
      try {
        LawReading reading = ReadText.read(mangled);
        assertThat(reading.items()).isNotEmpty();
        read++;
      } catch (TextRefused e) {
        assertThat(e.why()).isNotNull();
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }
    assertThat(read).isPositive().isLessThan(inputs);
  }

  private static byte[] mangle(byte[] seed, RandomGenerator random) {
    byte[] bytes = seed.clone();
    int edits = 1 + random.nextInt(4);
    for (int i = 0; i < edits; i++) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 ->
            bytes[at] = "<>&\"'/=![],\n\0".getBytes(StandardCharsets.UTF_8)[random.nextInt(13)];
        case 2 -> {
          int from = random.nextInt(bytes.length);
          int length = Math.min(random.nextInt(40), bytes.length - Math.max(at, from));
          System.arraycopy(bytes, from, bytes, at, Math.max(0, length));
        }
        default -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
      }
    }
    return bytes;
  }
}
