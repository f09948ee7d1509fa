package org.tripoint.node.web;

import jakarta.annotation.security.PermitAll;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Takes a person's choice of a language, signed in or not, and returns to the page it was made on.
@Controller
class LanguageChoice {

  private final ObjectProvider<Preferences> preferences;

  LanguageChoice(ObjectProvider<Preferences> preferences) {
    this.preferences = preferences;
  }

  @PostMapping("/language")
  @PermitAll
  ResponseEntity<Void> choose(
      @RequestParam String language,
      @RequestParam(defaultValue = "/") String returnTo,
      @Nullable Principal principal) {
    Language chosen = Language.find(language).orElse(Language.ENGLISH);
    if (principal != null) {
      preferences.ifAvailable(known -> known.chooseLanguage(principal.getName(), chosen));
    }
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .header(HttpHeaders.SET_COOKIE, ChosenLanguage.cookie(chosen).toString())
        .header(HttpHeaders.LOCATION, LocalAddress.of(returnTo))
        .build();
  }
}
