package org.tripoint.engines.chemistry.registry;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One spelling for the many ways to write a name.
///
/// Case, accents, kinds of dash and space do not count; Greek letters are their names; locants keep
/// their digits, commas and primes, so that 3′-methyl stays another word than 3-methyl.
final class NameKey {

  private static final Map<String, String> LETTERS = letters();

  private static final Pattern PRIMES = Pattern.compile("[\u2032\u2019\u2018\u02b9\u00b4`\u02bc]");
  private static final Pattern SPACES =
      Pattern.compile("[\\s\u2010-\u2015\u2212\\-_()\\[\\]{}.®™*]+");
  private static final Pattern COMMA_IN_WORDS = Pattern.compile("(?<![0-9a-z']),|,(?![0-9a-z'])");

  /// Words of salts and hydrates, three languages; what is left of the name is the base.
  private static final Pattern SALT =
      Pattern.compile(
          "\\b(?:salt (?:undetermined|unspecified|unknown)|sal no (?:determinada|especificada)|sel"
              + " non (?:d[eé]termin[eé]|pr[eé]cis[eé])"
              + "|(?:mono|di|bi|semi|hemi)?(?:hydrochloride|hydrobromide|hydroiodide|hydrate)|hcl|2hcl|hbr|(?:hemi|bi|hydrogen"
              + " )?sul(?:f|ph)ate|citrate|(?:bi)?tartrate|(?:hemi)?fumarate|(?:hydrogen"
              + " )?maleate|oxalate|acetate|phosphate|nitrate|mesylate|besylate|succinate|sodium|potassium|free"
              + " base|base|salt"
              + "|(?:di|bi)?clorhidrato|(?:di|bi)?hidrocloruro|bromhidrato|sulfato|citrato|tartrato|fumarato|maleato|oxalato|acetato|fosfato|nitrato|sal|base"
              + " libre|s[oó]dico|(?:di|bi)?chlorhydrate|bromhydrate|maléate|sel|base"
              + " libre|sodique)\\b(?: d[e']\\s*)?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  private static final String OPENING = "([{";
  private static final String CLOSING = ")]}";

  /// Between names in brackets: a semicolon, or a comma with a blank behind it.
  private static final Pattern BETWEEN = Pattern.compile(";|,\\s");

  private NameKey() {}

  static String of(String name) {
    String text = name.toLowerCase(Locale.ROOT);
    for (Map.Entry<String, String> letter : LETTERS.entrySet()) {
      text = text.replace(letter.getKey(), letter.getValue());
    }
    text = text.replace("\u2033", "''").replace("\"", "''");
    text = PRIMES.matcher(text).replaceAll("'");
    text = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
    text = text.replace("sulph", "sulf");
    text = COMMA_IN_WORDS.matcher(text).replaceAll(" ");
    return SPACES.matcher(text).replaceAll("");
  }

  /// The name without words of a salt and those words, if it has any.
  static Optional<String[]> withoutSalt(String name) {
    Matcher salt = SALT.matcher(name);
    StringBuilder words = new StringBuilder();
    while (salt.find()) {
      words.append(words.isEmpty() ? "" : " ").append(salt.group().strip());
    }
    if (words.isEmpty()) {
      return Optional.empty();
    }
    String rest = SALT.matcher(name).replaceAll(" ").strip();
    return rest.isEmpty() ? Optional.empty() : Optional.of(new String[] {rest, words.toString()});
  }

  /// A name taken apart from others that stand in brackets behind it, such as `THIOFENTANYL
  /// (β-thiofentanyl; …), SALT UNDETERMINED`: what stands outside, then each of the others.
  /// Brackets within a name have no blank before them. Just the name where there are none.
  static List<String> withOthers(String name) {
    int open = name.indexOf(" (");
    int depth = 0;
    for (int i = open + 1; open >= 0 && i < name.length(); i++) {
      depth += OPENING.indexOf(name.charAt(i)) >= 0 ? 1 : 0;
      depth -= CLOSING.indexOf(name.charAt(i)) >= 0 ? 1 : 0;
      if (depth == 0) {
        List<String> names = new ArrayList<>();
        names.add((name.substring(0, open) + name.substring(i + 1)).strip());
        Arrays.stream(BETWEEN.split(name.substring(open + 2, i), -1))
            .map(String::strip)
            .filter(other -> !other.isEmpty())
            .forEach(names::add);
        return names;
      }
    }
    return List.of(name);
  }

  private static Map<String, String> letters() {
    Map<String, String> letters = new LinkedHashMap<>();
    letters.put("α", "alpha");
    letters.put("β", "beta");
    letters.put("ß", "beta");
    letters.put("γ", "gamma");
    letters.put("δ", "delta");
    letters.put("ε", "epsilon");
    letters.put("ω", "omega");
    letters.put("\u0251", "alpha");
    return letters;
  }
}
