/// Who may use this node: local accounts, roles, sessions, and what they did.
///
/// In: names, passwords, tokens. Out: an authenticated account with its roles; an audit trail. May
/// be trusted: nothing is open without login except health probes and the login page; passwords are
/// kept as Argon2id only. Not here: what a role may see of a record, which release will say.
@org.springframework.modulith.ApplicationModule(displayName = "Accounts")
@NullMarked
package org.tripoint.node.accounts;

import org.jspecify.annotations.NullMarked;
