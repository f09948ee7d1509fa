package org.tripoint.node.retention;

import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.tripoint.node.retention.Refused.Why;
import org.tripoint.vocabulary.RecordId;

/// Puts rules in force, changes and ends them. A name is a rule's: under the same name it is the
/// same rule as it now says.
@Service
public class KeepRules {

  private final ReadRetention read;
  private final SuggestedRules suggested;
  private final RetentionDay day;

  KeepRules(ReadRetention read, SuggestedRules suggested, RetentionDay day) {
    this.read = read;
    this.suggested = suggested;
    this.day = day;
  }

  /// A rule as a person wrote it; who and when are added.
  public RecordId put(RetentionRule rule, String actor) {
    RetentionRule adopted =
        new RetentionRule(
            rule.name(),
            rule.kind(),
            rule.part(),
            rule.source(),
            rule.country(),
            rule.clock(),
            rule.reviewAfter(),
            rule.purgeAfter(),
            rule.automatic(),
            rule.instrument().strip(),
            rule.certainty(),
            rule.statedIn().strip(),
            actor,
            day.now());
    return day.put(RetentionRule.KIND, rule.name(), adopted, actor);
  }

  /// Puts a suggestion in force as it stands.
  ///
  /// @param reader in whose language it was read
  public RecordId adopt(String name, Locale reader, String actor) throws Refused {
    RetentionRule rule =
        suggested.list(reader).stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new Refused(Why.GONE));
    if (read.findRule(name).isPresent()) {
      throw new Refused(Why.NAME_TAKEN);
    }
    return put(rule, actor);
  }

  public void end(String name, String actor) throws Refused {
    Optional<ReadRetention.Rule> rule = read.findRule(name);
    if (rule.isEmpty()) {
      throw new Refused(Why.GONE);
    }
    day.withdraw(RetentionRule.KIND, name, "ended", actor);
  }
}
