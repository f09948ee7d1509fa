package org.tripoint.node.notices;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.ledger.Filed;
import org.tripoint.node.signals.ReadSignals.Item;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.MadeHere;
import org.tripoint.vocabulary.RecordId;

/// A notice while people write it: the content of kind `notice-draft`. It holds all parts and never
/// leaves the node; a change is a new version. Version 2 added whether it was ever public.
///
/// @param number names the notice on every node
/// @param edition of the notice that it is, from 1
/// @param signals from which it was drafted
/// @param evidence records that it rests on
/// @param laboratoryFinal when the laboratory was final, or null where none was asked
/// @param draftedAt when this edition was begun
/// @param editedBy account that changed it last
/// @param at when
/// @param wasPublic true once everybody could read a part of some edition of the notice, or null
@MadeHere
public record NoticeDraft(
    String number,
    int edition,
    Stage stage,
    NoticeBody body,
    List<RecordId> signals,
    List<RecordId> evidence,
    @Nullable Instant laboratoryFinal,
    Instant draftedAt,
    String editedBy,
    Instant at,
    @Nullable Boolean wasPublic)
    implements Filed {

  static final Kind<NoticeDraft> KIND = Kind.of("notice-draft", 2, NoticeDraft.class);

  /// How far it is.
  public enum Stage {
    DRAFT,
    IN_REVIEW,
    /// What it says stands as a notice.
    RELEASED
  }

  public NoticeDraft {
    signals = List.copyOf(signals);
    evidence = List.copyOf(evidence);
    Notice.requireNumber(number);
    if (edition < 1) {
      throw new IllegalArgumentException("expected an edition from 1, found " + edition);
    }
  }

  NoticeDraft with(NoticeBody changed, @Nullable Instant laboratory, String by, Instant now) {
    return new NoticeDraft(
        number,
        edition,
        Stage.DRAFT,
        changed,
        signals,
        evidence,
        laboratory,
        draftedAt,
        by,
        now,
        wasPublic);
  }

  /// The same with another signal that the notice tells of; signals and records stand once.
  NoticeDraft with(Item signal, NoticeBody changed, String by, Instant now) {
    return new NoticeDraft(
        number,
        edition,
        Stage.DRAFT,
        changed,
        Stream.concat(signals.stream(), Stream.of(signal.signal())).distinct().toList(),
        Stream.concat(evidence.stream(), signal.evidence().stream()).distinct().toList(),
        laboratoryFinal,
        draftedAt,
        by,
        now,
        wasPublic);
  }

  /// The same at another stage; whoever changed it last stays named.
  NoticeDraft at(Stage next, Instant now) {
    return new NoticeDraft(
        number,
        edition,
        next,
        body,
        signals,
        evidence,
        laboratoryFinal,
        draftedAt,
        editedBy,
        now,
        wasPublic);
  }

  /// The next edition, with what this one says.
  NoticeDraft next(String by, Instant now) {
    return new NoticeDraft(
        number, edition + 1, Stage.DRAFT, body, signals, evidence, null, now, by, now, wasPublic);
  }

  /// The same, once everybody could read a part of the notice.
  NoticeDraft afterPublication() {
    return new NoticeDraft(
        number,
        edition,
        stage,
        body,
        signals,
        evidence,
        laboratoryFinal,
        draftedAt,
        editedBy,
        at,
        true);
  }

  boolean wasEverPublic() {
    return Boolean.TRUE.equals(wasPublic);
  }

  @Override
  public String filedUnder() {
    return number;
  }

  @Override
  public Instant filedAt() {
    return at;
  }
}
