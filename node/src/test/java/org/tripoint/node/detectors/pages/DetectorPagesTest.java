package org.tripoint.node.detectors.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.desks.laboratory.results.PublishedLabCount;
import org.tripoint.node.ledger.AppendRecords;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.signals.ReadSignals;
import org.tripoint.node.signals.ReadSignals.Item;
import org.tripoint.node.signals.SignalState;
import org.tripoint.node.testing.RunningNode;
import org.tripoint.node.testing.Visitor;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Place;
import org.tripoint.vocabulary.SubstanceId;

/// From published counts to a signal with its series, and what a steward does about settings.
class DetectorPagesTest extends RunningNode {

  private static final String SOURCE = "us-test-laboratories";
  private static final int PATIENCE_SECONDS = 120;

  /// What no other test of this node reports.
  private static final String NEW = "CUHVIMMYOGQXCV-UHFFFAOYSA-N";

  @Autowired private AppendRecords ledger;
  @Autowired private RunReaders readers;
  @Autowired private ReadSignals signals;

  @Test
  void refusesWhatIsNotThere() throws Exception {
    Visitor admin = administrator();
    assertThat(admin.get("/detectors/series?setting=none&at=US&at=x").statusCode()).isEqualTo(404);
    assertThat(
            admin
                .get("/detectors/series?setting=lab-counts-first-in-country&at=US&at=isomer:none")
                .statusCode())
        .isEqualTo(404);
    assertThat(admin.get("/detectors/back-run?setting=none").statusCode()).isEqualTo(404);
    assertThat(admin.get("/detectors/not-judged?setting=none").statusCode()).isEqualTo(404);
    assertThat(admin.get("/detectors/back-run?name=x&method=EARS_C2").statusCode()).isEqualTo(400);
    assertThat(
            admin
                .post(
                    "/detectors/setting",
                    "/detectors/trials?lang=en",
                    typed("lab-counts", "FARRINGTON_IMPROVED"))
                .body())
        .contains("Nothing was run");
    assertThat(admin.get("/detectors/back-run?setting=lab-results-surges&years=77").statusCode())
        .isEqualTo(400);
    assertThat(
            admin
                .post(
                    "/detectors/setting",
                    "/detectors/settings?lang=en",
                    Map.of("name", "Not A Name", "method", "RECENT_SUMS", "watch", "seizures"))
                .body())
        .contains("The setting was not kept");
    assertThat(
            person("detectors.analyst", Role.ANALYST)
                .post("/detectors", "/detectors/settings/lab-results-surges/off", Map.of())
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void aSubstanceThatIsNewInACountryBecomesASignalWithItsSeriesAndRecords() throws Exception {
    append();
    readers.catchUp();
    Item item = await();
    assertThat(item.titleKey()).isEqualTo("detectors.signal.first");
    assertThat(item.evidence()).hasSize(1);
    Visitor admin = administrator();
    for (String language : List.of("en", "es", "fr")) {
      HttpResponse<String> series = admin.get(item.link() + "&lang=" + language);
      assertThat(series.statusCode()).isEqualTo(200);
      assertThat(series.body()).contains(item.evidence().getFirst().toString());
      assertThat(admin.get("/detectors?lang=" + language).statusCode()).isEqualTo(200);
      assertThat(
              admin
                  .get("/detectors/not-judged?setting=lab-counts-first-in-country&lang=" + language)
                  .statusCode())
          .isEqualTo(200);
      assertThat(
              admin.get("/detectors/setting?name=lab-counts-surges&lang=" + language).statusCode())
          .isEqualTo(200);
    }
    assertThat(item.severity()).isNotNull();
    assertThat(item.confidence()).isNotNull();
    assertThat(admin.get("/signals/" + item.signal() + "?lang=en").body())
        .contains("Response to naloxone", "Sedatives");
    admin.post(
        "/signals/" + item.signal(),
        "/signals/" + item.signal() + "/judge",
        Map.of("verdict", "USEFUL", "note", ""));
    assertThat(admin.get("/detectors?lang=en").body())
        .contains("100% (")
        .contains("Every detector of the node");
    assertThat(admin.get("/signals/detectors").statusCode()).isEqualTo(404);
    assertThat(admin.get("/detectors/lead-time?lang=en").body())
        .contains("published laboratory counts a half-year: first in");
  }

  private static Map<String, String> typed(String watch, String method) {
    return Map.of(
        "name",
        "tried-out",
        "watch",
        watch,
        "dimensions",
        "country,substance",
        "method",
        method,
        "chance",
        "0,05",
        "falseShare",
        "0.3",
        "leastReports",
        "2");
  }

  @Test
  void whatIsTypedIsRunOverHistoryAndNotKept() throws Exception {
    Visitor admin = administrator();
    HttpResponse<String> tried =
        admin.post(
            "/detectors/setting", "/detectors/trials", typed("lab-counts", "FIRST_SIGHTING"));
    String address = tried.headers().firstValue("Location").orElseThrow();
    assertThat(address).contains("/detectors/back-run?", "chance=0,05");
    String path = address.substring(address.indexOf("/detectors/"));
    assertThat(admin.get(path + "&lang=en").body())
        .contains("These values are not kept", "from 2 reports on");
    Map<String, String> run = new HashMap<>(typed("lab-counts", "FIRST_SIGHTING"));
    run.putAll(Map.of("knowledge", "OVER", "years", "10"));
    HttpResponse<String> started = admin.post(path, "/detectors/back-runs", run);
    String result = started.headers().firstValue("Location").orElseThrow();
    String page = result.substring(result.indexOf("/detectors/")) + "&lang=en";
    for (int i = 0; !admin.get(page).body().contains("What it would have signalled"); i++) {
      assertThat(i).as("the run ends").isLessThan(PATIENCE_SECONDS);
      Thread.sleep(1_000);
    }
    assertThat(admin.get("/detectors?lang=en").body()).doesNotContain("tried-out");
    assertThat(admin.get(path.replace("back-run", "setting") + "&lang=en").body())
        .contains("value=\"tried-out\"", "value=\"0,05\"");
  }

  private Item await() throws InterruptedException {
    for (int i = 0; i < PATIENCE_SECONDS; i++) {
      Optional<Item> found =
          signals.list(EnumSet.allOf(SignalState.class), Optional.empty(), 50).stream()
              .filter(one -> one.detector().equals("detectors.first-sighting"))
              .filter(one -> one.link().contains(NEW))
              .findFirst();
      if (found.isPresent()) {
        return found.get();
      }
      Thread.sleep(1_000);
    }
    throw new AssertionError("expected a signal of a first sighting");
  }

  private void append() {
    List<Entry> entries = new ArrayList<>();
    for (int half = 0; half < 8; half++) {
      LocalDate from = LocalDate.of(2021, 1, 1).plusMonths(6L * half);
      entries.add(count("fentanyl", "PJMPHNIQZUBGLI-UHFFFAOYSA-N", from, 40));
      if (half == 7) {
        entries.add(count("medetomidine", NEW, from, 12));
      }
    }
    ledger.append(
        new Batch(SOURCE, null, Instant.parse("2025-02-01T00:00:00Z"), "tester", entries));
  }

  private static Entry count(String name, String key, LocalDate from, long reports) {
    PublishedLabCount count =
        new PublishedLabCount(
            Country.UNITED_STATES,
            Place.admin1("US-OH"),
            from,
            from.plusMonths(6).minusDays(1),
            name,
            new SubstanceId.Structure(key),
            "",
            reports,
            Map.of());
    return new Entry.Put<>(
        PublishedLabCount.KIND, name + "|" + from, count, Marking.published(), null);
  }

  @Test
  void aStewardDecidesWhichPlacesAreNextToEachOther() throws Exception {
    String list = "/detectors/adjacency?place=CA-YT&lang=en";
    Map<String, String> apart =
        Map.of(
            "one", "CA-YT", "other", "US-AK", "adjacency", "APART", "reason", "closed in winter");
    assertThat(
            person("adjacency.analyst", Role.ANALYST)
                .post(list, "/detectors/adjacencies", apart)
                .statusCode())
        .isEqualTo(403);
    Visitor admin = administrator();
    assertThat(
            admin
                .post(
                    list,
                    "/detectors/adjacencies?lang=en",
                    Map.of("one", "CA-YT", "other", "CA-YT", "adjacency", "BORDER"))
                .body())
        .contains("Nothing was kept");
    assertThat(admin.get(list).body()).doesNotContain("closed in winter");
    admin.post(list, "/detectors/adjacencies", apart);
    assertThat(admin.get(list).body()).contains("not next to each other", "closed in winter");
    admin.post(
        list,
        "/detectors/adjacencies",
        Map.of("one", "US-AK", "other", "CA-YT", "adjacency", "BORDER", "reason", ""));
    assertThat(admin.get(list).body()).doesNotContain("closed in winter");
  }

  @Test
  void aStewardSwitchesTunesAndRunsOverHistory() throws Exception {
    Visitor admin = administrator();
    admin.post("/detectors", "/detectors/settings/lab-results-surges/off", Map.of());
    assertThat(admin.get("/detectors").body())
        .contains("/detectors/settings/lab-results-surges/on");
    admin.post("/detectors", "/detectors/settings/lab-results-surges/on", Map.of());
    assertThat(admin.get("/detectors").body())
        .contains("/detectors/settings/lab-results-surges/off");
    HttpResponse<String> started =
        admin.post(
            "/detectors/back-run?setting=lab-counts-first-in-country",
            "/detectors/back-runs",
            Map.of("setting", "lab-counts-first-in-country", "knowledge", "OVER", "years", "10"));
    assertThat(started.statusCode()).isEqualTo(302);
    String result =
        "/detectors/back-run?setting=lab-counts-first-in-country&knowledge=OVER&years=10&lang=en";
    for (int i = 0; i < PATIENCE_SECONDS; i++) {
      if (admin.get(result).body().contains("What it would have signalled")) {
        return;
      }
      Thread.sleep(1_000);
    }
    throw new AssertionError("expected the run to end");
  }
}
