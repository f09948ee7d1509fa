package org.tripoint.node.desks.liaison;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.tripoint.node.desks.liaison.ContactRule.Counting;
import org.tripoint.node.desks.liaison.ContactRule.Sureness;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.FiledRecords.Kept;
import org.tripoint.vocabulary.Country;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// The rule by which officials of this node's country report contacts: the one that a steward
/// entered last, else the one that is shipped, else none.
@Service
class ContactRules {

  private static final String SHIPPED = "/liaison/contact-rules.yaml";

  private final Entries entries;
  private final Here here;

  ContactRules(Entries entries, Here here) {
    this.entries = entries;
    this.here = here;
  }

  Optional<ContactRule> find() {
    return entries.listUnder(ContactRule.KIND, here.country().code()).stream()
        .filter(one -> one.origin() == null)
        .reduce((_, later) -> later)
        .map(Kept::content)
        .or(this::shipped);
  }

  void correct(
      int days,
      Counting counting,
      String authority,
      String instrument,
      Sureness certainty,
      String source,
      String actor) {
    ContactRule rule =
        new ContactRule(
            here.country(),
            days,
            counting,
            authority.strip(),
            instrument.strip(),
            certainty,
            source.strip(),
            here.now());
    here.append(
        new Entry.Put<>(ContactRule.KIND, here.country().code(), rule, Here.own(), null), actor);
  }

  private Optional<ContactRule> shipped() {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try (InputStream file = ContactRules.class.getResourceAsStream(SHIPPED)) {
      if (file == null) {
        throw new IllegalStateException("expected " + SHIPPED);
      }
      List<Map<String, Object>> all = new Yaml(new SafeConstructor(options)).load(file);
      return all.stream()
          .filter(one -> here.country().code().equals(one.get("country")))
          .map(this::rule)
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ContactRule rule(Map<String, Object> said) {
    return new ContactRule(
        Country.of(text(said, "country")),
        Integer.parseInt(text(said, "days")),
        Counting.valueOf(text(said, "counting")),
        text(said, "authority"),
        text(said, "instrument"),
        Sureness.valueOf(text(said, "certainty")),
        text(said, "source"),
        here.now());
  }

  private static String text(Map<String, Object> said, String key) {
    Object value = said.get(key);
    if (value == null) {
      throw new IllegalStateException("expected " + key + " in " + SHIPPED);
    }
    return value.toString();
  }
}
