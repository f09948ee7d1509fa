package org.tripoint.node.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What axe-core finds on a page against WCAG 2.2 AA.
///
/// Contrast takes longest by far, the longer the more there is on a page: it is looked at on one
/// element of each combination of text colour, size, weight and all that lies behind.
final class Axe {
  private static final String SCRIPT = script();

  private static final String SAY =
      """
      result => result.violations.map(v => v.id + ': ' + v.nodes.slice(0, 4).map(n =>
        n.target.join(' ') + ' (' + n.any.concat(n.all, n.none).map(c => c.message).join('; ')
        + ')').join(' | '))
      """;

  private static final String RULES =
      """
      async () => {
        const result = await axe.run(document, {
          resultTypes: ['violations'],
          rules: {'color-contrast': {enabled: false}},
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']});
        return (%s)(result);
      }
      """
          .formatted(SAY);

  private static final String CONTRAST =
      """
      async () => {
        const looks = element => {
          const own = getComputedStyle(element);
          const behind = [];
          for (let e = element; e; e = e.parentElement) {
            const style = getComputedStyle(e);
            behind.push(style.backgroundColor, style.backgroundImage, style.opacity);
          }
          return [own.color, own.fontSize, own.fontWeight, own.textShadow]
              .concat(behind.filter(one => !['rgba(0, 0, 0, 0)', 'none', '1'].includes(one)))
              .join(' / ');
        };
        const ofEach = new Map();
        const see = element => {
          if (element.checkVisibility()) {
            const look = looks(element);
            ofEach.set(look, ofEach.get(look) ?? element);
          }
        };
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
          if (texts.currentNode.data.trim()) {
            see(texts.currentNode.parentElement);
          }
        }
        document.querySelectorAll('input, select, textarea').forEach(see);
        const result = await axe.run({include: [...ofEach.values()]}, {
          resultTypes: ['violations'],
          runOnly: {type: 'rule', values: ['color-contrast']}});
        return (%s)(result);
      }
      """
          .formatted(SAY);

  private Axe() {}

  /// @param colours whether contrast is looked at too
  static List<String> violations(Page page, boolean colours) {
    if (!(Boolean) page.evaluate("() => typeof axe !== 'undefined'")) {
      page.evaluate(SCRIPT);
    }
    List<String> found = new ArrayList<>(said(page.evaluate(RULES)));
    if (colours) {
      found.addAll(said(page.evaluate(CONTRAST)));
    }
    return found;
  }

  private static List<String> said(Object violations) {
    return ((List<?>) violations).stream().map(String::valueOf).toList();
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
