package org.tripoint.node.desks.laboratory.spectra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.intake.KeepFiles;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.testing.TestDatabase;

/// Libraries come in whole with their licence, or not at all.
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.MOCK,
    properties = "tripoint.spectra.memory=1MB")
@AutoConfigureMockMvc
class LibraryPagesTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();

  @Autowired private MockMvc web;
  @Autowired private LibraryTable table;
  @Autowired private LibraryShelf shelf;
  @Autowired private ImportLibrary importLibrary;
  @Autowired private KeepFiles files;
  @Autowired private RunReaders readers;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    DATABASE.register(registry);
  }

  private MockHttpServletResponse send(MockHttpServletRequestBuilder request, Role role)
      throws Exception {
    String[] roles = role.withLesser().stream().map(Role::name).toArray(String[]::new);
    return web.perform(request.with(csrf()).with(user("ana").roles(roles)))
        .andReturn()
        .getResponse();
  }

  private String page(String... parameters) throws Exception {
    MockHttpServletRequestBuilder request = get("/laboratory/libraries");
    for (int i = 0; i < parameters.length; i += 2) {
      request.param(parameters[i], parameters[i + 1]);
    }
    return send(request, Role.STEWARD).getContentAsString();
  }

  private MockHttpServletResponse handIn(byte[] content, Map<String, String> said, Role role)
      throws Exception {
    var request =
        multipart("/laboratory/libraries")
            .file(new MockMultipartFile("file", "../some\\lib.msp", null, content));
    said.forEach(request::param);
    String[] roles = role.withLesser().stream().map(Role::name).toArray(String[]::new);
    MockHttpServletResponse answer =
        web.perform(request.with(csrf()).with(user("ana").roles(roles))).andReturn().getResponse();
    for (int i = 0;
        i < 400 && importLibrary.listRuns().stream().anyMatch(run -> run.outcome().isEmpty());
        i++) {
      Thread.sleep(25);
    }
    return answer;
  }

  private static Map<String, String> said(String name) {
    return new TreeMap<>(
        Map.of("name", name, "licence", "CC BY 4.0", "shared", "no", "contributor", "Test"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] packed(String text) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes(text));
    }
    return out.toByteArray();
  }

  static String entry(String name, double... mz) {
    StringBuilder text = new StringBuilder("Name: " + name + "\nPrecursorMZ: 337.2274\n");
    text.append("Ion_mode: P\nSpectrum_type: MS2\nNum Peaks: ").append(mz.length).append('\n');
    for (double one : mz) {
      text.append(one).append(" 100\n");
    }
    return text.append('\n').toString();
  }

  @Test
  void aLibraryIsTakenWithItsLicenceAndStaysAfterRestart() throws Exception {
    byte[] file = packed(entry("taken", 188.1, 105.1) + entry("also taken", 81.1, 95.2));
    assertThat(handIn(file, said("Library of the test"), Role.STEWARD).getStatus()).isEqualTo(302);
    assertThat(page())
        .contains("Library of the test", "CC BY 4.0", "Must not leave this node", "2 spectra taken")
        .contains("<b>lib.msp</b>");
    assertThat(shelf.get(Duration.ofSeconds(20)).orElseThrow().size()).isGreaterThanOrEqualTo(2);

    // The tables are made from the ledger alone.
    readers.rebuild(progress -> {});
    assertThat(table.list())
        .extracting(one -> one.content().name())
        .contains("Library of the test");

    assertThat(handIn(file, said("Once more"), Role.STEWARD).getContentAsString())
        .contains("The same file is here already, as “Library of the test”");
  }

  @Test
  void withoutALicenceNothingComesIn() throws Exception {
    Map<String, String> said = said("No licence");
    said.remove("licence");
    assertThat(handIn(bytes(entry("x", 1.5)), said, Role.STEWARD).getContentAsString())
        .contains("Name the licence");
    said = said("No terms");
    said.remove("shared");
    assertThat(handIn(bytes(entry("x", 1.5)), said, Role.STEWARD).getContentAsString())
        .contains("Say whether the licence");
    assertThat(handIn(new byte[0], said("Empty"), Role.STEWARD).getContentAsString())
        .contains("Choose a file");
    assertThat(handIn(bytes(entry("x", 1.5)), said("Analyst"), Role.ANALYST).getStatus())
        .isEqualTo(403);
  }

  @Test
  void aFileThatCannotBeReadIsRefusedWholeWithLineAndRemedyInTheLanguageOfThePage()
      throws Exception {
    int before = table.list().size();
    handIn(bytes("Fecha;Entidad;Cantidad\n1;2;3\n"), said("No spectra"), Role.STEWARD);
    assertThat(page()).contains("Refused, nothing of it was taken", "Export the spectra in one of");
    assertThat(page("lang", "es")).contains("Exporte los espectros en uno de estos formatos");
    byte[] whole = packed(entry("cut", 10.5, 11.5).repeat(200));
    handIn(java.util.Arrays.copyOf(whole, whole.length - 20), said("Cut off"), Role.STEWARD);
    assertThat(page("lang", "fr")).contains("Refusé, rien n’en a été repris", "données gzip");
    assertThat(table.list()).hasSize(before);
  }

  @Test
  void whatIsLeftOutIsNamedWithItsLine() throws Exception {
    String bad = "Name: bad\nNum Peaks: 3\n10 1\n20 2\n\n";
    handIn(bytes(entry("good", 50.5, 60.5) + bad), said("One is bad"), Role.STEWARD);
    assertThat(page())
        .contains("1 spectrum taken, 1 entry left out", "Expected 3 peaks as announced, found 2");
    assertThat(page("lang", "es")).contains("Se esperaban 3 picos");
  }

  @Test
  void aLibraryThatDoesNotFitIntoMemoryIsRefused() throws Exception {
    handIn(bytes(entry("heavy", 1.5, 2.5, 3.5).repeat(900)), said("Heavy"), Role.STEWARD);
    assertThat(page()).contains("raise tripoint.spectra.memory");
    assertThat(table.list()).noneMatch(one -> one.content().name().equals("Heavy"));
  }

  @Test
  void aWithdrawnLibraryIsNotSearchedAnyMore() throws Exception {
    handIn(bytes(entry("goes again", 71.5, 72.5)), said("Goes again"), Role.STEWARD);
    String record =
        table.list().stream()
            .filter(one -> one.content().name().equals("Goes again"))
            .findFirst()
            .orElseThrow()
            .record()
            .toString();
    String address = "/laboratory/libraries/" + record + "/withdraw";
    assertThat(send(post(address), Role.ANALYST).getStatus()).isEqualTo(403);
    send(post(address), Role.STEWARD);
    assertThat(table.find(record)).as("no reason was given").isPresent();
    send(post(address).param("reason", "licence ended"), Role.STEWARD);
    assertThat(table.find(record)).isEmpty();
    assertThat(shelf.get(Duration.ofSeconds(20)).orElseThrow().spectra())
        .noneMatch(one -> one.compound().name().equals("goes again"));
  }

  @Test
  void aLibraryWhoseFileIsGoneIsSaidToBe() throws Exception {
    handIn(bytes(entry("lost", 33.5, 34.5)), said("Lost"), Role.STEWARD);
    var lost =
        table.list().stream()
            .filter(one -> one.content().name().equals("Lost"))
            .findFirst()
            .orElseThrow();
    Files.delete(files.path(lost.content().sha256()));
    assertThat(shelf.get(Duration.ofSeconds(20)).orElseThrow().missing())
        .extracting(one -> one.content().name())
        .contains("Lost");
    assertThat(page()).contains("Its file cannot be read from the node’s home any more");
    importLibrary.withdraw(lost, "lost", "ana");
  }
}
