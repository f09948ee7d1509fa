package org.tripoint.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tripoint.node.TripointNode;
import org.tripoint.node.ledger.AppendRecords;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.sharing.Candidate;
import org.tripoint.node.sharing.DecideSharing;
import org.tripoint.node.sharing.KeepAgreements;
import org.tripoint.node.sharing.PartnerAgreement;
import org.tripoint.node.sharing.Recipient;
import org.tripoint.node.sharing.SharingBasis;
import org.tripoint.node.sharing.SharingBasis.Assurance;
import org.tripoint.node.sharing.SharingBasis.Onward;
import org.tripoint.node.sharing.SharingDecision;
import org.tripoint.node.sharing.Transfer;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.InformationGrade;
import org.tripoint.vocabulary.Marking.Permission;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.Marking.SourceGrade;
import org.tripoint.vocabulary.Marking.Tlp;
import org.tripoint.vocabulary.Part;

/// Sharing decisions a second on one thread, and how long a node of so many records takes to give a
/// new partner what it may have: `SharingBench RECORDS`.
public final class SharingBench {

  private static final Kind<Parcel> PARCEL = Kind.of("bench-parcel", 1, Parcel.class);
  private static final int BATCH = 20_000;
  private static final int MARKINGS = 50;
  private static final LocalDate DAY = LocalDate.of(2026, 1, 15);

  /// Invented content.
  record Parcel(String what, String from, long number) {}

  private SharingBench() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    for (int round = 0; round < 5; round++) {
      decisions();
    }
    long records = args.length > 0 ? Long.parseLong(args[0]) : 100_000;
    Path home = Files.createTempDirectory(Path.of("target"), "bench-home");
    try (ConfigurableApplicationContext node =
        new SpringApplicationBuilder(TripointNode.class)
            .run(
                "--tripoint.home=" + home.toAbsolutePath(),
                "--tripoint.node.country=US",
                "--server.port=0")) {
      fill(node.getBean(AppendRecords.class), records);
      long started = System.nanoTime();
      node.getBean(RunReaders.class).catchUp();
      System.out.printf("%,d records read in %.1f s%n", records, seconds(started));
      give(node, records);
    }
    System.exit(0);
  }

  private static void decisions() {
    Transfer transfer =
        new Transfer(
            Country.UNITED_STATES,
            new Recipient(Country.CANADA, Set.of("RCMP")),
            Purpose.LAW_ENFORCEMENT);
    Optional<SharingBasis> basis = Optional.of(basis());
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < MARKINGS; i++) {
      candidates.add(Candidate.own(PARCEL.name(), marking(i), Set.of(Part.OPEN, Part.NOMINAL)));
    }
    int count = 20_000_000;
    long allowed = 0;
    long started = System.nanoTime();
    for (int i = 0; i < count; i++) {
      SharingDecision decision =
          DecideSharing.decide(candidates.get(i % MARKINGS), transfer, basis, DAY);
      if (decision instanceof SharingDecision.Allowed) {
        allowed++;
      }
    }
    System.out.printf(
        "%,.0f decisions a second on one thread, %d %% allowed%n",
        count / seconds(started), allowed * 100 / count);
  }

  private static void fill(AppendRecords ledger, long records) {
    for (long from = 0; from < records; from += BATCH) {
      List<Entry> entries = new ArrayList<>();
      for (long i = from; i < Math.min(records, from + BATCH); i++) {
        entries.add(
            new Entry.Put<>(
                PARCEL, "p" + i, new Parcel("press", "A", i), marking((int) (i % MARKINGS)), null));
      }
      ledger.append(
          new Batch("us-bench", null, Instant.parse("2026-01-01T00:00:00Z"), "bench", entries));
    }
  }

  private static void give(ConfigurableApplicationContext node, long records)
      throws InterruptedException {
    JdbcTemplate jdbc = node.getBean(JdbcTemplate.class);
    long started = System.nanoTime();
    node.getBean(KeepAgreements.class)
        .keep(
            new PartnerAgreement(
                "ca",
                "An authority",
                Country.CANADA,
                List.of(basis()),
                List.of(
                    new PartnerAgreement.Audience(
                        "enforcement", Set.of("RCMP"), Purpose.LAW_ENFORCEMENT, "b"))),
            "bench");
    long expected = records * shareable() / MARKINGS;
    long given = 0;
    boolean masked = false;
    while (given < expected) {
      Thread.sleep(200);
      Long now = jdbc.queryForObject("select count(*) from sharing.log", Long.class);
      given = now == null ? 0 : now;
      Long decided = jdbc.queryForObject("select count(*) from sharing.mask", Long.class);
      if (!masked && decided != null && decided > 0) {
        masked = true;
        System.out.printf(
            "mask of every record decided %.1f s after the agreement%n", seconds(started));
      }
    }
    System.out.printf(
        "%,d records given to the partner %.1f s after the agreement%n", given, seconds(started));
  }

  private static int shareable() {
    int count = 0;
    for (int i = 0; i < MARKINGS; i++) {
      count += marking(i).releasableToCountries().contains(Country.CANADA) ? 1 : 0;
    }
    return count;
  }

  /// Four of five may go to Canada.
  private static Marking marking(int number) {
    return new Marking(
        Tlp.AMBER,
        number % 5 == 0 ? Set.of(Country.MEXICO) : Set.of(Country.CANADA, Country.MEXICO),
        Set.of(),
        true,
        Permission.ASK,
        Permission.ALLOWED,
        Purpose.LAW_ENFORCEMENT,
        DAY.plusYears(5).plusDays(number),
        null,
        false,
        SourceGrade.B_USUALLY_RELIABLE,
        InformationGrade.G2_PROBABLY_TRUE,
        false);
  }

  private static SharingBasis basis() {
    return new SharingBasis(
        "b",
        "An instrument",
        Country.UNITED_STATES,
        Country.CANADA,
        Set.of(PARCEL.name()),
        Set.of(Part.OPEN),
        Set.of(Purpose.LAW_ENFORCEMENT),
        Onward.NEVER,
        Assurance.NOT_ASKED,
        DAY.minusYears(1),
        null,
        365);
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }
}
