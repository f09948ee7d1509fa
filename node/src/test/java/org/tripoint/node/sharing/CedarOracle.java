package org.tripoint.node.sharing;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.AuthorizationResponse;
import com.cedarpolicy.model.Context;
import com.cedarpolicy.model.entity.Entity;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.value.CedarList;
import com.cedarpolicy.value.CedarMap;
import com.cedarpolicy.value.EntityTypeName;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.PrimBool;
import com.cedarpolicy.value.PrimLong;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Part;

/// The same decisions by a stranger's policy engine from a second wording of the rules,
/// `sharing.cedar`.
final class CedarOracle {

  private final BasicAuthorizationEngine engine = new BasicAuthorizationEngine();
  private final PolicySet policies;

  CedarOracle() {
    try (InputStream text = CedarOracle.class.getResourceAsStream("sharing.cedar")) {
      policies = PolicySet.parsePolicies(new String(text.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException | AuthException e) {
      throw new IllegalStateException("sharing.cedar cannot be read", e);
    }
  }

  /// Parts that may go; empty when nothing may.
  Set<Part> parts(SharingCase question) {
    Set<Part> parts = EnumSet.noneOf(Part.class);
    for (Part part : Part.values()) {
      if (isPermitted(question, part)) {
        parts.add(part);
      }
    }
    return parts;
  }

  private boolean isPermitted(SharingCase question, Part part) {
    Entity receiver = new Entity(uid("Receiver", "r"), receiver(question), Set.of());
    Entity record = new Entity(uid("Record", "1"), record(question.candidate()), Set.of());
    AuthorizationRequest request =
        new AuthorizationRequest(
            receiver.getEUID(),
            uid("Action", part.name().toLowerCase(Locale.ROOT)),
            record.getEUID(),
            context(question));
    try {
      AuthorizationResponse answer =
          engine.isAuthorized(request, policies, Set.of(receiver, record));
      return answer.success.orElseThrow(() -> new AssertionError(answer.errors)).isAllowed();
    } catch (AuthException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Value> receiver(SharingCase question) {
    Recipient recipient = question.transfer().recipient();
    return Map.of("country", text(recipient.country()), "agencies", texts(recipient.agencies()));
  }

  private static Map<String, Value> record(Candidate candidate) {
    Marking marking = candidate.marking();
    Map<String, Value> record = new HashMap<>();
    record.put("kind", text(candidate.kind()));
    record.put("held", texts(candidate.held()));
    record.put("tlp", text(marking.tlp()));
    record.put("countries", texts(marking.releasableToCountries()));
    record.put("agencies", texts(marking.releasableToAgencies()));
    record.put("control", new PrimBool(marking.originatorControl()));
    record.put("purpose", text(marking.purpose()));
    if (marking.expires() != null) {
      record.put("expires", new PrimLong(marking.expires().toEpochDay()));
    }
    if (candidate.originator() != null) {
      record.put("originator", text(candidate.originator()));
    }
    if (candidate.received() != null) {
      received(candidate.received(), record);
    }
    return record;
  }

  private static void received(Received received, Map<String, Value> record) {
    record.put("passed", new PrimBool(received.passedOn()));
    for (Received.Way way : received.ways()) {
      record.put("onward", text(way.onward()));
      record.put("came", text(way.purpose()));
    }
    for (Received.Leave leave : received.leaves()) {
      CedarMap map = new CedarMap();
      map.put("country", text(leave.country()));
      map.put("agencies", texts(leave.agencies()));
      map.put("purpose", text(leave.purpose()));
      map.put("parts", texts(leave.parts()));
      map.put("until", new PrimLong(leave.until().toEpochDay()));
      record.put("leave", map);
    }
  }

  private static Context context(SharingCase question) {
    Map<String, Value> context = new HashMap<>();
    context.put("giver", text(question.transfer().giver()));
    context.put("purpose", text(question.transfer().purpose()));
    context.put("today", new PrimLong(question.on().toEpochDay()));
    question.basis().ifPresent(basis -> context.put("basis", basis(basis)));
    return new Context(context);
  }

  private static Value basis(SharingBasis basis) {
    CedarMap map = new CedarMap();
    map.put("from", text(basis.from()));
    map.put("to", text(basis.to()));
    map.put("kinds", texts(basis.kinds()));
    map.put("parts", texts(basis.parts()));
    map.put("purposes", texts(basis.purposes()));
    map.put("assurance", text(basis.assurance()));
    map.put("start", new PrimLong(basis.validFrom().toEpochDay()));
    if (basis.validTo() != null) {
      map.put("end", new PrimLong(basis.validTo().toEpochDay()));
    }
    return map;
  }

  private static Value text(Object value) {
    return new PrimString(value.toString());
  }

  private static Value texts(Collection<?> values) {
    CedarList list = new CedarList();
    values.forEach(value -> list.add(text(value)));
    return list;
  }

  private static EntityUID uid(String type, String id) {
    return new EntityUID(EntityTypeName.parse(type).orElseThrow(), id);
  }
}
