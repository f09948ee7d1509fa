package org.tripoint.node.browser;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tripoint.node.desks.laboratory.pages.LaboratoryWorld;
import org.tripoint.node.desks.laboratory.spectra.SpectraWorld;
import org.tripoint.node.desks.law.AppendLaw;
import org.tripoint.node.desks.law.LawReading;
import org.tripoint.node.desks.liaison.LiaisonWorld;
import org.tripoint.node.desks.seizures.MergeDecision;
import org.tripoint.node.exchange.journal.Commitments;
import org.tripoint.node.exchange.partners.TestPartners;
import org.tripoint.node.ledger.AppendRecords;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.PurgeContent;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.ledger.RecordVersion.PurgeBasis;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.retention.KeepHolds;
import org.tripoint.node.retention.KeepRules;
import org.tripoint.node.retention.RetentionRule;
import org.tripoint.node.retention.Span;
import org.tripoint.node.signals.Confidence;
import org.tripoint.node.signals.RaiseSignal;
import org.tripoint.node.signals.Severity;
import org.tripoint.node.testing.Visitor;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.RecordId;
import tools.jackson.databind.json.JsonMapper;

/// A little of everything that a page can show, and the addresses where it is shown. Filled once
/// into the node that the browser tests share.
final class OneOfEverything {
  private static final Instant PUBLISHED = Instant.parse("2024-12-31T00:00:00Z");
  private static final String SEIZURES =
      "source_record_id,country,agency,event_date,place,place_scheme,latitude,longitude,"
          + "precision_m,setting,direction,mode,conveyance,concealment,is_joint,partner_agency,"
          + "item_no,item_class,substance_list,substance,form,quantity,unit,weight_basis,"
          + "count_basis,site_class,imprint,case_number,person_name,status\n";
  private static final String CBP =
      "FY,Month (abbv),Component,Region,Land Filter,Area of Responsibility,Drug Type,Count of"
          + " Event,Sum Qty (lbs)\n";
  private static final String HEALTH =
      "country,jurisdiction,jurisdiction_scheme,indicator_list,indicator,period_kind,period_start,"
          + "period_end,measure,state,value,predicted,percent_complete,percent_pending,footnote\n";
  private static final String SAMPLES =
      "Date,Location,Province,Health Authority,Sold As/Expected Drug,Category,Colour,Texture,Code,"
          + "Fentanyl,Benzodiazepine,FTIR Spectrometer,Source\n";
  private static final String RESULTS =
      "laboratory,country,submission_id,item_id,sample_origin,collected_date,place,form,"
          + "name_as_reported,substance_inchikey,techniques,qualifier,conc_value,uncertainty,"
          + "coverage_factor,conc_basis,salt,identification_level,standard,std_version\n"
          + "EVERYLAB,CA,S1,1,SEIZURE,2024-11-02,CA-ON,POWDER,fentanyl,"
          + "PJMPHNIQZUBGLI-UHFFFAOYSA-N,GC-MS(GC+MS):1:RC;IR:2:RC,=,8.2,0.6,2,SALT,"
          + "HYDROCHLORIDE,IDENTIFIED,SWGDRUG,8.0\n"
          + "EVERYLAB,CA,S1,1,,,,,xylazine,,GC-MS:1:R,nd,,,,,,,,\n";
  private static final String MAPPING =
      """
      {"kind": "import-mapping", "version": 1, "content": {
        "name": "Samples of the harbour", "source": "ca-harbour", "format": "tripoint-health",
        "complete": false, "columns": ["Land", "Deaths"],
        "bindings": [
          {"to": "country", "from": "Land", "translations": {}},
          {"to": "value", "from": "Deaths", "translations": {}}]}}
      """;

  /// Stands in the nominal part of seizures alone.
  static final String PERSON = "Invented Bearer";

  /// Stands in the health part of samples and of a case alone.
  static final String TOWN = "Nanaimo";

  /// Account of an officer who is posted here.
  static final String OFFICER = "every.officer";

  private static final Map<String, String> IDS = new TreeMap<>();

  private final Map<String, String> ids = new TreeMap<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;
  private final String bearer;
  private final ApplicationContext node;
  private final Visitor person;
  private final JdbcClient database;

  private OneOfEverything(String base, Path home, ApplicationContext node, Visitor person)
      throws IOException {
    this.base = base;
    this.bearer = "Bearer " + Files.readString(home.resolve("keys/local-token")).strip();
    this.node = node;
    this.person = person;
    this.database = JdbcClient.create(node.getBean(DataSource.class));
  }

  /// What the addresses of its pages need: ids by name, such as `event`.
  static Map<String, String> in(String base, Path home, ApplicationContext node, Visitor person)
      throws Exception {
    synchronized (IDS) {
      if (IDS.isEmpty()) {
        OneOfEverything everything = new OneOfEverything(base, home, node, person);
        everything.fill();
        IDS.putAll(everything.ids);
      }
      return Map.copyOf(IDS);
    }
  }

