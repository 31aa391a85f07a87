package fan.encore.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fan.encore.local.sim.SimulatorClient;
import fan.encore.program.Fan;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Diamonds were spent and their money went back: the wallet is locked until that is settled. */
class DebtJourneyIT extends Journey {

  private static final String BANNER = "planetarium-nights";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Test
  void aFanSettlesWithTheDiamondsSheHas() {
    Fan fan = Fan.join(encore, "Sumi");
    String returned = fan.buysDiamonds(encore, "chest");
    fan.buysDiamonds(encore, "chest");
    fan.drawsTen(BANNER);
    refund(returned, fan);
    page.context().clearCookies();
    signIn(fan.email(), fan.password());
    visit("/my/wallet");
    Locator notice = page.locator(".wallet-locked");
    assertThat(notice).containsText("Your wallet is locked");
    picture("my-wallet-locked");
    notice.getByRole(AriaRole.LINK).click();
    assertThat(page.locator("main h1")).containsText("Settle what is owed");
    look();
    picture("my-settle");
    button("Settle now").click();
    page.waitForSelector("main .notice-good");
    assertThat(notice).hasCount(0);
    assertEquals(0, owed(fan));
    fan.drawsTen(BANNER);
  }

  @Test
  void anAdministratorWritesItOff() {
    Fan fan = Fan.join(encore, "Yuzu");
    String returned = fan.buysDiamonds(encore, "chest");
    fan.drawsTen(BANNER);
    refund(returned, fan);
    visit("/admin/debts");
    find("Name", "Yuzu");
    assertThat(rows()).containsText(new String[] {"Yuzu"});
    picture("admin-debts");
    rows().first().getByRole(AriaRole.BUTTON).click();
    page.locator("[id='dialog:confirm']").click();
    assertThat(page.locator("[id='dialog:reason-message']")).containsText("Please say why.");
    page.locator("[id='dialog:reason']").fill("The provider's mistake, ticket 4711.");
    look();
    picture("admin-debts-forgive");
    page.locator("[id='dialog:confirm']").click();
    assertThat(page.locator("main .ui-datatable-empty-message")).isVisible();
    assertEquals(0, owed(fan));
    visit("/admin/audit");
    find("Action", "wallet.forgiven");
    assertThat(page.locator("main .ui-datatable-data")).containsText("ticket 4711");
  }

  /** By an administrator, who stays signed in. */
  private void refund(String payment, Fan fan) {
    signIn("admin@encore.example");
    visit("/admin/payments");
    find("Payment", payment);
    assertThat(rows()).hasCount(1);
    button("Refund").first().click();
    page.locator(".ui-confirmdialog-yes").click();
    SimulatorClient.await(
        () -> {
          JsonObject wallet = fan.program().get("/api/v1/wallet").expect(200).json();
          return wallet.getInt("owed") > 0 ? List.of(wallet) : List.of();
        },
        PATIENCE);
  }

  private static int owed(Fan fan) {
    return fan.program().get("/api/v1/wallet").expect(200).json().getInt("owed");
  }

  private Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }
}
