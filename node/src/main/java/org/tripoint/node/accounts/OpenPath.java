package org.tripoint.node.accounts;

/// A path that strangers may read because the operator of this node has switched it on. A room
/// declares it as a bean on that condition; the handler says `@PermitAll`.
///
/// @param path such as `/notices/public.atom`
public record OpenPath(String path) {}
