package org.tripoint.node.web;

import java.util.List;
import java.util.Set;
import org.tripoint.vocabulary.Part;

/// What every page knows: the language and its words and numbers, the person, the node. Each jte
/// template takes it as `@param Page page`; controllers get one as an argument of their handler
/// methods.
public interface Page extends Wording {

  Language language();

  /// True when the bundles have words for the key.
  boolean has(String key);

  /// The signed-in account's name; empty on the login page.
  String account();

  boolean mayUse(String role);

  /// What the authority to read a part begins with; the part's name follows.
  String READS = "READS_";

  /// Parts of records that this person may read: the open one, and what an administrator has given.
  Set<Part> readable();

  /// Name of the node, such as `United States`.
  String nodeName();

  /// ISO code of the node's country, for its flag.
  String nodeCountry();

  /// True when the node was started for simulated records and holds no other: every page says so.
  boolean synthetic();

  /// True when any record that the node holds may be simulated: every page says so.
  boolean holdsSimulated();

  /// The desks and rooms in the navigation that this person may use.
  List<NavigationEntry> navigation();

  /// The page where this person begins.
  String home();

  /// Path and query of this page, for the language links.
  String address();

  String csrfParameter();

  String csrfToken();

  long waitingSignals();

  /// The address of a file under `static/`, with the hash of its content, so that browsers may keep
  /// it for good.
  String asset(String name);

  /// `light`, `dark` or `auto`.
  String theme();

  /// This page's address with one query parameter set to another value, or left out when the value
  /// is empty.
  String with(String parameter, String value);
}
