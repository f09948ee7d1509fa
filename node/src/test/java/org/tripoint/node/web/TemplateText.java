package org.tripoint.node.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds text in a jte template that a person would see and that no bundle holds.
final class TemplateText {

  /// Names that are the same in every language, file formats and signs.
  private static final Pattern ALLOWED =
      Pattern.compile(
          "Tripoint|CSV|XLSX|JSON|SVG|PNG|XML|YAML|SDMX|SDMX-CSV|TLP|UTC|ISO|SHA|kg|km|[jk]|[^\\p{L}]+",
          Pattern.CASE_INSENSITIVE);

  private TemplateText() {}

  static List<String> visible(String template) {
    String text = template.replaceAll("(?s)<%--.*?--%>", " ");
    text = text.replaceAll("(?m)^\\s*@(import|param).*$", " ");
    text = text.replaceAll("(?s)<(script|style)\\b.*?</\\1>", " ");
    text = withoutExpressions(text);
    List<String> found = new ArrayList<>();
    Matcher attribute =
        Pattern.compile("\\b(title|placeholder|aria-label|alt|label)=\"([^\"]*)\"").matcher(text);
    while (attribute.find()) {
      keep(found, attribute.group(2));
    }
    for (String line :
        text.replaceAll("(?s)<[^>]*>", "\n").replaceAll("&[a-z]+;", " ").split("\n", -1)) {
      keep(found, line);
    }
    return found;
  }

  private static void keep(List<String> found, String text) {
    for (String word : text.strip().split("[\\s,;:.()·/-]+", -1)) {
      if (!word.isBlank() && !ALLOWED.matcher(word).matches()) {
        found.add(text.strip());
        return;
      }
    }
  }

  /// Drops `${…}`, `!{…}`, and every `@word(…)` with its balanced parentheses, and jte's content
  /// quotes.
  private static String withoutExpressions(String text) {
    StringBuilder out = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if ((c == '$' || c == '!') && i + 1 < text.length() && text.charAt(i + 1) == '{') {
        i = afterBalanced(text, i + 1, '{', '}');
        out.append(' ');
      } else if (c == '@' && i + 1 < text.length() && text.charAt(i + 1) == '`') {
        i += 2;
      } else if (c == '@') {
        int end = i + 1;
        while (end < text.length()
            && (Character.isLetterOrDigit(text.charAt(end))
                || ".-_".indexOf(text.charAt(end)) >= 0)) {
          end++;
        }
        boolean template = text.startsWith("@template.", i);
        if (end < text.length() && text.charAt(end) == '(') {
          int close = afterBalanced(text, end, '(', ')');
          if (template) {
            out.append(insideQuotes(text.substring(end, close)));
          }
          i = close;
        } else {
          i = end;
        }
        out.append('\n');
      } else {
        out.append(c == '`' ? ' ' : c);
        i++;
      }
    }
    return out.toString();
  }

  /// The contents between backquotes of a template call's arguments, without their own expressions.
  private static String insideQuotes(String arguments) {
    StringBuilder out = new StringBuilder();
    int depth = 0;
    int from = -1;
    for (int i = 0; i < arguments.length(); i++) {
      if (arguments.charAt(i) == '`') {
        boolean opens = i > 0 && arguments.charAt(i - 1) == '@';
        if (opens && depth++ == 0) {
          from = i + 1;
        } else if (!opens && --depth == 0) {
          out.append(withoutExpressions(arguments.substring(from, i))).append('\n');
        }
      }
    }
    return out.toString();
  }

  private static int afterBalanced(String text, int open, char left, char right) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == left) {
        depth++;
      } else if (c == right && --depth == 0) {
        return i + 1;
      } else if (c == '"') {
        int end = i + 1;
        while (end < text.length() && text.charAt(end) != '"' && text.charAt(end) != '\n') {
          end += text.charAt(end) == '\\' ? 2 : 1;
        }
        if (end < text.length() && text.charAt(end) == '"' && balancedInside(text, i, end)) {
          i = end;
        }
      }
    }
    return text.length();
  }

  /// A quoted string counts as one only when it is short Java text: attributes in content quotes
  /// hold expressions.
  private static boolean balancedInside(String text, int from, int to) {
    String inside = text.substring(from + 1, to);
    return !inside.contains("${") && !inside.contains("`");
  }
}