  private void fill() throws Exception {
    ids.put("import", deliver("ca-every-2024-12-31.csv", seizures(), "DONE"));
    deliver("nationwide-drugs.csv", figures(), "DONE");
    deliver("mx-every-2024-06-30.csv", deaths("900"), "DONE");
    deliver("mx-every-2024-12-31.csv", deaths("910"), "DONE");
    deliver("samples-of-every-day.csv", SAMPLES + samples(), "DONE");
    deliver("mapping.json", MAPPING, "DONE");
    deliver("ca-everylab-2024-12-31.csv", RESULTS, "DONE");
    ids.put("unmapped", deliver("strange.csv", "Bulto;Color\nB1;rojo\n", "NEEDS_ANSWER"));
    ids.put("preview", deliver("ca-waits-2024-12-31.csv", SEIZURES + row("w", 1, "1"), "CHECKED"));
    ids.put("event", record("seizure", "ca-every", 0));
    ids.put("figure", record("published-seizure-figure", "us-cbp-nationwide", 0));
    ids.put("observation", record("health-observation", "mx-every", 0));
    ids.put("mapping", record("import-mapping", "", 0));
    ids.put("result", record("lab-result", "ca-everylab", 0));
    LaboratoryWorld.fill(node.getBean(AppendRecords.class), TOWN);
    ids.put("case", record("toxicology-case", "", 0));
    ids.put("pair", pair(record("seizure", "ca-every", 0), record("seizure", "ca-every", 1)));
    ids.put("sequence", sequence(ids.get("event")));
    ids.put("purge", purge());
    ids.put("size", size());
    ids.put("count", count());
    ids.put("partner", TestPartners.add(node, "every", "MX"));
    ids.put("commitment", node.getBean(Commitments.class).today().day().toString());
    ids.put("substance", substance());
    ids.put("reading", reading());
    SpectraWorld spectra = new SpectraWorld(node);
    spectra.library();
    ids.put("spectra", spectra.measured("measured-all_synthetic.msp"));
    ids.put("unknown", spectra.keep("measured-unknown_synthetic.msp", "2024-11-02", "CA-BC"));
    liaise();
    retain();
    node.getBean(RunReaders.class).catchUp();
    ids.put("signal", signal("every"));
    String drafted = signal("drafted");
    node.getBean(RunReaders.class).catchUp();
    workWithSignal();
    ids.put("notice", notice(drafted));
  }

  /// Two officers of a partner with a rule, what it found, a request with an answer.
  private void liaise() throws Exception {
    LiaisonWorld world = new LiaisonWorld(node, Country.CANADA);
    world.agree("liaison-mx", Country.MEXICO);
    world.post("every.liaison", "liaison-mx", Country.MEXICO, LiaisonWorld.FAR);
    world.post(OFFICER, "liaison-mx", Country.MEXICO, LiaisonWorld.FAR);
    RecordId rule = world.rule("liaison-mx", "CA-NS", "", LiaisonWorld.FAR);
    RecordId matched = world.seize("liaison", "CA-NS", Country.MEXICO);
    world.awaitFound(rule, matched, true);
    ids.put("rule", rule.toString());
    ids.put("matched", matched.toString());
    ids.put("request", world.ask(OFFICER, matched));
    ids.put("contact", world.contact(Country.MEXICO).toString());
  }

  /// A rule under which names are due for review and for purge, and a legal hold.
  private void retain() throws Exception {
    node.getBean(KeepRules.class)
        .put(
            new RetentionRule(
                "every-day",
                "seizure",
                Part.NOMINAL,
                "ca-every",
                Country.CANADA,
                RetentionRule.RetentionClock.OWN_DATE,
                new Span(1, Span.Unit.MONTHS),
                new Span(1, Span.Unit.YEARS),
                false,
                "A rule of every day",
                RetentionRule.Certainty.UNSURE,
                "nowhere",
                "",
                PUBLISHED),
            "tester");
    node.getBean(KeepHolds.class)
        .hold(RecordId.parse(ids.get("event")), "", "", "case of every day", null, "tester");
  }

  private static String seizures() {
    StringBuilder rows = new StringBuilder(SEIZURES);
    for (int i = 0; i < 60; i++) {
      rows.append(row("e" + i, i, Integer.toString(1 + i % 9)));
    }
    return rows.append(row("wrong", 1, "three")).toString();
  }

