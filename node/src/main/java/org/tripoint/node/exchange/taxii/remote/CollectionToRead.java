package org.tripoint.node.exchange.taxii.remote;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.MadeHere;

/// Content of kind `remote-collection`: a collection of another server that people here want read.
///
/// @param name what it is called here
/// @param partner short name of whose it is, a partner or another source: what comes stays under
///   its control
/// @param root address of the API root; ends in a slash
/// @param collection id of the collection, a UUID
/// @param signIn how this node shows there who it is
/// @param user name that goes with the password; null where no password is used
/// @param authorities certificates of those who vouch for the server, base64; empty: those that
///   Java trusts
/// @param minutes between two looks
@MadeHere
record CollectionToRead(
    String name,
    String partner,
    String root,
    String collection,
    SignIn signIn,
    @Nullable String user,
    List<String> authorities,
    int minutes) {

  static final Kind<CollectionToRead> KIND =
      Kind.of("remote-collection", 1, CollectionToRead.class);

  static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{1,39}");
  static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);
  static final int MOST_MINUTES = 7 * 24 * 60;

  /// How this node shows who it is.
  enum SignIn {
    /// A token (Bearer).
    TOKEN,
    /// A name and a password (Basic).
    PASSWORD,
    /// The certificate that it shows to partners.
    CERTIFICATE
  }

  CollectionToRead {
    authorities = List.copyOf(authorities);
    require(NAME.matcher(name).matches(), "a name of small letters, digits and dashes");
    require(NAME.matcher(partner).matches(), "the short name of whose it is");
    require(isRoot(root), "an https address that ends in a slash");
    require(ID.matcher(collection).matches(), "the id of a collection");
    require((user != null) == (signIn == SignIn.PASSWORD), "a user with a password alone");
    require(minutes >= 1 && minutes <= MOST_MINUTES, "1 minute to 7 days");
  }

  private static void require(boolean holds, String expected) {
    if (!holds) {
      throw new IllegalArgumentException("expected " + expected);
    }
  }

  /// Whether the text is an address of the web that nothing but a path follows. Without TLS only
  /// this machine is asked, which the connection looks at.
  static boolean isRoot(String text) {
    try {
      URI address = URI.create(text);
      return ("https".equals(address.getScheme()) || "http".equals(address.getScheme()))
          && address.getHost() != null
          && address.getUserInfo() == null
          && address.getQuery() == null
          && address.getFragment() == null
          && address.getPath().endsWith("/");
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /// The collection's address.
  URI address() {
    return URI.create(root).resolve("collections/" + collection + "/");
  }

  /// How its objects are called in the inbox and in the audit trail; no client's name has a colon.
  String inbox() {
    return "remote:" + name;
  }
}
