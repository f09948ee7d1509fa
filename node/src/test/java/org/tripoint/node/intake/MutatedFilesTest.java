package org.tripoint.node.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.tripoint.node.intake.Delivery.AskedTo;
import org.tripoint.node.intake.FindFormat.Answer;
import org.tripoint.node.intake.Format.Header;
import org.tripoint.node.intake.RecordBatches.Next;
import org.tripoint.node.intake.reading.Limits;
import org.tripoint.node.intake.reading.TableFile;
import org.tripoint.node.intake.reading.TableFile.Looked;
import org.tripoint.node.intake.reading.TableFile.Opened;
import org.tripoint.node.testing.TestDatabase;

/// Files of every layout with bytes and cells changed at random: none crashes an import, and every
/// row has one outcome.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(ImportRun.class)
class MutatedFilesTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();

  /// Two or three rows of each layout, invented.
  private static final List<String> FILES =
      List.of(
          """
          FY,Month (abbv),Component,Region,Land Filter,Area of Responsibility,Drug Type,Count of Event,Sum Qty (lbs)
          2019,OCT,U.S. Border Patrol,Southwest Border,Land Only,TUCSON SECTOR,Fentanyl,3,2.5
          2026 (FYTD),DEC,Office of Field Operations,Northern Border,Other,DETROIT FIELD OFFICE,Other Drugs**,1,0.00661386786
          """,
          """
          State,Year,Month,Period,Indicator,Data Value,Percent Complete,Percent Pending Investigation,State Name,Footnote,Footnote Symbol,Predicted Value
          CT,2018,June,12 month-ending,Cocaine (T40.5),"1,004",99.5+,0.2,Connecticut,Underreported due to incomplete data.,*,1010
          YC,2018,July,12 month-ending,Number of Deaths,"52,001",100,0.123456789012345,New York City,,,
          """,
          """
          Substance,Source,Specific_Measure,Type_Event,Region,PRUID,Time_Period,Year_Quarter,Aggregator,Disaggregator,Unit,Value
          Opioids,Deaths,Overall numbers,Total apparent opioid toxicity deaths,Canada,1,By year,2019,,,Number,1234
          Opioids,Deaths,Sex,Accidental apparent opioid toxicity deaths,Ontario,35,By quarter,2020 Q3,Sex,Male,Percent,Suppressed
          """,
          """
          REGION,SUBREGION,COUNTRY,ADMINISTRATIVE_DIVISION,PLACE,SEIZURE_DATE,DRUG_NAME,AMOUNT,DRUG_UNIT,HIDING_PLACE,INSTALLATION,TRANSPORT,PRODUCING_COUNTRY,DEPARTURE_COUNTRY,DESTINATION_COUNTRY
          Europe,East Europe,Czech Republic,Praha,Ruzyne,2016-05-06,Heroin,250,Gram,Baggage,Airport,Commercial air,Afghanistan,Turkey,EU
          Europe,East Europe,Czech Republic,Praha,Ruzyne,2016-05-06,Heroin,250,Gram,Baggage,Airport,Commercial air,Afghanistan,Turkey,EU
          """,
          """
          Date,Location,Province,Health Authority,Sold As/Expected Drug,Category,Colour,Texture,Code,Fentanyl,Benzodiazepine,FTIR Spectrometer,Source
          2021-03-04,Vancouver,BC,Vancouver Coastal,Down,Opioid,Purple,Pebbles,A1,Pos,Neg,"Caffeine, Fentanyl or Analog",Site
          2021-03-05,Victoria,BC,Island,MDMA,Stimulant,,,,Neg,,MDMA,Site
          """,
          """
          Folio,Fecha,Entidad,Municipio,Concepto,Cantidad,Unidad,Presentación,Tipo de sitio,Base del conteo,Detenidos,Zona militar
          F-1,05/03/2024,Sinaloa,Culiacán,Pastillas de fentanilo,"12,500",pastillas,,,asegurado,2,9/a.
          F-1,05/03/2024,Sinaloa,Culiacán,Laboratorio,1,sitio,,laboratorio clandestino,inhabilitado,2,9/a.
          F-2,06/03/2024,Sonora,Nogales,Metanfetamina,40.5,kg,cristal,,asegurado,0,45/a.
          """,
          """
          source_record_id,country,agency,event_date,place,place_scheme,latitude,longitude,precision_m,setting,direction,mode,conveyance,concealment,is_joint,partner_agency,item_no,item_class,substance_list,substance,form,quantity,unit,weight_basis,count_basis,site_class,imprint,case_number,person_name,status
          R-1,CA,CBSA,2024-02-29,CA-ON,ADMIN1,42.3,-83.0,5000,PORT_OF_ENTRY,INBOUND,ROAD,truck,cargo,true,HSI,1,DRUG,tripoint,Cocaine,POWDER,48.2,kg,GROSS,SECURED,UNKNOWN,,C-9,Name Invented,REPORTED
          R-1,CA,CBSA,2024-02-29,CA-ON,ADMIN1,42.3,-83.0,5000,PORT_OF_ENTRY,INBOUND,ROAD,truck,cargo,true,HSI,2,CURRENCY,,dollars,UNKNOWN,12000,CAD,UNKNOWN,SECURED,UNKNOWN,,C-9,Name Invented,REPORTED
          R-2,CA,CBSA,2024-03,CA-QC,ADMIN1,,,,MAIL,INBOUND,MAIL,,,false,,1,DRUG,tripoint,Fentanyl,POWDER,12,g,NET,SECURED,UNKNOWN,,,,WITHDRAWN
          """,
          """
          country,jurisdiction,jurisdiction_scheme,indicator_list,indicator,period_kind,period_start,period_end,measure,state,value,predicted,percent_complete,percent_pending,footnote
          MX,MX-BCN,ADMIN1,icd-10,T40.4,MONTH,2024-01-01,2024-01-31,DEATHS,REPORTED,12,14,98,0.5,provisional
          US,US-OH,ADMIN1,ems,opioid,WEEK,2024-01-01,2024-01-07,EMS_RESPONSES,SUPPRESSED,,,,,small
          """);

  private static final List<String> NAMES =
      List.of(
          "nationwide-drugs.csv",
          "vsrr_2018-10.csv",
          "harms.csv",
          "ids.csv",
          "ftir.csv",
          "mx-sedena_2024-04-08.csv",
          "ca-cbsa_2024-04-08.csv",
          "mx-sisvea_2024-04-08.csv");

  private static final List<String> CELLS =
      List.of(
          "",
          "-0",
          "1e99",
          "1E-40",
          "99999999999999999999999999999999999999999",
          "+12345-06-07",
          "0000-00-00",
          "29/02/2023",
          "NaN",
          "\ud83d\ude00".repeat(150),
          "e\u0301\u202e\ufeff\u00a0",
          "\u0001\u001f",
          "'; drop table x; --",
          "\"\"",
          "=1+1",
          "x".repeat(5_000),
          "{0} ''%s",
          "inchikey:",
          "group:a@b");

  @Autowired private FindFormat formats;
  @Autowired private ImportRun run;
  @TempDir private Path folder;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    DATABASE.register(registry);
  }

  /// Through every stage before the ledger, many times.
  @Test
  void noChangedFileCrashesItsReader() throws IOException {
    long fresh = System.nanoTime();
    for (long seed : new long[] {1, 2, 3, fresh}) {
      var random = new Random(seed);
      for (int i = 0; i < 250; i++) {
        int which = random.nextInt(FILES.size());
        byte[] bytes = changed(FILES.get(which), random);
        read(NAMES.get(which), bytes, "seed %d file %d".formatted(seed, i));
      }
    }
  }

  private void read(String name, byte[] bytes, String label) throws IOException {
    Path path = folder.resolve("changed");
    Files.write(path, bytes);
    var looked = TableFile.look(path, name, "", Limits.usual());
    if (!(looked instanceof Looked.Sound sound)
        || !(sound.file().open() instanceof Opened.Rows rows)) {
      return;
    }
    try (var table = rows.reader()) {
      var header = new Header(OurColumns.in(table.columns()).theirs());
      if (!(formats.find(header, name, null) instanceof Answer.Read read)) {
        return;
      }
      var batches = new RecordBatches(table, formats.open(read.found(), header), 3, null, null);
      long next = 1;
      while (batches.next() instanceof Next.Rows batch) {
        assertThat(batch.batch().firstRow()).as(label).isEqualTo(next);
        next = batch.batch().lastRow() + 1;
      }
    }
  }

  /// Through the whole import, ledger and quarantine.
  @Test
  void accountsForEveryRowOfAChangedFile() throws IOException {
    long fresh = System.nanoTime();
    for (long seed : new long[] {4, fresh}) {
      var random = new Random(seed);
      for (int i = 0; i < 20; i++) {
        int which = random.nextInt(FILES.size());
        byte[] bytes = changed(FILES.get(which), random);
        String label = "seed %d file %d".formatted(seed, i);
        ImportJob job =
            run.run(
                NAMES.get(which),
                bytes,
                AskedTo.APPEND,
                false,
                Instant.parse("2024-05-01T00:00:00Z"));
        assertThat(job.state())
            .as(label + "\n" + new String(bytes, StandardCharsets.UTF_8))
            .isIn(ImportState.DONE, ImportState.REFUSED, ImportState.NEEDS_ANSWER);
        if (job.state() == ImportState.DONE && job.sameAs() == null) {
          RowCounts counts = job.counts();
          assertThat(
                  counts.appended() + counts.unchanged() + counts.skipped() + counts.quarantined())
              .as(label)
              .isEqualTo(counts.rows());
          assertThat(job.bytesRead()).as(label).isEqualTo(bytes.length);
        }
      }
    }
  }

  private static byte[] changed(String file, Random random) throws IOException {
    String text = file;
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      text = random.nextInt(4) > 0 ? withOtherCell(text, random) : withOtherLine(text, random);
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int i = random.nextInt(3); i > 0 && bytes.length > 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return random.nextInt(5) == 0 ? packed(bytes, random) : bytes;
  }

  private static String withOtherCell(String text, Random random) {
    String[] lines = text.split("\n", -1);
    if (lines.length < 2) {
      return text;
    }
    int line = 1 + random.nextInt(Math.max(1, lines.length - 2));
    String[] cells = lines[line].split(",", -1);
    cells[random.nextInt(cells.length)] = CELLS.get(random.nextInt(CELLS.size()));
    lines[line] = String.join(",", cells);
    return String.join("\n", lines);
  }

  private static String withOtherLine(String text, Random random) {
    int at = random.nextInt(text.length() + 1);
    return switch (random.nextInt(5)) {
      case 0 -> text + text.lines().skip(1).findFirst().orElse("") + "\n";
      case 1 -> text.substring(0, at);
      case 2 -> text.substring(0, at) + "\"" + text.substring(at);
      case 3 -> text.replace("\n", "\r\n");
      default -> "\ufeff" + text.replace(',', ';');
    };
  }

  private static byte[] packed(byte[] bytes, Random random) throws IOException {
    var out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    byte[] packed = out.toByteArray();
    if (random.nextInt(3) == 0) {
      packed[random.nextInt(packed.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return packed;
  }
}
