package org.tripoint.node.accounts;

/// Slows down guessing, wherever somebody signs in: within 15 minutes, five failures of one account
/// from one address, thirty from one address, or fifty of one account close the door to that
/// address, or to that account.
public interface ThrottleSignIn {

  boolean isClosed(String account, String address);

  void failed(String account, String address);

  void succeeded(String account, String address);
}
