package org.tripoint.node.desks.seizures.lists;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// Keeps which events people have found to be one: in each such group all but one count as merged,
/// and in each country all but one are counted again.
///
/// A group is what decisions of *same event* connect. Only events of groups stand here, so this
/// stays small however many events there are.
@Component
class MergedEvents {

  private final JdbcTemplate jdbc;
  private final ObjectMapper json = JsonMapper.shared();

  MergedEvents(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// Takes what events say now; those that are in a group, or gone from one, change its count.
  void refresh(Collection<UUID> records) {
    List<UUID> known =
        jdbc.queryForList(
            """
            select r from unnest(?) r
            where exists (select from seizures.report_pair
                          where first = r and verdict = 'SAME_EVENT')
               or exists (select from seizures.report_pair
                          where second = r and verdict = 'SAME_EVENT')
               or exists (select from seizures.merge_member where record = r)
            """,
            UUID.class,
            (Object) records.toArray(new UUID[0]));
    if (!known.isEmpty()) {
      regroup(new HashSet<>(known));
    }
  }

  /// Works out the groups around these events again.
  void regroup(Set<UUID> events) {
    Set<UUID> done = new HashSet<>();
    for (UUID event : new TreeSet<>(events)) {
      if (!done.contains(event)) {
        Set<UUID> group = connected(event);
        done.addAll(group);
        store(group);
      }
    }
  }

  /// Every event that decisions connect with this one, itself included.
  private Set<UUID> connected(UUID start) {
    Set<UUID> group = new TreeSet<>(Set.of(start));
    Set<UUID> frontier = Set.of(start);
    while (!frontier.isEmpty()) {
      Object[] ids = {frontier.toArray(new UUID[0])};
      Set<UUID> next =
          new HashSet<>(
              jdbc.queryForList(
                  """
                  select case when p.first = f then p.second else p.first end
                  from unnest(?) f join seizures.report_pair p on p.first = f or p.second = f
                  where p.verdict = 'SAME_EVENT'
                  """,
                  UUID.class,
                  ids));
      next.removeAll(group);
      group.addAll(next);
      frontier = next;
    }
    return group;
  }

  private void store(Set<UUID> group) {
    UUID[] ids = group.toArray(new UUID[0]);
    jdbc.update("delete from seizures.merge_member where live and record = any (?)", (Object) ids);
    if (group.size() > 1) {
      jdbc.update(
          """
          insert into seizures.merge_member
            (record, sequence, day, country, source, agency, place, setting, live, merged)
          select record, sequence, day, country, source, agency, place, setting, true, false
          from seizures.event where record = any (?)
          on conflict (record) do nothing
          """,
          (Object) ids);
    }
    Set<UUID> members =
        new TreeSet<>(
            jdbc.queryForList(
                "select record from seizures.merge_member where record = any (?)",
                UUID.class,
                (Object) ids));
    UUID counted = members.isEmpty() ? new UUID(0, 0) : members.iterator().next();
    jdbc.update(
        "update seizures.merge_member set merged = (record <> ?) where record = any (?)",
        counted,
        ids);
    // Each country counts for itself, and a partner's report is the partner's to count.
    jdbc.update(
        """
        update seizures.merge_member m set counted_again = not m.source like 'partner:%'
          and exists (
            select from seizures.merge_member o
            where o.record = any (?) and o.country = m.country and o.record < m.record
              and not o.source like 'partner:%')
        where m.record = any (?)
        """,
        ids, ids);
  }

  /// What must outlive an event's content: that it was one of a group, and what it is counted
  /// under.
  Optional<String> carried(UUID record) {
    return jdbc
        .queryForList(
            """
            select json_build_object('record', record, 'sequence', sequence, 'day', day,
              'country', country, 'source', source, 'agency', agency, 'place', place,
              'setting', setting)::text
            from seizures.merge_member where record = ?
            """,
            String.class,
            record)
        .stream()
        .findFirst();
  }

  /// Takes back what was carried, on replay.
  void remember(String carried) {
    JsonNode event = json.readTree(carried);
    jdbc.update(
        """
        insert into seizures.merge_member
          (record, sequence, day, country, source, agency, place, setting, live, merged)
        values (?, ?, ?, ?, ?, ?, ?, ?, false, false)
        on conflict (record) do update set live = false
        """,
        UUID.fromString(event.path("record").asString()),
        event.path("sequence").asLong(),
        LocalDate.parse(event.path("day").asString()),
        event.path("country").asString(),
        event.path("source").asString(),
        event.path("agency").asString(),
        event.path("place").asString(),
        event.path("setting").asString());
  }

  /// The event has lost its content; a group keeps its place.
  void emptied(UUID record, long sequence) {
    jdbc.update(
        "update seizures.merge_member set live = false where record = ? and sequence = ?",
        record,
        sequence);
  }
}
