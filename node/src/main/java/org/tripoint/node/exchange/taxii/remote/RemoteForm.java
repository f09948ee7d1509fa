package org.tripoint.node.exchange.taxii.remote;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.exchange.keys.Certificates;
import org.tripoint.node.exchange.taxii.client.TaxiiConnection;
import org.tripoint.node.exchange.taxii.remote.CollectionToRead.SignIn;

/// What a person says of a collection that is to be read.
///
/// @param authority certificates of those who vouch for the server, PEM
public record RemoteForm(
    @Nullable String name,
    @Nullable String partner,
    @Nullable String root,
    @Nullable String collection,
    @Nullable SignIn signIn,
    @Nullable String user,
    @Nullable String secret,
    @Nullable String authority,
    @Nullable Integer minutes) {

  static final int USUAL_MINUTES = 15;
  static final RemoteForm EMPTY =
      new RemoteForm(null, null, null, null, null, null, null, null, USUAL_MINUTES);

  /// What is wrong with a form.
  enum Problem {
    NAME,
    PARTNER,
    ROOT,
    COLLECTION,
    USER,
    SECRET,
    AUTHORITY,
    MINUTES,
    TAKEN
  }

  /// A form that nothing can be made of.
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final Problem problem;

    Refused(Problem problem) {
      super(problem.name());
      this.problem = problem;
    }

    Problem problem() {
      return problem;
    }
  }

  /// The collection that is meant.
  ///
  /// @param here short name of this node, whose own records come from nowhere else
  CollectionToRead read(String here) throws Refused {
    SignIn way = signIn == null ? SignIn.TOKEN : signIn;
    int pause = minutes == null ? 0 : minutes;
    require(CollectionToRead.NAME.matcher(text(name)).matches(), Problem.NAME);
    require(
        CollectionToRead.NAME.matcher(text(partner)).matches() && !text(partner).equals(here),
        Problem.PARTNER);
    require(
        CollectionToRead.isRoot(rootAddress()) && TaxiiConnection.mayAsk(URI.create(rootAddress())),
        Problem.ROOT);
    require(CollectionToRead.ID.matcher(text(collection)).matches(), Problem.COLLECTION);
    require(way != SignIn.PASSWORD || isUser(text(user)), Problem.USER);
    require(way == SignIn.CERTIFICATE || isSecret(way, secret()), Problem.SECRET);
    require(pause >= 1 && pause <= CollectionToRead.MOST_MINUTES, Problem.MINUTES);
    return new CollectionToRead(
        text(name),
        text(partner),
        rootAddress(),
        text(collection).toLowerCase(Locale.ROOT),
        way,
        way == SignIn.PASSWORD ? text(user) : null,
        authorities(),
        pause);
  }

  /// The token or password; empty where the certificate is shown.
  String secretToKeep() {
    return signIn == SignIn.CERTIFICATE ? "" : text(secret);
  }

  /// Whether the text can travel in a header: a token as it is, a password encoded.
  static boolean isSecret(SignIn way, @Nullable String secret) {
    return text(secret)
        .matches(way == SignIn.TOKEN ? "[\\x21-\\x7e]{1,4000}" : "[^\\p{Cntrl}]{1,4000}");
  }

  /// A colon ends the name where name and password travel together.
  private static boolean isUser(String user) {
    return user.matches("[^:\\p{Cntrl}]{1,200}");
  }

  /// Code of the way of signing in; empty while none is chosen.
  public String way() {
    return signIn == null ? "" : signIn.name();
  }

  /// The same without what nobody may read again.
  RemoteForm withoutSecret() {
    return new RemoteForm(name, partner, root, collection, signIn, user, null, authority, minutes);
  }

  private String rootAddress() {
    String said = text(root);
    return said.endsWith("/") ? said : said + "/";
  }

  private List<String> authorities() throws Refused {
    if (text(authority).isEmpty()) {
      return List.of();
    }
    try {
      List<X509Certificate> found = Certificates.readPem(text(authority));
      require(!found.isEmpty(), Problem.AUTHORITY);
      return found.stream().map(Certificates::write).toList();
    } catch (IllegalArgumentException e) {
      throw new Refused(Problem.AUTHORITY);
    }
  }

  private static void require(boolean holds, Problem problem) throws Refused {
    if (!holds) {
      throw new Refused(problem);
    }
  }

  /// As it stands in a field.
  public static String text(@Nullable String said) {
    return said == null ? "" : said.strip();
  }

  /// Says nothing of the secret.
  @Override
  public String toString() {
    return "remote collection " + name;
  }
}
