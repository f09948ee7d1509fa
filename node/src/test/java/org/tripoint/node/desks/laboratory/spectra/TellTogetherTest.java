package org.tripoint.node.desks.laboratory.spectra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.tripoint.node.testing.TestDatabase;

/// A file of several fragment spectra opens with what those of one precursor tell together.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.MOCK)
@AutoConfigureMockMvc
class TellTogetherTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();

  /// Ions of fentanyls as two energies show them, of a precursor that no library holds.
  private static final String LOW = spectrum("415.2744", "188.1434 100", "105.0699 40");

  private static final String HIGH =
      spectrum("415.2748", "188.1434 30", "132.0808 20", "105.0699 100", "84.0808 10");

  /// Ions of nothing that is known.
  private static final String BARE = spectrum("611.4321", "611.4321 100");

  @Autowired private MockMvc web;
  @Autowired private ApplicationContext node;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    DATABASE.register(registry);
  }

  @BeforeEach
  void library() throws Exception {
    new SpectraWorld(node).library();
  }

  private static String spectrum(String precursor, String... peaks) {
    return "Name: made\nPrecursorMZ: %s\nIon_mode: P\nSpectrum_type: MS2\nNum Peaks: %s\n%s\n\n"
        .formatted(precursor, peaks.length, String.join("\n", peaks));
  }

  /// The page of a file with these spectra.
  private String page(String text, String language) throws Exception {
    var file =
        new MockMultipartFile("file", "item.msp", null, text.getBytes(StandardCharsets.UTF_8));
    MockHttpServletResponse handedIn =
        web.perform(
                multipart("/laboratory/spectrum")
                    .file(file)
                    .with(csrf())
                    .with(user("ana").roles("ANALYST")))
            .andReturn()
            .getResponse();
    return web.perform(
            get(handedIn.getRedirectedUrl())
                .param("lang", language)
                .with(user("ana").roles("ANALYST")))
        .andReturn()
        .getResponse()
        .getContentAsString(StandardCharsets.UTF_8);
  }

  @Test
  void twoPrecursorsOfOneSpectrumEachTellNothingTogether() throws Exception {
    assertThat(page(LOW + BARE, "en"))
        .contains("made")
        .doesNotContain("What the spectra of one precursor tell together");
  }

  @Test
  void spectraThatWereNotFragmentedTellNoFamily() throws Exception {
    assertThat(page(BARE + BARE, "en"))
        .contains("2 spectra of the precursor m/z 611.4321: no family is told");
  }

  @Test
  void whatTheyTellStandsInEachLanguageOnceForEachPrecursor() throws Exception {
    String file = LOW + BARE + HIGH + BARE;
    assertThat(page(file, "en"))
        .contains("2 spectra of the precursor m/z 415.2744: of the family fentanyls")
        .contains("2 spectra of the precursor m/z 611.4321: no family is told")
        .contains("isomers share it");
    assertThat(page(file, "es"))
        .contains("2 espectros del ion precursor de m/z 415.2744: de la familia fentanilos");
    assertThat(page(file, "fr"))
        .contains("2 spectres de l’ion précurseur de m/z 415,2744 : de la famille fentanyls");
  }
}
