package org.tripoint.node.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/// The language of a request: `?lang=`, else what this browser last chose, else the account's, else
/// the first of the browser's own languages that the pages speak, else English.
@Component("localeResolver")
final class ChosenLanguage implements LocaleResolver {

  static final String COOKIE = "tripoint-language";
  private static final long YEAR_SECONDS = 365L * 24 * 3600;

  private final ObjectProvider<Preferences> preferences;

  ChosenLanguage(ObjectProvider<Preferences> preferences) {
    this.preferences = preferences;
  }

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    return asked(request)
        .or(() -> remembered(request))
        .or(() -> ofAccount(request))
        .orElseGet(() -> ofBrowser(request))
        .locale();
  }

  @Override
  public void setLocale(
      HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
    if (response != null && locale != null) {
      response.addHeader(HttpHeaders.SET_COOKIE, cookie(Language.of(locale)).toString());
    }
  }

  static ResponseCookie cookie(Language language) {
    return ResponseCookie.from(COOKIE, language.code())
        .path("/")
        .httpOnly(true)
        .sameSite("Lax")
        .maxAge(YEAR_SECONDS)
        .build();
  }

  private static Optional<Language> asked(HttpServletRequest request) {
    return Optional.ofNullable(request.getParameter("lang")).flatMap(Language::find);
  }

  private static Optional<Language> remembered(HttpServletRequest request) {
    Cookie cookie = WebUtils.getCookie(request, COOKIE);
    return Optional.ofNullable(cookie).map(Cookie::getValue).flatMap(Language::find);
  }

  private Optional<Language> ofAccount(HttpServletRequest request) {
    Principal principal = request.getUserPrincipal();
    Preferences known = preferences.getIfAvailable();
    return principal == null || known == null
        ? Optional.empty()
        : known.language(principal.getName());
  }

  private static Language ofBrowser(HttpServletRequest request) {
    if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
      return Language.ENGLISH;
    }
    List<Locale> wanted = java.util.Collections.list(request.getLocales());
    return wanted.stream()
        .flatMap(one -> Language.find(one.getLanguage()).stream())
        .findFirst()
        .orElse(Language.ENGLISH);
  }
}
