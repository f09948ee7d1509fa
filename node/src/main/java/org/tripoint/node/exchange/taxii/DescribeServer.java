package org.tripoint.node.exchange.taxii;

import java.io.IOException;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tripoint.node.exchange.taxii.TaxiiServlet.Exchange;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What the server says of itself and of the caller's collections.
@Component
class DescribeServer {

  /// Name of the one API root.
  static final String ROOT = "exchange";

  /// Every envelope up to this size is taken.
  static final int MOST_BYTES = 10 << 20;

  private static final String ADDRESS = "/taxii2/" + ROOT + "/";

  private final String node;
  private final Collections collections;
  private final Answers answers;

  DescribeServer(
      @Value("${tripoint.node.name:Tripoint}") String node,
      Collections collections,
      Answers answers) {
    this.node = node;
    this.collections = collections;
    this.answers = answers;
  }

  void discovery(Exchange exchange) throws IOException {
    ObjectNode discovery =
        answers
            .resource()
            .put("title", node)
            .put("description", "What this node gives to its partners' programs.")
            .put("default", ADDRESS);
    discovery.putArray("api_roots").add(ADDRESS);
    answers.send(exchange.response(), 200, discovery);
  }

  void root(Exchange exchange) throws IOException {
    ObjectNode root =
        answers
            .resource()
            .put("title", node)
            .put(
                "description",
                "One collection for each audience; an inbox for each client that may write.");
    root.putArray("versions").add(MediaTypes.TAXII);
    root.put("max_content_length", MOST_BYTES);
    answers.send(exchange.response(), 200, root);
  }

  void collections(Exchange exchange) throws IOException {
    List<Collection> all = collections.list(exchange.caller());
    ObjectNode resource = answers.resource();
    if (!all.isEmpty()) {
      ArrayNode list = resource.putArray("collections");
      all.forEach(one -> list.add(describe(one)));
    }
    answers.send(exchange.response(), 200, resource);
  }

  void collection(Exchange exchange, String id) throws IOException {
    Collection collection =
        collections.find(exchange.caller(), id).orElseThrow(TaxiiRefusal::notFound);
    answers.send(exchange.response(), 200, describe(collection));
  }

  private ObjectNode describe(Collection collection) {
    ObjectNode resource =
        answers
            .resource()
            .put("id", collection.id().toString())
            .put("title", collection.title())
            .put("description", collection.description())
            .put("can_read", true)
            .put("can_write", collection.canWrite());
    resource.putArray("media_types").add(MediaTypes.STIX);
    return resource;
  }
}
