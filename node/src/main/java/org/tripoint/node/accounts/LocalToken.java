package org.tripoint.node.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.security.MessageDigest;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/// The token of the command line on this very machine: whoever can read the node's home may
/// administer the node. It is accepted from the loopback address only, and never behind a proxy.
@Component
@ConditionalOnWebApplication
class LocalToken implements SmartInitializingSingleton {
  /// The account name that stands in records and the audit trail.
  static final String ACCOUNT = "local";

  private final HomeFiles files;
  private byte[] hash = new byte[0];

  LocalToken(HomeFiles files) {
    this.files = files;
  }

  @Override
  public void afterSingletonsInstantiated() {
    if (!Files.exists(files.localToken())) {
      files.write(files.localToken(), TokenStore.random() + "\n");
    }
    hash = TokenStore.hash(files.read(files.localToken()));
  }

  boolean matches(String token, HttpServletRequest request) {
    return MessageDigest.isEqual(hash, TokenStore.hash(token))
        && request.getHeader("X-Forwarded-For") == null
        && request.getHeader("Forwarded") == null
        && isLoopback(request.getRemoteAddr());
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
