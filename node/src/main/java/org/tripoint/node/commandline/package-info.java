/// The command line: the same node from a terminal.
///
/// In: arguments, the node home, the address and token of a node that runs on it. Out: words in the
/// language of the terminal, an exit code. May be trusted: one node process per home; `import` and
/// `status` speak HTTP like any other client, `verify` and `rebuild` work with or without a running
/// node. Not here: finding Java and building, which the script `tripoint` at the root of the
/// repository does.
@org.springframework.modulith.ApplicationModule(displayName = "Command line")
@NullMarked
package org.tripoint.node.commandline;

import org.jspecify.annotations.NullMarked;
