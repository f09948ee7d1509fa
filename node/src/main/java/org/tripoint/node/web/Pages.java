package org.tripoint.node.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;

/// Makes the [Page] of a request.
@Component
public class Pages {

  private final MessageSource words;
  private final NodeIdentity node;
  private final Assets assets;
  private final List<NavigationEntry> navigation;
  private final ObjectProvider<Preferences> preferences;
  private final ObjectProvider<CountWaitingSignals> signals;
  private final ObjectProvider<HoldsSimulated> simulated;

  Pages(
      MessageSource words,
      NodeIdentity node,
      Assets assets,
      ObjectProvider<NavigationEntry> navigation,
      ObjectProvider<Preferences> preferences,
      ObjectProvider<CountWaitingSignals> signals,
      ObjectProvider<HoldsSimulated> simulated) {
    this.words = words;
    this.node = node;
    this.assets = assets;
    this.navigation =
        navigation.stream().sorted(Comparator.comparingInt(NavigationEntry::order)).toList();
    this.preferences = preferences;
    this.signals = signals;
    this.simulated = simulated;
  }

  /// The page of this request, in its language, for its signed-in person.
  public Page of(HttpServletRequest request) {
    Language language = Language.of(RequestContextUtils.getLocale(request));
    return new RequestPage(this, request, new Writing(language.locale(), node.zone()));
  }

  MessageSource words() {
    return words;
  }

  NodeIdentity node() {
    return node;
  }

  Assets assets() {
    return assets;
  }

  List<NavigationEntry> navigation() {
    return navigation;
  }

  String theme(String account) {
    Preferences known = preferences.getIfAvailable();
    return known == null || account.isEmpty() ? "auto" : known.theme(account);
  }

  boolean holdsSimulated() {
    HoldsSimulated held = simulated.getIfAvailable();
    return node.synthetic() || (held != null && held.holdsSimulated());
  }

  long waitingSignals() {
    CountWaitingSignals counter = signals.getIfAvailable();
    return counter == null ? 0 : counter.waitingSignals();
  }
}
