package org.tripoint.node.exchange.keys;

import java.net.URI;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tripoint.vocabulary.Country;

/// How partners call this node and where they find it.
@Component
public class OwnName {

  private final String name;
  private final Country country;
  private final String authority;
  private final String endpoint;

  /// @param name short name; the country's letters when none is set
  /// @param endpoint the address at which partners reach the exchange, such as
  ///   `https://tripoint.example.gc.ca:8443`
  OwnName(
      @Value("${tripoint.exchange.name:}") String name,
      @Value("${tripoint.node.country}") String country,
      @Value("${tripoint.node.name}") String authority,
      @Value("${tripoint.exchange.endpoint:https://localhost:8443}") String endpoint) {
    this.country = Country.of(country);
    this.name = name.isBlank() ? this.country.code().toLowerCase(Locale.ROOT) : name;
    this.authority = authority;
    this.endpoint = endpoint;
    if (!this.name.matches("[a-z][a-z0-9-]{0,39}")) {
      throw new IllegalArgumentException(
          "expected tripoint.exchange.name of lower-case letters, digits and dashes, found '"
              + this.name
              + "'");
    }
    requireEndpoint(endpoint);
  }

  /// Checks an address for partners.
  ///
  /// @throws IllegalArgumentException unless it is an `https` address without path
  public static void requireEndpoint(String endpoint) {
    URI address = URI.create(endpoint);
    if (!"https".equals(address.getScheme())
        || address.getHost() == null
        || !address.getPath().isEmpty()
        || address.getUserInfo() != null) {
      throw new IllegalArgumentException(
          "expected an endpoint such as https://tripoint.example.org:8443, found '"
              + endpoint
              + "'");
    }
  }

  public String name() {
    return name;
  }

  public Country country() {
    return country;
  }

  public String authority() {
    return authority;
  }

  public String endpoint() {
    return endpoint;
  }
}
