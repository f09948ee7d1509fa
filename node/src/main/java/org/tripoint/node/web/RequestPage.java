package org.tripoint.node.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.security.Principal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.NoSuchMessageException;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.util.UriComponentsBuilder;
import org.tripoint.vocabulary.Part;

/// The page of one request.
final class RequestPage implements Page {

  private static final Logger LOG = LoggerFactory.getLogger(RequestPage.class);

  private final Pages pages;
  private final HttpServletRequest request;
  private final Writing writing;

  RequestPage(Pages pages, HttpServletRequest request, Writing writing) {
    this.pages = pages;
    this.request = request;
    this.writing = writing;
  }

  @Override
  public Locale locale() {
    return writing.locale();
  }

  @Override
  public Language language() {
    return Language.of(writing.locale());
  }

  @Override
  public String t(String key, @Nullable Object... arguments) {
    try {
      return pages.words().getMessage(key, arguments, writing.locale());
    } catch (NoSuchMessageException e) {
      LOG.error("expected words for the key {} in {}", key, writing.locale());
      return "[" + key + "]";
    }
  }

  @Override
  public boolean has(String key) {
    return pages.words().getMessage(key, null, null, writing.locale()) != null;
  }

  @Override
  public String number(BigDecimal value, int decimals) {
    return writing.number(value, decimals);
  }

  @Override
  public String number(long value) {
    return writing.number(value);
  }

  @Override
  public String percent(BigDecimal share, int decimals) {
    return writing.percent(share, decimals);
  }

  @Override
  public String day(LocalDate day) {
    return writing.day(day);
  }

  @Override
  public String month(YearMonth month) {
    return writing.month(month);
  }

  @Override
  public String instant(Instant instant) {
    return writing.instant(instant);
  }

  @Override
  public String account() {
    Principal principal = request.getUserPrincipal();
    return principal == null ? "" : principal.getName();
  }

  @Override
  public boolean mayUse(String role) {
    return request.isUserInRole(role);
  }

  @Override
  public Set<Part> readable() {
    Set<Part> readable = EnumSet.of(Part.OPEN);
    for (Part part : Part.values()) {
      if (request.isUserInRole(READS + part.name())) {
        readable.add(part);
      }
    }
    return readable;
  }

  @Override
  public String nodeName() {
    String name = pages.node().name();
    return name.isBlank() ? t("web.node.unnamed") : name;
  }

  @Override
  public String nodeCountry() {
    return pages.node().country();
  }

  @Override
  public boolean synthetic() {
    return pages.node().synthetic();
  }

  @Override
  public boolean holdsSimulated() {
    return pages.holdsSimulated();
  }

  @Override
  public List<NavigationEntry> navigation() {
    if (account().isEmpty()) {
      return List.of();
    }
    return pages.navigation().stream().filter(one -> one.isFor(this::mayUse)).toList();
  }

  @Override
  public String home() {
    return account().isEmpty() ? "/" : NavigationEntry.first(pages.navigation(), this::mayUse);
  }

  @Override
  public String address() {
    Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    if (failed != null) {
      return failed.toString();
    }
    String query = request.getQueryString();
    return request.getRequestURI() + (query == null ? "" : "?" + query);
  }

  @Override
  public String with(String parameter, String value) {
    UriComponentsBuilder address = UriComponentsBuilder.fromUriString(address());
    if (value.isEmpty()) {
      return address.replaceQueryParam(parameter).build().toUriString();
    }
    String encoded = java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8);
    return address.replaceQueryParam(parameter, encoded).build().toUriString();
  }

  @Override
  public String csrfParameter() {
    CsrfToken token = csrf();
    return token == null ? "_csrf" : token.getParameterName();
  }

  @Override
  public String csrfToken() {
    CsrfToken token = csrf();
    return token == null ? "" : token.getToken();
  }

  @Override
  public long waitingSignals() {
    return account().isEmpty() ? 0 : pages.waitingSignals();
  }

  @Override
  public String asset(String name) {
    return pages.assets().address(name);
  }

  @Override
  public String theme() {
    return pages.theme(account());
  }

  private @Nullable CsrfToken csrf() {
    return (CsrfToken) request.getAttribute(CsrfToken.class.getName());
  }
}
