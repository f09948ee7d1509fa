package org.tripoint.node.exchange.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.tripoint.node.TripointNode;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.exchange.journal.JournalStatus;
import org.tripoint.node.exchange.keys.Jws.NotTrusted;
import org.tripoint.node.exchange.partners.IntroducePartner;
import org.tripoint.node.exchange.partners.Introductions;
import org.tripoint.node.exchange.partners.OwnIntroduction;
import org.tripoint.node.intake.Format;
import org.tripoint.node.intake.Format.RowResult;
import org.tripoint.node.ledger.AppendRecords;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.sharing.KeepAgreements;
import org.tripoint.node.sharing.PartnerAgreement;
import org.tripoint.node.sharing.SharingBasis;
import org.tripoint.node.sharing.SharingBasis.Assurance;
import org.tripoint.node.sharing.SharingBasis.Onward;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.node.testing.Visitor;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.RecordId;

/// A whole node with its exchange port, started as a real one is, in this process.
final class LiveNode implements AutoCloseable {

  final String name;
  final Country country;
  final int exchangePort;
  final ConfigurableApplicationContext context;
  private final Path home;

  LiveNode(String name, Country country) {
    this.name = name;
    this.country = country;
    this.exchangePort = freePort();
    TestDatabase database = TestDatabase.fresh();
    this.home = database.home();
    this.context =
        SpringApplication.run(
            TripointNode.class,
            "--tripoint.home=" + database.home(),
            "--tripoint.database.url=" + database.access().url(),
            "--tripoint.database.owner.user=" + database.access().owner().user(),
            "--tripoint.database.owner.password=" + database.access().owner().password(),
            "--tripoint.database.app.user=" + database.access().app().user(),
            "--tripoint.database.app.password=" + database.access().app().password(),
            "--tripoint.database.connections=8",
            "--tripoint.node.name=Node of " + name,
            "--tripoint.node.country=" + country.code(),
            "--tripoint.exchange.port=" + exchangePort,
            "--tripoint.exchange.endpoint=" + endpoint(exchangePort),
            "--server.port=0");
  }

