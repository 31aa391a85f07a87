package fan.encore.local.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Events on their way to the shop: signed, repeated, and disturbed on request. */
class SimulatorWebhooksIT extends Simulated {

  /** The vector of reference/integrations.md section 1, checked there with stripe-java 33.3.0. */
  @Test
  void theSignatureIsTheOneOfStripe() {
    String body = "{\n  \"id\": \"evt_test_webhook\",\n  \"object\": \"event\"\n}";
    assertEquals(
        "t=1700000000,v1=4f1cd7feda9826e746b7d482c4badebb657398df1099e1046364f6196a230150",
        Signature.of("whsec_test_secret", 1_700_000_000L, body));
  }

  @Test
  void anEventThatNobodyTookIsDeliveredAfterARestart() throws Exception {
    shop.refuseNext(1);
    String id = shop.open("order-1", 1_000, "EUR");
    client.decline(id);
    restart();
    Shop.Hook hook = shop.nextHook(3_000);
    assertEquals("checkout.declined", hook.json().getString("type"));
    assertEquals(id, hook.json().getJsonObject("data").getString("id"));
  }

  @Test
  void aRefusedWebhookIsTriedAgain() throws Exception {
    shop.refuseNext(2);
    String id = shop.open("order-1", 1_000, "EUR");
    client.approve(id);
    assertNotNull(shop.nextHook(3_000));
    JsonObject event =
        SimulatorClient.await(
                () -> client.events(id).stream().filter(e -> e.getBoolean("done")).toList(),
                Duration.ofSeconds(2))
            .get(0);
    assertEquals(3, event.getInt("attempts"));
  }

  @Test
  void webhooksAreLostRepeatedAndReorderedOnRequest() throws Exception {
    client.webhooks(1, 0, 0, false);
    client.approve(shop.open("lost", 1_000, "EUR"));
    assertNull(shop.nextHook(150));

    client.webhooks(0, 1, 0, false);
    client.approve(shop.open("twice", 1_000, "EUR"));
    String first = shop.nextHook(1_000).json().getString("id");
    assertEquals(first, shop.nextHook(1_000).json().getString("id"));

    client.webhooks(0, 0, 0, true);
    List<String> ids = List.of(shop.open("early", 1, "EUR"), shop.open("late", 1, "EUR"));
    Thread earlier = new Thread(() -> client.approve(ids.get(0)));
    earlier.start();
    Thread.sleep(100);
    client.approve(ids.get(1));
    earlier.join();
    assertEquals("late", shop.nextHook(1_000).json().getJsonObject("data").getString("reference"));
    assertEquals("early", shop.nextHook(1_000).json().getJsonObject("data").getString("reference"));
  }
}
