package org.tripoint.node.exchange.taxii;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.testing.Visitor;

/// Clients as administrators make, renew and end them.
class ClientPagesTest extends TaxiiNode {
  private static final String PAGE = "/exchange/clients";
  private static final Pattern CODE = Pattern.compile("<code>([A-Za-z0-9_-]{43,50})</code>");

  @Test
  void showsSecretAndTokenOnceAndBothWork() throws Exception {
    Visitor admin = person("taxii.administrator.1", Role.ADMINISTRATOR);
    admin.post(PAGE, PAGE, form("ca-misp", "enforcement", true, true));
    Clients.Secrets secrets = secrets(admin.get(PAGE).body());
    assertThat(admin.get(PAGE).body()).contains("ca-misp").doesNotContain(secrets.secret());
    Program program = new Program(base(), "ca-misp", secrets);
    assertThat(program.get(ROOT + "collections/").json().path("collections")).hasSize(2);
    assertThat(program.get(ROOT, "Authorization", "Bearer " + secrets.token()).status())
        .isEqualTo(200);
    admin.post(PAGE, PAGE + "/ca-misp/renew", Map.of());
    assertThat(program.get(ROOT).status()).isEqualTo(401);
    Program renewed = new Program(base(), "ca-misp", secrets(admin.get(PAGE).body()));
    assertThat(renewed.get(ROOT).status()).isEqualTo(200);
    admin.post(PAGE, PAGE + "/ca-misp/end", Map.of());
    assertThat(renewed.get(ROOT).status()).isEqualTo(401);
    assertThat(admin.get(PAGE).body()).contains("Ended ");
    jdbc.update("delete from accounts.failed_sign_in");
  }

  @Test
  void refusesAClientThatCouldDoNothingAndANameThatWasGiven() throws Exception {
    Visitor admin = person("taxii.administrator.2", Role.ADMINISTRATOR);
    admin.post(PAGE, PAGE, form("idle", "enforcement", false, false));
    assertThat(admin.get(PAGE).body()).contains("Nothing was made");
    admin.post(PAGE, PAGE, form("Wrong Name", "enforcement", true, false));
    assertThat(admin.get(PAGE).body()).contains("Nothing was made");
    admin.post(PAGE, PAGE, form("twice", "enforcement", true, false));
    admin.post(PAGE, PAGE + "/twice/end", Map.of());
    admin.post(PAGE, PAGE, form("twice", "customs", true, false));
    assertThat(admin.get(PAGE).body()).contains("there is or was a client of that name");
  }

  @Test
  void isForAdministratorsAndSaysWhatProgramsCannotBeTold() throws Exception {
    Visitor steward = person("taxii.steward", Role.STEWARD);
    assertThat(steward.get(PAGE).statusCode()).isEqualTo(403);
    Visitor admin = person("taxii.administrator.3", Role.ADMINISTRATOR);
    assertThat(admin.get(PAGE).body()).contains("TAXII has no words for it");
  }

  private Map<String, String> form(String name, String audience, boolean reads, boolean writes) {
    return Map.of(
        "name",
        name,
        "audience",
        Integer.toString(bitOf(audience)),
        "reads",
        Boolean.toString(reads),
        "writes",
        Boolean.toString(writes));
  }

  private static Clients.Secrets secrets(String page) {
    Matcher code = CODE.matcher(page);
    assertThat(code.find()).isTrue();
    String secret = code.group(1);
    assertThat(code.find()).isTrue();
    return new Clients.Secrets(secret, code.group(1));
  }
}
