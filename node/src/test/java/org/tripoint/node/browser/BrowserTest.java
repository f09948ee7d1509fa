package org.tripoint.node.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.tripoint.node.testing.RunningNode;
import org.tripoint.node.web.Language;

/// Walks through a whole node in a real Chromium. Fails on an error in the console and on any
/// request that leaves the node; keeps pictures of what it saw in `target/screenshots`. Skipped
/// with a word where /usr/bin/chromium is missing.
abstract class BrowserTest extends RunningNode {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path PICTURES = Path.of("target/screenshots");
  private static final int[] WIDTHS = {1440, 360};

  private static Playwright playwright;
  private static Browser chromium;

  private final List<String> complaints = new ArrayList<>();

  @BeforeAll
  static void open() {
    assumeTrue(Files.isExecutable(CHROMIUM), "no Chromium at " + CHROMIUM);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    chromium =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(List.of("--no-sandbox")));
  }

  @AfterAll
  static void close() {
    if (playwright != null) {
      playwright.close();
    }
  }

  @AfterEach
  void nothingWasComplainedOf() {
    assertThat(complaints).as("console errors, and requests that left the node").isEmpty();
  }

  /// A new person at a browser of this language.
  final Page visit(Language language) {
    BrowserContext context =
        chromium.newContext(
            new Browser.NewContextOptions()
                .setLocale(
                    language == Language.ENGLISH ? "en-US" : language.locale().toLanguageTag())
                .setViewportSize(1440, 900));
    Page page = context.newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        complaints.add(page.url() + ": " + message.text());
      }
    });
    page.onPageError(error -> complaints.add(page.url() + ": " + error));
    page.onRequest(request -> {
      if (!request.url().startsWith(base()) && !request.url().startsWith("data:")) {
        complaints.add(page.url() + " asked for " + request.url());
      }
    });
    return page;
  }

  /// Signs in as the administrator and leaves the page on the overview.
  final void signIn(Page page) throws Exception {
    administrator();
    page.navigate(base() + "/login");
    page.fill("input[name=username]", ADMIN);
    page.fill("input[name=password]", PASSWORD);
    page.click("main button[type=submit]");
    page.waitForURL(base() + "/");
  }

  /// Keeps pictures at both widths; the page may not be wider than the screen.
  final void look(Page page, String name) {
    for (int width : WIDTHS) {
      page.setViewportSize(width, 900);
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(PICTURES.resolve(name + "-" + width + ".png")));
      Object over =
          page.evaluate(
              "document.documentElement.scrollWidth - document.documentElement.clientWidth");
      assertThat(((Number) over).intValue())
          .as("%s at %d px: units wider than the screen", page.url(), width)
          .isLessThanOrEqualTo(0);
    }
    page.setViewportSize(1440, 900);
    accessible(page);
  }

  /// What a machine can check without a library: one main heading, a name on every control and
  /// picture, no id twice.
  private static void accessible(Page page) {
    Object problems =
        page.evaluate(
            """
            () => {
              const found = [];
              if (document.querySelectorAll('h1').length !== 1) found.push('expected one h1');
              if (!document.documentElement.lang) found.push('no language');
              document.querySelectorAll('input:not([type=hidden]),select,textarea').forEach(e => {
                if (!(e.labels && e.labels.length) && !e.getAttribute('aria-label')
                    && !e.getAttribute('aria-hidden')) found.push('no label: ' + e.outerHTML);
              });
              document.querySelectorAll('button,a[href]').forEach(e => {
                if (!e.textContent.trim() && !e.getAttribute('aria-label')
                    && !e.querySelector('img[alt]:not([alt=""])') && !e.querySelector('title'))
                  found.push('no name: ' + e.outerHTML);
              });
              document.querySelectorAll('svg').forEach(e => {
                if (!e.getAttribute('aria-label') && !e.getAttribute('aria-hidden'))
                  found.push('drawing without a name');
              });
              const ids = new Map();
              document.querySelectorAll('[id]').forEach(e => ids.set(e.id, (ids.get(e.id) || 0) + 1));
              ids.forEach((n, id) => {
                if (n > 1 && !/^[hbm][0-9a-f]+$/.test(id)) found.push('id twice: ' + id);
              });
              document.querySelectorAll('[style]:not([style=""])').forEach(e => found.push('style: ' + e.outerHTML));
              if (/\\[[a-z]+(\\.[a-z0-9-]+)+\\]/.test(document.body.textContent))
                found.push('a key without words: '
                    + document.body.textContent.match(/\\[[a-z]+(\\.[a-z0-9-]+)+\\]/)[0]);
              return found;
            }
            """);
    assertThat((List<?>) problems).as(page.url()).isEmpty();
  }
}
