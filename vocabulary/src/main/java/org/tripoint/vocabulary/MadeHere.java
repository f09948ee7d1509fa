package org.tripoint.vocabulary;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// On the content of a kind: records of it say what this node found or its people decided. None is
/// taken from a file, a program or a partner, who could otherwise speak in their name.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface MadeHere {}
