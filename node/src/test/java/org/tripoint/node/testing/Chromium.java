package org.tripoint.node.testing;

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
import org.tripoint.node.web.Language;

/// A real Chromium for tests. Keeps what its pages complained of: errors in the console, and
/// requests that left the node.
public final class Chromium implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/bin/chromium");

  /// Long enough for a machine that is ten times slower than ours.
  private static final double PATIENCE_MILLIS = 300_000;

  private final Playwright playwright;
  private final Browser browser;
  private final List<String> complaints = new ArrayList<>();

  private Chromium() {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(PROGRAM)
                    .setTimeout(PATIENCE_MILLIS)
                    .setArgs(List.of("--no-sandbox")));
  }

  /// Starts it; skips the test with a word where there is none.
  public static Chromium open() {
    assumeTrue(Files.isExecutable(PROGRAM), "skipped, no Chromium at " + PROGRAM);
    return new Chromium();
  }

  /// A new person at a browser of this language.
  public Page visit(String base, Language language) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setLocale(
                    language == Language.ENGLISH ? "en-US" : language.locale().toLanguageTag())
                .setViewportSize(1440, 900));
    context.setDefaultTimeout(PATIENCE_MILLIS);
    Page page = context.newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        complaints.add(page.url() + ": " + message.text());
      }
    });
    page.onPageError(error -> complaints.add(page.url() + ": " + error));
    page.onRequest(request -> {
      if (!request.url().startsWith(base) && !request.url().startsWith("data:")) {
        complaints.add(page.url() + " asked for " + request.url());
      }
    });
    return page;
  }

  /// Signs in as the administrator and leaves the page on the overview.
  public static void signIn(Page page, String base, Path home) throws Exception {
    Visitor.administrator(base, home);
    signInAs(page, base, Visitor.ADMIN);
  }

  /// Signs in somebody who has chosen the tests' password, and leaves the page on the overview.
  public static void signInAs(Page page, String base, String name) {
    page.navigate(base + "/login");
    page.fill("input[name=username]", name);
    page.fill("input[name=password]", Visitor.PASSWORD);
    page.click("main button[type=submit]");
    page.waitForURL(base + "/");
  }

  /// What was complained of since the last time this was asked.
  public List<String> complaints() {
    List<String> found = List.copyOf(complaints);
    complaints.clear();
    return found;
  }

  @Override
  public void close() {
    playwright.close();
  }
}