  private static String row(String id, int number, String kilograms) {
    List<String> places = List.of("CA-BC", "CA-ON", "CA-QC");
    List<String> drugs = List.of("Fentanyl", "Cocaine", "Something new");
    return id
        + ",CA,every,"
        + LocalDate.of(2022, 1, 15).plusDays(17L * number)
        + ","
        + places.get(number % 3)
        + ",ADMIN1,49.0,-122.7,1000,PORT_OF_ENTRY,INBOUND,TRUCK,,,false,,1,DRUG,ca-das,"
        + drugs.get(number % 3)
        + ",POWDER,"
        + kilograms
        + ",kg,NET,,,,K-"
        + number
        + ","
        + PERSON
        + ",REPORTED\n";
  }

  private static String figures() {
    StringBuilder rows = new StringBuilder(CBP);
    for (int year = 2021; year <= 2024; year++) {
      for (String month : List.of("OCT", "NOV", "DEC", "JAN", "FEB", "MAR", "APR", "MAY", "JUN")) {
        rows.append(year).append(',').append(month);
        rows.append(",Office of Field Operations,Southwest Border,Land Only,");
        rows.append("LAREDO FIELD OFFICE,Fentanyl,3,").append(year - 2000).append("\n");
      }
    }
    return rows.toString();
  }

  private static String deaths(String last) {
    StringBuilder rows = new StringBuilder(HEALTH);
    for (int year = 2020; year <= 2023; year++) {
      rows.append("MX,,,inegi,overdose,YEAR,").append(year).append("-01-01,").append(year);
      rows.append("-12-31,DEATHS,REPORTED,").append(year == 2023 ? last : "800");
      rows.append(",,,,some footnote\n");
    }
    return rows.append("MX,MX-SIN,ADMIN1,inegi,overdose,YEAR,2023-01-01,2023-12-31,DEATHS,")
        .append("SUPPRESSED,,,,,fewer than ten\n")
        .toString();
  }

  private static String samples() {
    StringBuilder rows = new StringBuilder();
    for (int month = 1; month <= 9; month++) {
      rows.append("2024-0").append(month).append("-09,").append(TOWN);
      rows.append(",BC,Island Health,Down,Opioid,Pink,");
      rows.append("Chunk,N/A,Positive,Negative,Fentanyl,x\n");
    }
    return rows.toString();
  }

  /// Imports a file and answers the import's id once it has come to that state.
  private String deliver(String name, String text, String state) throws Exception {
    String mode = state.equals("CHECKED") ? "preview" : "append";
    JsonMapper json = new JsonMapper();
    HttpRequest delivery =
        request("/api/imports?fileName=" + name + "&mode=" + mode + "&published=" + published(name))
            .header("Content-Type", "application/octet-stream")
            .POST(HttpRequest.BodyPublishers.ofString(text, StandardCharsets.UTF_8))
            .build();
    String id = json.readTree(send(delivery)).path("id").asString();
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
    while (true) {
      String answer = send(request("/api/imports/" + id).build());
      String now = json.readTree(answer).path("state").asString();
      if (now.equals(state)) {
        return id;
      }
      if (List.of("DONE", "FAILED", "REFUSED").contains(now) || System.nanoTime() > end) {
        throw new AssertionError(name + ": expected " + state + ", found " + answer);
      }
      Thread.sleep(50);
    }
  }

  private static String published(String name) {
    return name.contains("2024-06") ? "2024-06-30T00:00:00Z" : PUBLISHED.toString();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", bearer);
  }

