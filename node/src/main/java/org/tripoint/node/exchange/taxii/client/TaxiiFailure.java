package org.tripoint.node.exchange.taxii.client;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.security.cert.CertificateException;
import java.util.Locale;
import javax.net.ssl.SSLException;

/// A server that did not answer as the protocol says. Tells what was expected, nothing that came.
public final class TaxiiFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final int status;

  /// What went wrong, as people are told.
  public enum Reason {
    /// No connection, or it broke.
    NOT_REACHED,
    /// The server is not the one that somebody vouches for, or wants another certificate.
    NOT_TRUSTED,
    /// It took too long, or nothing came for some time.
    TOO_SLOW,
    /// It does not let this node in.
    NOT_LET_IN,
    /// It knows no such collection, or shows it to others.
    NOT_FOUND,
    /// Another answer than one with objects.
    OTHER_ANSWER,
    /// No TAXII 2.1, or not as the protocol says.
    NOT_TAXII,
    /// More bytes or objects than one answer may have.
    TOO_LARGE,
    /// It says that there is more and gives nothing new.
    CIRCLE
  }

  TaxiiFailure(Reason reason, int status, String expected) {
    super(expected);
    this.reason = reason;
    this.status = status;
  }

  private TaxiiFailure(Reason reason, String expected, Throwable cause) {
    super(expected, cause);
    this.reason = reason;
    this.status = 0;
  }

  /// An answer that is not what the protocol says.
  static TaxiiFailure notTaxii(String expected) {
    return new TaxiiFailure(Reason.NOT_TAXII, 200, expected);
  }

  static TaxiiFailure notTaxii(String expected, Throwable cause) {
    return new TaxiiFailure(Reason.NOT_TAXII, expected, cause);
  }

  /// An answer with another status than 200 or 202.
  static TaxiiFailure ofStatus(int status) {
    Reason reason =
        switch (status) {
          case 401, 403 -> Reason.NOT_LET_IN;
          case 404 -> Reason.NOT_FOUND;
          default -> Reason.OTHER_ANSWER;
        };
    return new TaxiiFailure(reason, status, "expected 200 or 202, found " + status);
  }

  /// No answer.
  static TaxiiFailure unanswered(IOException cause) {
    Reason reason =
        switch (cause) {
          case HttpTimeoutException _ -> Reason.TOO_SLOW;
          case SSLException broken when isOfTrust(broken) -> Reason.NOT_TRUSTED;
          default -> Reason.NOT_REACHED;
        };
    return new TaxiiFailure(reason, "expected an answer of the server", cause);
  }

  /// Whether a certificate is what the two did not agree about: the cause here, an alert there.
  private static boolean isOfTrust(SSLException broken) {
    for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateException) {
        return true;
      }
    }
    String said = String.valueOf(broken.getMessage()).toLowerCase(Locale.ROOT);
    return said.contains("certificate") || said.contains("unknown_ca");
  }

  static TaxiiFailure interrupted(InterruptedException cause) {
    return new TaxiiFailure(Reason.NOT_REACHED, "expected to wait for the answer", cause);
  }

  /// More was announced and nothing new came.
  public static TaxiiFailure circle() {
    return new TaxiiFailure(
        Reason.CIRCLE, 200, "expected another place after a page that says there is more");
  }

  public Reason reason() {
    return reason;
  }

  /// The HTTP status; 0 when there was no answer.
  public int status() {
    return status;
  }

  /// Whether the server may have refused because it no longer knows the token of a page: the
  /// protocol names no status of its own for that.
  public boolean mayBeOfTheToken() {
    return status >= 400 && status < 500 && reason != Reason.NOT_LET_IN && status != 429;
  }
}
