package org.tripoint.vocabulary;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says, on a kind's content record, which part the source's key of the record is kept in:
/// [Part#NOMINAL] where the key itself names a person or a case. Without it: [Part#OPEN].
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface KeyInPart {
  Part value();
}
