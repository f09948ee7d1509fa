package org.tripoint.node.web;

import org.tripoint.vocabulary.Kind;

/// How a desk says one of its records in a line, for pages that list records of every kind.
///
/// @param <C> the content
public interface SayRecord<C extends Record> {

  Kind<C> kind();

  /// What, how much, where and when, such as `4-Piperidone 1,150 kg; Manzanillo, Colima; Oct 6,
  /// 2026`.
  String inShort(Page page, C content);
}
