package org.tripoint.node.desks.law.gaps;

/// What the gap review asks, in the order of its working paper.
public enum Question {
  /// Controlled in the United States and not in Canada or Mexico.
  Q1,
  /// Under a convention for more than twelve months and not taken over.
  Q2,
  /// A temporary order that ends within 180 days, or ended, with nothing behind it.
  Q3,
  /// A precursor of which others control salts or derivatives too.
  Q4,
  /// Days from the first control anywhere to each other one.
  Q5,
  /// Who licenses presses and dies.
  Q6,
  /// Adulterants that nobody controls.
  Q7,
  /// Who has to report suspicious orders, and how soon.
  Q8
}
