package org.tripoint.node.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.tripoint.node.testing.Chromium;
import org.tripoint.node.testing.RunningNode;
import org.tripoint.node.web.Language;

/// Walks through a whole node in a real Chromium. Fails on an error in the console and on any
/// request that leaves the node; keeps pictures of what it saw in `target/screenshots`. Skipped
/// with a word where /usr/bin/chromium is missing.
abstract class BrowserTest extends RunningNode {
  private static final Path PICTURES = Path.of("target/screenshots");
  static final int[] WIDTHS = {1440, 360};

  private static @Nullable Chromium chromium;

  @BeforeAll
  static void open() {
    chromium = Chromium.open();
  }

  @AfterAll
  static void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @AfterEach
  void nothingWasComplainedOf() {
    assertThat(chromium.complaints())
        .as("console errors, and requests that left the node")
        .isEmpty();
  }

  /// A new person at a browser of this language.
  final Page visit(Language language) {
    return chromium.visit(base(), language);
  }

  /// Signs in as the administrator and leaves the page on the overview.
  final void signIn(Page page) throws Exception {
    Chromium.signIn(page, base(), home());
  }

  /// Keeps pictures at both widths, and finds nothing wrong.
  final void look(Page page, String name) {
    for (int width : WIDTHS) {
      page.setViewportSize(width, 900);
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(PICTURES.resolve(name + "-" + width + ".png")));
    }
    page.setViewportSize(WIDTHS[0], 900);
    assertThat(faults(page)).as(page.url()).isEmpty();
  }

  /// What is wrong with the page at both widths.
  static List<String> faults(Page page) {
    List<String> found = new ArrayList<>();
    for (int width : WIDTHS) {
      page.setViewportSize(width, 900);
      Object over =
          page.evaluate(
              "document.documentElement.scrollWidth - document.documentElement.clientWidth");
      if (((Number) over).intValue() > 0) {
        found.add(over + " px wider than a screen of " + width);
      }
    }
    page.setViewportSize(WIDTHS[0], 900);
    untidy(page).forEach(one -> found.add(String.valueOf(one)));
    return found;
  }

  /// What a machine can check without a library: one main heading, a name on every control and
  /// picture, no id twice.
  private static List<?> untidy(Page page) {
    return (List<?>)
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
  }
}
