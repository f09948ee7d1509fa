package org.tripoint.node.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What axe-core finds on a page against WCAG 2.2 AA.
final class Axe {
  private static final String SCRIPT = script();

  private static final String RUN =
      """
      async colours => {
        const result = await axe.run(document, {
          resultTypes: ['violations'],
          rules: {'color-contrast': {enabled: colours}},
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']});
        return result.violations.map(v => v.id + ': ' + v.nodes.slice(0, 4).map(n =>
          n.target.join(' ') + ' (' + n.any.concat(n.all, n.none).map(c => c.message).join('; ')
          + ')').join(' | '));
      }
      """;

  private Axe() {}

  /// @param colours whether contrast is looked at too, which takes longest
  static List<String> violations(Page page, boolean colours) {
    if (!(Boolean) page.evaluate("() => typeof axe !== 'undefined'")) {
      page.evaluate(SCRIPT);
    }
    return ((List<?>) page.evaluate(RUN, colours)).stream().map(String::valueOf).toList();
  }

  private static String script() {
    try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
      if (in == null) {
        throw new IllegalStateException("no axe.min.js on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8) + "; undefined";
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
