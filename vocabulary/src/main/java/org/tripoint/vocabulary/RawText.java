package org.tripoint.vocabulary;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a component that keeps a value as its source wrote it, beside the component that holds the
/// value itself. It is kept and committed to, but a difference in it alone does not make a new
/// version of the record.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface RawText {}
