package org.tripoint.vocabulary;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a top-level component of a kind's record that names the source or lets it be guessed: the
/// agency, its own numbers, columns of its file that nobody here reads. Where a marking protects
/// the source it does not travel.
///
/// Such a component is a text, a list, a set, a map, or may be null: something must stand in its
/// place at the receiver.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface NamesSource {}
