package org.tripoint.node.exchange.taxii;

import java.util.Map;

/// A request that is answered with an error resource.
///
/// Nothing in it may be a value that the caller sent, or one that it may not see.
final class TaxiiRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String title;
  private final String description;
  private final transient Map<String, String> headers;

  private TaxiiRefusal(int status, String title, String description, Map<String, String> headers) {
    super(description);
    this.status = status;
    this.title = title;
    this.description = description;
    this.headers = Map.copyOf(headers);
  }

  static TaxiiRefusal malformed(String expected) {
    return new TaxiiRefusal(400, "Malformed request", expected, Map.of());
  }

  static TaxiiRefusal unknownCaller() {
    return new TaxiiRefusal(
        401,
        "Unauthorized",
        "Expected the name and secret of a client, its token, or a partner's certificate.",
        Map.of("WWW-Authenticate", "Basic realm=\"taxii\", charset=\"UTF-8\", Bearer"));
  }

  static TaxiiRefusal tooManyFailures() {
    return new TaxiiRefusal(
        429,
        "Too many failed attempts",
        "Too many wrong secrets in a short time. Try again later.",
        Map.of("Retry-After", "900"));
  }

  static TaxiiRefusal forbidden(String why) {
    return new TaxiiRefusal(403, "Forbidden", why, Map.of());
  }

  /// The same words for what does not exist and for what the caller may not see.
  static TaxiiRefusal notFound() {
    return new TaxiiRefusal(404, "Not found", "Nothing to be seen at this address.", Map.of());
  }

  static TaxiiRefusal method(String allowed) {
    return new TaxiiRefusal(
        405, "Method not allowed", "Allowed here: " + allowed + ".", Map.of("Allow", allowed));
  }

  static TaxiiRefusal notAcceptable() {
    return new TaxiiRefusal(
        406, "Not acceptable", "Expected Accept: " + MediaTypes.TAXII + ".", Map.of());
  }

  static TaxiiRefusal tooLarge(long most) {
    return new TaxiiRefusal(
        413, "Content too large", "Expected at most " + most + " bytes.", Map.of());
  }

  static TaxiiRefusal unsupportedType() {
    return new TaxiiRefusal(
        415,
        "Unsupported media type",
        "Expected Content-Type: " + MediaTypes.TAXII + ".",
        Map.of());
  }

  static TaxiiRefusal unprocessable(String expected) {
    return new TaxiiRefusal(422, "Unprocessable content", expected, Map.of());
  }

  static TaxiiRefusal busy() {
    return new TaxiiRefusal(
        503,
        "Busy",
        "Too many requests are being taken. Try again in a moment.",
        Map.of("Retry-After", "2"));
  }

  int status() {
    return status;
  }

  String title() {
    return title;
  }

  String description() {
    return description;
  }

  Map<String, String> headers() {
    return headers;
  }
}
