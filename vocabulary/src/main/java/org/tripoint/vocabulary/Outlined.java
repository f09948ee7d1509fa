package org.tripoint.vocabulary;

/// Content that programs of other makers can be told of in words that they know, even if they know
/// nothing of its kind.
public interface Outlined {

  /// What they are told. Made of open components alone, since everybody who is given any part of a
  /// record is given it.
  Outline outline();
}
