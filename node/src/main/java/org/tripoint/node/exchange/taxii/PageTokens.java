package org.tripoint.node.exchange.taxii;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Tokens that say where the next page starts. The server keeps nothing about them: a token is the
/// position and a mark of the question, under the node's secret, and holds for good.
///
/// Form: base64url of one byte 1, the position (8 bytes), the first 8 bytes of SHA-256 of resource
/// and question, the first 16 bytes of HMAC-SHA256 of all before.
@Component
final class PageTokens {
  private static final byte FORM = 1;
  private static final int QUESTION_BYTES = 8;
  private static final int SEAL_BYTES = 16;
  private static final int LENGTH = 1 + 8 + QUESTION_BYTES + SEAL_BYTES;
  private static final String HMAC = "HmacSHA256";

  private final JdbcClient jdbc;
  private volatile byte[] secret = new byte[0];

  PageTokens(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @param position of the last line of the page before
  String write(long position, String resource, Match match) {
    byte[] told =
        ByteBuffer.allocate(1 + 8 + QUESTION_BYTES)
            .put(FORM)
            .putLong(position)
            .put(question(resource, match))
            .array();
    byte[] token = ByteBuffer.allocate(LENGTH).put(told).put(seal(told)).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  /// The position; refuses a token that this node did not write, or wrote for another question.
  long read(String token, String resource, Match match) {
    byte[] bytes = decode(token);
    if (bytes.length != LENGTH || bytes[0] != FORM) {
      throw unknown();
    }
    byte[] told = new byte[1 + 8 + QUESTION_BYTES];
    byte[] seal = new byte[SEAL_BYTES];
    ByteBuffer.wrap(bytes).get(told).get(seal);
    if (!MessageDigest.isEqual(seal, seal(told))) {
      throw unknown();
    }
    ByteBuffer reader = ByteBuffer.wrap(told, 1, told.length - 1);
    long position = reader.getLong();
    byte[] question = new byte[QUESTION_BYTES];
    reader.get(question);
    if (!MessageDigest.isEqual(question, question(resource, match))) {
      throw TaxiiRefusal.malformed(
          "Expected the parameters match[…] of the page that 'next' came with, at its address.");
    }
    return position;
  }

  private static TaxiiRefusal unknown() {
    return TaxiiRefusal.malformed("Expected in 'next' what a page gave, unchanged.");
  }

  private static byte[] decode(String token) {
    try {
      return Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private static byte[] question(String resource, Match match) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((resource + "\n" + match.canonical()).getBytes(StandardCharsets.UTF_8));
      return java.util.Arrays.copyOf(hash, QUESTION_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("expected SHA-256 in the JDK", e);
    }
  }

  private byte[] seal(byte[] told) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret(), HMAC));
      return java.util.Arrays.copyOf(mac.doFinal(told), SEAL_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("expected HMAC-SHA256 in the JDK", e);
    }
  }

  private byte[] secret() {
    byte[] known = secret;
    if (known.length > 0) {
      return known;
    }
    byte[] fresh = new byte[32];
    new SecureRandom().nextBytes(fresh);
    jdbc.sql("insert into exchange.token_key (secret) values (?) on conflict do nothing")
        .param(fresh)
        .update();
    byte[] kept = jdbc.sql("select secret from exchange.token_key").query(byte[].class).single();
    secret = kept;
    return kept;
  }
}
