package org.tripoint.node.accounts;

/// A path that strangers may read because the operator of this node has switched it on, whatever
/// roles its handler declares. A room declares it as a bean on that condition.
///
/// @param path such as `/notices/public.atom`
public record OpenPath(String path) {}