  private String send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new AssertionError(request.uri() + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  /// A record of the kind, the oldest first; of any source when none is named.
  private String record(String kind, String source, int at) {
    return database
        .sql(
            "select record::text from ledger.version where kind = ? and (? = '' or source = ?)"
                + " order by seq offset ? limit 1")
        .params(kind, source, source, at)
        .query(String.class)
        .single();
  }

  /// A decision that settles nothing makes the pair known without waiting for the search.
  private String pair(String one, String other) {
    List<RecordId> ordered = Stream.of(one, other).map(RecordId::parse).sorted().toList();
    RecordId first = ordered.getFirst();
    RecordId second = ordered.getLast();
    Entry decision =
        new Entry.Put<>(
            MergeDecision.KIND,
            first + "~" + second,
            new MergeDecision(first, second, MergeDecision.Verdict.UNDECIDED, "asked both"),
            Marking.published(),
            null);
    node.getBean(AppendRecords.class)
        .append(new Batch("node", null, PUBLISHED, "tester", List.of(decision)));
    return first + "~" + second;
  }

  /// The former of two versions of a decision loses its content.
  private String purge() {
    RecordId one = RecordId.parse(record("seizure", "ca-every", 2));
    RecordId other = RecordId.parse(record("seizure", "ca-every", 3));
    String pair = pair(one.toString(), other.toString());
    long former = node.getBean(ReadLedger.class).size() - 1;
    List<RecordId> ordered = Stream.of(one, other).sorted().toList();
    Entry decision =
        new Entry.Put<>(
            MergeDecision.KIND,
            pair,
            new MergeDecision(
                ordered.getFirst(),
                ordered.getLast(),
                MergeDecision.Verdict.UNDECIDED,
                "asked them again"),
            Marking.published(),
            null);
    node.getBean(AppendRecords.class)
        .append(new Batch("node", null, PUBLISHED.plusSeconds(1), "tester", List.of(decision)));
    return Long.toString(
        node.getBean(PurgeContent.class)
            .purge(List.of(former), PurgeBasis.RETENTION, "a rule of every day", "tester"));
  }

  private String signal(String key) {
    RecordId record = RecordId.parse(ids.get("event"));
    return node.getBean(RaiseSignal.class)
        .raise(
            new RaiseSignal.Signal(
                    "seizures.double-report",
                    key,
                    "seizures.double.signal",
                    List.of("CBSA", "RCMP", "2024-01-01", "CA-BC"),
                    List.of(record),
                    List.of(
                        new RaiseSignal.ScorePart("seizures.double.rule.day", BigDecimal.ONE, "0")),
                    "/seizures/events/" + record)
                .withSeverity(
                    Severity.of(
                        new Severity.Level(Severity.Aspect.POTENCY, 4, "50"),
                        new Severity.Level(Severity.Aspect.SPREAD, 2, "3")),
                    Confidence.MEDIUM))
        .toString();
  }

  /// People work with the signal: it is handed over, noted and judged.
  private void workWithSignal() throws IOException, InterruptedException {
    String page = "/signals/" + ids.get("signal");
    person.post(page, page + "/assign", Map.of("assignee", "admin", "note", "Ask the harbour."));
    person.post(page, page + "/note", Map.of("note", "They answer on Monday."));
    person.post(page, page + "/judge", Map.of("verdict", "USEFUL"));
  }

  /// A notice that people still write, with all its parts.
  private String notice(String signal) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        person.post(
            "/notices/draft?signal=" + signal,
            "/notices/draft",
            Map.of("signal", signal, "type", "TOXIC_BATCH", "urgency", "URGENT"));
    String address = answer.headers().firstValue("Location").orElseThrow();
    String number = address.replaceAll(".*/notices/|/edit", "");
    Map<String, String> form = new TreeMap<>(Map.of("type", "TOXIC_BATCH", "urgency", "URGENT"));
    for (String language : List.of("en", "es", "fr")) {
      form.put("title." + language, "Notice of every day");
      form.put("SITUATION." + language, "Two samples of one harbour.");
      form.put("figures." + language, "Samples");
    }
    form.put("SITUATION.release", "PUBLIC");
    form.put("figures.rows", "Samples | Muestras | Échantillons; 2\nTablets; 7");
    form.put("figures.release", "PARTNERS");
    form.put("substances", "isotonitazene\nsomething of every day");
    form.put("laboratoryFinal", "2024-12-31T10:00");
    String page = "/notices/" + number;
    person.post(page + "/edit", page + "/edit", form);
    person.post(
        "/notices/mail",
        "/notices/mail",
        Map.of(
            "name", "Every day",
            "way", "HOME",
            "language", "fr",
            "addresses", "alerts@health.example\npoison@centre.example"));
    return number;
  }

  private String sequence(String record) {
    return database
        .sql("select max(seq)::text from ledger.version where record = ?::uuid")
        .param(record)
        .query(String.class)
        .single();
  }

  private String size() {
    return node.getBean(ReadLedger.class).latestCheckpoint().orElseThrow().size() + "";
  }

  /// A substance that a person added.
  private String substance() throws IOException, InterruptedException {
    HttpResponse<String> answer =
        person.post(
            "/substances/add",
            "/substances",
            Map.of(
                "text", "CC(C)(C)CC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1",
                "english", "fentanyl of every day",
                "family", "fentanyl",
                "roles", "DRUG",
                "source", "made up for a test"));
    String address = answer.headers().firstValue("Location").orElseThrow();
    return address.substring(address.lastIndexOf('/') + 1);
  }

  /// An instrument that was read twice.
  private String reading() {
    String id = "";
    for (String words : List.of("Isotonitazene", "Isotonitazene and its salts")) {
      LawReading reading =
          new LawReading(
              "M-1",
              "en",
              "Made Act",
              LocalDate.parse("2026-06-14"),
              null,
              "0".repeat(64),
              List.of(new LawReading.Item("I-1", words, null, "0" + words.length())));
      id =
          node.getBean(AppendLaw.class)
              .put(LawReading.KIND, reading.key(), reading, "admin")
              .toString();
    }
    return id;
  }

  /// An exact count under way.
  private String count() throws IOException, InterruptedException {
    HttpResponse<String> answer = person.post("/seizures", "/seizures/count", Map.of());
    String address = answer.headers().firstValue("Location").orElseThrow();
    return address.substring(address.lastIndexOf('/') + 1);
  }
}
