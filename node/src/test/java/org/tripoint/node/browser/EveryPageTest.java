package org.tripoint.node.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.web.Language;

/// Every page of the node in a real Chromium, in three languages, wide and narrow, light and dark:
/// no violation of WCAG 2.2 AA that axe can find, nothing wider than the screen, no error in the
/// console, no request that leaves the node. `-Dtripoint.pictures=FOLDER` keeps a picture of each,
/// for people to look at.
class EveryPageTest extends BrowserTest {
  private static final @Nullable String PICTURES = System.getProperty("tripoint.pictures");

  @Autowired private ApplicationContext node;
  @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;

  @Test
  void everyHandlerThatAnswersAGetIsWalked() {
    assertThat(EveryPage.named())
        .as("handlers with an address in EveryPage")
        .isEqualTo(EveryPage.handlers(requestMappingHandlerMapping).keySet());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyPageIsAccessible(Language language) throws Exception {
    Page stranger = visit(language);
    Page person = visit(language);
    signIn(person);
    Map<String, String> ids = OneOfEverything.in(base(), home(), node, administrator());
    Page officer = visit(language);
    signInAsOfficer(officer);
    List<String> found = new ArrayList<>();
    for (Map.Entry<String, String> one : EveryPage.pages(ids).entrySet()) {
      String address = one.getKey();
      Page page =
          EveryPage.isForStrangers(one.getValue())
              ? stranger
              : EveryPage.isForOfficers(one.getValue()) ? officer : person;
      int status =
          page.navigate(
                  base()
                      + address
                      + (address.contains("?") ? "&" : "?")
                      + "lang="
                      + language.code())
              .status();
      assertThat(status).as(address).isEqualTo(200);
      found.addAll(inspect(page, one.getValue() + " " + language.code(), language));
    }
    assertThat(found).as("violations of WCAG 2.2 AA").isEmpty();
  }

  /// The check itself: what is hard to read among much that is not, and a field without a label.
  @Test
  void faultsOfContrastAndOfLabelsAreFound() {
    Page page = visit(Language.ENGLISH);
    page.setContent(
        "<html lang='en'><title>T</title><main><h1>T</h1>"
            + "<p>plain</p>".repeat(40)
            + "<p style='color: #bbb' id='pale'>pale</p>"
            + "<div style='background: #555'><p id='dark'>dark on dark</p></div><input></main>");
    List<String> found = Axe.violations(page, true);
    assertThat(found).anyMatch(one -> one.startsWith("label: "));
    assertThat(found)
        .filteredOn(one -> one.startsWith("color-contrast: "))
        .singleElement()
        .asString()
        .contains("#pale", "#dark");
    assertThat(Axe.violations(page, false)).noneMatch(one -> one.startsWith("color-contrast"));
  }

  /// The account is made for the first language and there for the others.
  private void signInAsOfficer(Page page) throws Exception {
    if (administrator().get("/accounts/of/" + OneOfEverything.OFFICER).statusCode() == 404) {
      person(OneOfEverything.OFFICER, Role.LIAISON);
    }
    page.navigate(base() + "/login");
    page.fill("[name=username]", OneOfEverything.OFFICER);
    page.fill("[name=password]", PASSWORD);
    page.click("main button[type=submit]");
    page.waitForURL("**/liaison/mine");
  }

  private static List<String> inspect(Page page, String name, Language language) {
    List<String> found = new ArrayList<>();
    for (Look look : Look.of(language)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look.scheme()));
      page.setViewportSize(look.width(), 900);
      Axe.violations(page, look.colours())
          .forEach(one -> found.add(name + " " + look + ": " + one));
    }
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    if (PICTURES != null) {
      takePictures(page, Path.of(PICTURES), name.replaceAll("[^A-Za-z0-9]+", "-"));
    }
    faults(page).forEach(one -> found.add(name + ": " + one));
    return found;
  }

  private static void takePictures(Page page, Path folder, String name) {
    for (int width : WIDTHS) {
      page.setViewportSize(width, 900);
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(folder.resolve(name + "-" + width + ".png")));
    }
  }

  /// A width of the screen with a scheme of colours.
  ///
  /// @param colours whether contrast is looked at
  private record Look(int width, ColorScheme scheme, boolean colours) {

    /// Each width and each scheme in English. The words of the other languages are longer but of
    /// the same colours: they are looked at without contrast, where room is short.
    static List<Look> of(Language language) {
      return language == Language.ENGLISH
          ? List.of(
              new Look(WIDTHS[0], ColorScheme.LIGHT, true),
              new Look(WIDTHS[1], ColorScheme.DARK, true))
          : List.of(new Look(WIDTHS[1], ColorScheme.LIGHT, false));
    }
  }
}
