package org.tripoint.node.exchange.taxii;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The eleven endpoints of TAXII 2.1, by what stands behind `/taxii2/`, with the methods of each:
/// two of them share an address with another.
public enum TaxiiEndpoint {
  DISCOVERY("", "GET", "HEAD"),
  ROOT(DescribeServer.ROOT, "GET", "HEAD"),
  STATUS(DescribeServer.ROOT + "/status/*", "GET", "HEAD"),
  COLLECTIONS(DescribeServer.ROOT + "/collections", "GET", "HEAD"),
  COLLECTION(DescribeServer.ROOT + "/collections/*", "GET", "HEAD"),
  MANIFEST(DescribeServer.ROOT + "/collections/*/manifest", "GET", "HEAD"),
  OBJECTS(DescribeServer.ROOT + "/collections/*/objects", "GET", "HEAD", "POST"),
  OBJECT(DescribeServer.ROOT + "/collections/*/objects/*", "GET", "HEAD", "DELETE"),
  VERSIONS(DescribeServer.ROOT + "/collections/*/objects/*/versions", "GET", "HEAD");

  private static final String ANY = "*";

  private final String path;
  private final String methods;

  TaxiiEndpoint(String path, String... methods) {
    this.path = path;
    this.methods = String.join(" ", methods);
  }

  /// The endpoint at an address.
  ///
  /// @param path what stands between slashes
  static Optional<TaxiiEndpoint> find(List<String> path) {
    return Arrays.stream(values()).filter(one -> one.isAt(path)).findFirst();
  }

  private List<String> path() {
    return path.isEmpty() ? List.of() : List.of(path.split("/", -1));
  }

  private boolean isAt(List<String> asked) {
    List<String> parts = path();
    if (asked.size() != parts.size()) {
      return false;
    }
    for (int i = 0; i < parts.size(); i++) {
      if (!parts.get(i).equals(ANY) && !parts.get(i).equals(asked.get(i))) {
        return false;
      }
    }
    return true;
  }

  /// What may be done there, as HTTP calls it.
  public List<String> methods() {
    return List.of(methods.split(" ", -1));
  }

  /// Its address, with these for what is left open, in their order.
  public String address(String... names) {
    StringBuilder address = new StringBuilder("/taxii2/");
    int next = 0;
    for (String part : path()) {
      address.append(part.equals(ANY) ? names[next++] : part).append('/');
    }
    return address.toString();
  }
}
