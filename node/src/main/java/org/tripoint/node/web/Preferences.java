package org.tripoint.node.web;

import java.util.Optional;

/// What the signed-in person has chosen for the pages. The accounts room keeps it.
public interface Preferences {

  /// The language saved in the account; empty when none was chosen.
  Optional<Language> language(String account);

  /// `light`, `dark` or `auto`, which follows the system.
  String theme(String account);

  /// Saves the choice of a language.
  void chooseLanguage(String account, Language language);
}