  static String endpoint(int port) {
    return "https://127.0.0.1:" + port;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  int webPort() {
    return context.getEnvironment().getProperty("local.server.port", Integer.class, 0);
  }

  /// Where its pages are.
  String pages() {
    return "http://127.0.0.1:" + webPort();
  }

  /// A visitor who has signed in as this node's administrator.
  Visitor administrator() throws Exception {
    return Visitor.administrator(pages(), home);
  }

  /// A person who may sign in with the tests' password.
  void hire(String person, Role role) throws Exception {
    Visitor.newPerson(administrator(), pages(), person, role.name());
  }

  /// Two people of this node have compared the other's fingerprint.
  void trust(LiveNode other) throws NotTrusted, IntroducePartner.Refused {
    String signed = other.bean(OwnIntroduction.class).current().signed();
    Introductions reader = bean(Introductions.class);
    String fingerprint = reader.fingerprintOf(reader.read(signed));
    IntroducePartner introduce = bean(IntroducePartner.class);
    introduce.propose(signed, fingerprint, "ana");
    introduce.confirm(other.name, fingerprint, "benito");
  }

  /// Lets the other's health people have records of these kinds, without names.
  void agree(LiveNode other, Set<String> kinds) {
    SharingBasis basis =
        new SharingBasis(
            "warning",
            "Arrangement on early warning",
            country,
            other.country,
            kinds,
            Set.of(Part.OPEN),
            Set.of(Purpose.PUBLIC_HEALTH),
            Onward.NEVER,
            Assurance.NOT_ASKED,
            LocalDate.of(2020, 1, 1),
            null,
            365);
    keep(
        other,
        basis,
        List.of(
            new PartnerAgreement.Audience(
                "health", Set.of("HEALTH"), Purpose.PUBLIC_HEALTH, "warning")));
  }

  private void keep(LiveNode other, SharingBasis basis, List<PartnerAgreement.Audience> audiences) {
    bean(KeepAgreements.class)
        .keep(
            new PartnerAgreement(
                other.name,
                "An authority of " + other.name,
                other.country,
                List.of(basis),
                audiences),
            "ana");
  }

  /// Lets the other's enforcement have seizures, with names.
  void agree(LiveNode other, boolean enforcement) {
    SharingBasis basis =
        new SharingBasis(
            "mlat",
            "Treaty on mutual legal assistance",
            country,
            other.country,
            Set.of("seizure"),
            Set.of(Part.OPEN, Part.NOMINAL),
            Set.of(Purpose.LAW_ENFORCEMENT),
            Onward.NEVER,
            Assurance.NOT_ASKED,
            LocalDate.of(2020, 1, 1),
            null,
            365);
    PartnerAgreement.Audience audience =
        new PartnerAgreement.Audience(
            "enforcement", Set.of("POLICE"), Purpose.LAW_ENFORCEMENT, "mlat");
    keep(other, basis, enforcement ? List.of(audience) : List.of());
  }

  /// Appends a seizure as a file would.
  RecordId seize(String key, String quantity, String releasableTo) {
    Map<String, String> cells =
        Map.ofEntries(
            Map.entry("source_record_id", key),
            Map.entry("country", country.code()),
            Map.entry("agency", "TEST"),
            Map.entry("event_date", "2026-03-01"),
            Map.entry("place", country.code() + "-" + anyPlace()),
            Map.entry("place_scheme", "ADMIN1"),
            Map.entry("setting", "PORT_OF_ENTRY"),
            Map.entry("direction", "INBOUND"),
            Map.entry("item_no", "1"),
            Map.entry("item_class", "DRUG"),
            Map.entry("substance", "Fentanyl"),
            Map.entry("form", "POWDER"),
            Map.entry("quantity", quantity),
            Map.entry("unit", "kg"),
            Map.entry("weight_basis", "NET"),
            Map.entry("case_number", "CASE-" + key),
            Map.entry("tlp", "AMBER"),
            Map.entry("releasable_to", releasableTo));
    return append("tripoint-seizures", cells);
  }

  /// Appends a laboratory's result as a file would.
  void analyse(String key, LocalDate day, String substance) {
    append(
        "tripoint-lab-results",
        Map.ofEntries(
            Map.entry("laboratory", "Lab of " + name),
            Map.entry("country", country.code()),
            Map.entry("submission_id", key),
            Map.entry("item_id", "1"),
            Map.entry("sample_origin", "SEIZURE"),
            Map.entry("collected_date", day.toString()),
            Map.entry("place", country.code() + "-" + anyPlace()),
            Map.entry("name_as_reported", substance),
            Map.entry("techniques", "GC-MS:1:R")));
  }

  private RecordId append(String name, Map<String, String> cells) {
    Format format =
        context.getBeansOfType(Format.class).values().stream()
            .filter(f -> f.id().equals(name))
            .findFirst()
            .orElseThrow();
    Format.Header header =
        new Format.Header(format.mappableColumns().stream().map(Format.Column::name).toList());
    RowResult read =
        format
            .open(format.recognise(header, source() + "_x.csv").orElseThrow(), header)
            .read(new Cells(cells));
    if (read instanceof RowResult.Accepted<?> accepted) {
      return append(put(accepted));
    }
    throw new AssertionError("expected an accepted row, found " + read);
  }

  private String anyPlace() {
    return switch (country.code()) {
      case "CA" -> "ON";
      case "MX" -> "COL";
      default -> "TX";
    };
  }

  String source() {
    return name + "-test";
  }

  private static <C extends Record> Entry put(RowResult.Accepted<C> accepted) {
    return new Entry.Put<>(
        accepted.kind(), accepted.key(), accepted.content(), accepted.marking(), accepted.covers());
  }

  RecordId withdraw(String key) {
    Kind<?> seizure =
        bean(org.tripoint.node.ledger.RecordKinds.class).find("seizure").orElseThrow();
    return append(new Entry.Withdraw(seizure, key, "an error"));
  }

  private RecordId append(Entry entry) {
    return bean(AppendRecords.class)
        .append(new Batch(source(), null, bean(Clock.class).instant(), "tester", List.of(entry)))
        .outcomes()
        .getFirst()
        .requireRecord();
  }

  /// Seizures of a partner that this node can read now, as canonical JSON.
  List<String> seizuresFrom(LiveNode other) {
    ReadLedger ledger = bean(ReadLedger.class);
    return bean(org.springframework.jdbc.core.JdbcTemplate.class)
        .queryForList(
            "select seq from ledger.version where source = ? and kind = 'seizure' order by seq",
            Long.class,
            "partner:" + other.name + "/" + other.source())
        .stream()
        .map(sequence -> ledger.findVersion(sequence).orElseThrow())
        .filter(RecordVersion::isHeld)
        .filter(version -> version.emptied().isEmpty())
        .map(version -> version.canonicalParts().toString())
        .toList();
  }

  JournalStatus.WithPartner journal(LiveNode other) {
    return bean(JournalStatus.class).of(other.name);
  }

  static void await(String what, Supplier<Boolean> holds) throws InterruptedException {
    Instant end = Instant.now().plus(Duration.ofSeconds(60));
    while (!holds.get()) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("expected within a minute: " + what);
      }
      Thread.sleep(100);
    }
  }

  @Override
  public void close() {
    SpringApplication.exit(context);
  }

  /// A row of a file.
  private record Cells(Map<String, String> cells) implements Format.Row {
    @Override
    public long number() {
      return 1;
    }

    @Override
    public String text(String column) {
      return cells.getOrDefault(column, "");
    }

    @Override
    public List<Format.Extra> extras(Set<String> known) {
      return List.of();
    }
  }
}
