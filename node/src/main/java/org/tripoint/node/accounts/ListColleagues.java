package org.tripoint.node.accounts;

import java.util.List;

/// The people of the house to whom work can be given.
public interface ListColleagues {

  /// Names of the accounts in use that may work with signals, in the order of their names.
  List<String> listColleagues();
}
