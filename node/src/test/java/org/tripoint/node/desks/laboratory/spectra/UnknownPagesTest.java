package org.tripoint.node.desks.laboratory.spectra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.desks.laboratory.spectra.KeptAnswers.Said;
import org.tripoint.node.desks.laboratory.spectra.KeptSpectra.Kept;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.signals.ReadSignals;
import org.tripoint.node.signals.ReadSignals.Item;
import org.tripoint.node.signals.SignalState;
import org.tripoint.node.substances.ReadRegistry;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.vocabulary.RecordId;

/// Spectra that nobody can name are kept, counted, searched again and named.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.MOCK)
@AutoConfigureMockMvc
class UnknownPagesTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final String UNKNOWNS = "/laboratory/spectrum/unknowns";

  @Autowired private MockMvc web;
  @Autowired private ApplicationContext node;
  @Autowired private ReadSignals signals;
  @Autowired private LookAgain lookAgain;
  @Autowired private KeptAnswers answers;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    DATABASE.register(registry);
  }

  @BeforeEach
  void theInventedLibraryAndNothingKept() throws Exception {
    for (Kept one : List.copyOf(node.getBean(KeptSpectra.class).list())) {
      node.getBean(KeepUnknown.class).letGo(one, "another test", "tester");
    }
    node.getBean(LibraryTable.class).list().stream()
        .filter(one -> one.content().name().equals("Newer library"))
        .forEach(one -> node.getBean(ImportLibrary.class).withdraw(one, "another test", "tester"));
    new SpectraWorld(node).library();
  }

  private String page(String address) throws Exception {
    MockHttpServletResponse answer =
        web.perform(get(address).with(user("ana").roles("ANALYST"))).andReturn().getResponse();
    assertThat(answer.getStatus()).as(address).isEqualTo(200);
    return answer.getContentAsString(StandardCharsets.UTF_8);
  }

  private MockHttpServletResponse send(String address, Role role, Map<String, String> fields)
      throws Exception {
    var request = post(address).with(csrf()).with(user("ana").roles(role.name()));
    fields.forEach(request::param);
    return web.perform(request).andReturn().getResponse();
  }

  /// Hands a spectrum in and keeps it; answers where that leads.
  private String keep(String text, String date, String area) throws Exception {
    var file =
        new MockMultipartFile("file", "item.msp", null, text.getBytes(StandardCharsets.UTF_8));
    String address =
        web.perform(
                    multipart("/laboratory/spectrum")
                        .file(file)
                        .with(csrf())
                        .with(user("ana").roles("ANALYST")))
                .andReturn()
                .getResponse()
                .getRedirectedUrl()
            + "/1";
    String next = send(address + "/keep", Role.ANALYST, sample(date, area)).getRedirectedUrl();
    return next == null ? "" : next;
  }

  private static Map<String, String> sample(String date, String area) {
    return Map.of(
        "laboratory", "Spectra lab",
        "country", area.substring(0, 2),
        "submission", "S-1",
        "item", "1",
        "origin", "SEIZURE",
        "date", date,
        "area", area);
  }

  private static String unknown() {
    return SpectraWorld.text("measured-unknown_synthetic.msp");
  }

  /// The same measured once more: every m/z a little off.
  private static String unknownAgain() {
    return unknown().replace("201.05", "201.06").replace("residue 4", "residue 5");
  }

  private static String namedLibrary() {
    return unknown()
        .replaceFirst(
            "Name: [^\n]*",
            "Name: novelene (synthetic)\nInChIKey: AAAAAAAAAAAAAA-UHFFFAOYSA-N\nFormula:"
                + " C19H23ClN2O3\nComments: \"contributor=Invented\"");
  }

  private List<Item> told(String link) {
    node.getBean(RunReaders.class).catchUp();
    return signals.list(Set.of(SignalState.values()), Optional.empty(), 100).stream()
        .filter(item -> item.detector().equals("spectra.unknown-named"))
        .filter(item -> item.link().equals(link))
        .toList();
  }

  @Test
  void whatTheLibrariesNameIsNotKeptAsUnknown() throws Exception {
    assertThat(keep(SpectraWorld.text("measured-identified_synthetic.msp"), "2026-01-15", "CA-BC"))
        .startsWith("/laboratory/spectrum/")
        .doesNotContain("unknowns");
    assertThat(page(UNKNOWNS)).contains("No spectrum is kept as unknown");
  }

  @Test
  void aSpectrumIsNotKeptWithoutSayingOfWhat() throws Exception {
    assertThat(keep(unknown(), "", "CA-BC")).endsWith("#result");
    assertThat(keep(unknown(), "2199-01-01", "CA-BC")).endsWith("#result");
    assertThat(page(UNKNOWNS)).contains("No spectrum is kept as unknown");
  }

  @Test
  void onlyAnAnalystKeepsAndLetsGo() throws Exception {
    String kept = keep(unknown(), "2026-03-02", "CA-BC");
    assertThat(send(kept + "/withdraw", Role.AUDITOR, Map.of("reason", "wrong")).getStatus())
        .isEqualTo(403);
    assertThat(send(kept + "/withdraw", Role.ANALYST, Map.of("reason", "x")).getRedirectedUrl())
        .isEqualTo(kept);
    assertThat(page(UNKNOWNS)).contains("1 spectrum in 1 group");
    assertThat(
            send(kept + "/withdraw", Role.ANALYST, Map.of("reason", "wrong item"))
                .getRedirectedUrl())
        .isEqualTo(UNKNOWNS);
    assertThat(page(UNKNOWNS)).contains("No spectrum is kept as unknown");
    assertThat(send(kept + "/withdraw", Role.ANALYST, Map.of("reason", "wrong item")).getStatus())
        .isEqualTo(404);
  }

  @Test
  void alikeSpectraAreCountedTogetherAndOthersApart() throws Exception {
    String kept = keep(unknown(), "2026-03-02", "CA-BC");
    keep(unknownAgain(), "2026-05-09", "CA-ON");
    keep(SpectraWorld.text("measured-family_synthetic.msp"), "2026-04-01", "US-AZ");
    String list = page(UNKNOWNS);
    assertThat(list).contains("3 spectra in 2 groups", "British Columbia, Ontario", "Arizona");
    assertThat(page(UNKNOWNS + "?state=FAMILY")).contains("family: fentanyls", "in 1 group");
    assertThat(page(UNKNOWNS + "?place=CA-ON")).contains("2 spectra in 1 group");
    assertThat(page(kept)).contains("Seen 2 times, first Mar 2, 2026, last May 9, 2026");
    assertThat(page(UNKNOWNS + "/export?format=csv").lines()).hasSize(4);
    assertThat(page(UNKNOWNS + "/export?format=msp")).contains("Num Peaks").doesNotContain("S-1");
  }

  @Test
  void keepingTheSameSpectrumAgainIsNoSecondSighting() throws Exception {
    String kept = keep(unknown(), "2026-03-02", "CA-BC");
    assertThat(keep(unknown(), "2026-03-03", "CA-BC")).isEqualTo(kept);
    assertThat(page(UNKNOWNS)).contains("1 spectrum in 1 group");
  }

  @Test
  void aNewLibraryThatNamesItRaisesOneSignalWithEverySighting() throws Exception {
    String kept = keep(unknown(), "2026-03-02", "CA-BC");
    keep(unknownAgain(), "2026-05-09", "CA-ON");
    lookAgain.run();
    assertThat(told(kept)).isEmpty();
    new SpectraWorld(node).library(namedLibrary(), "Newer library", "yes");
    lookAgain.run();
    assertThat(lookAgain.run()).isZero();
    assertThat(told(kept))
        .singleElement()
        .satisfies(item -> {
          assertThat(item.titleArguments())
              .containsExactly("novelene (synthetic)", "2", "2026-03-02");
          assertThat(item.evidence()).hasSize(2);
        });
    assertThat(page(UNKNOWNS + "?state=NAMED")).contains("now named: novelene (synthetic)");
    for (String language : List.of("en", "es", "fr")) {
      assertThat(page("/signals?lang=" + language)).contains("novelene (synthetic)");
      assertThat(page(kept + "?lang=" + language)).contains("Newer library");
    }
  }

  @Test
  void lookingAgainAtWhatIsNewGivesWhatASearchOfAllWouldGive() throws Exception {
    String other = "PrecursorMZ: 463.";
    keep(unknown().replace("PrecursorMZ: 363.", other), "2026-03-02", "CA-BC");
    keep(SpectraWorld.text("measured-family_synthetic.msp"), "2026-04-01", "US-AZ");
    String library = namedLibrary().replace("PrecursorMZ: 363.", other);
    new SpectraWorld(node).library(library, "Newer library", "yes");
    lookAgain.run();
    Map<RecordId, Object> grown = near(answers.all());
    JdbcClient.create(node.getBean(DataSource.class))
        .sql("delete from laboratory.kept_answer")
        .update();
    var forgetful =
        new LookAgain(
            node.getBean(KeptSpectra.class),
            answers,
            node.getBean(LibraryShelf.class),
            node.getBean(LibraryTable.class),
            node.getBean(ReadRegistry.class),
            node.getBean(IdentifySpectrum.class),
            node.getBean(TellNamed.class));
    forgetful.run();
    assertThat(near(answers.all())).isEqualTo(grown);
  }

  private static Map<RecordId, Object> near(Map<RecordId, Said> all) {
    return all.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().near()));
  }
}
