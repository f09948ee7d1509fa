package org.tripoint.node.web;

import java.util.regex.Pattern;

/// An address on this node, so that a redirect never leads a person elsewhere.
public final class LocalAddress {

  private static final Pattern LOCAL =
      Pattern.compile("/(?![/\\\\])[\\x21-\\x5b\\x5d-\\x7e]{0,1999}");

  private LocalAddress() {}

  /// The address when it is a path on this node, `/` for everything else.
  public static String of(String address) {
    return LOCAL.matcher(address).matches() || address.equals("/") ? address : "/";
  }
}
