package fan.encore.inventory;

import fan.encore.account.Roles;
import fan.encore.messaging.Outbox;
import fan.encore.messaging.Outgoing;
import fan.encore.shared.Sql;
import fan.encore.shared.Texts;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells administrators by mail that tickets do not add up. */
@Stateless
@PermitAll
public class InventoryAlarm {

  private static final Logger LOG = Logger.getLogger(InventoryAlarm.class.getName());

  private record Reader(long id, String email, Locale language) {}

  @Inject private Sql sql;
  @Inject private Outbox outbox;

  @Inject
  @ConfigProperty(name = "ENCORE_BASE_URL")
  private String baseUrl;

  /** For the container. */
  public InventoryAlarm() {}

  /** Tells of something that does not add up. */
  public void tell(InventoryProof.Fault fault) {
    LOG.severe(() -> "Tickets do not add up: " + fault.subject() + ", " + fault.detail());
    List<Reader> readers =
        sql.list(
            "select a.id, a.email, a.language from encore.account a"
                + " join encore.account_role r on r.account_id = a.id"
                + " where r.role = ? and a.status = 'ACTIVE' order by a.id",
            row ->
                new Reader(
                    row.getLong(1),
                    row.getString(2),
                    Texts.language(Locale.forLanguageTag(row.getString(3)))),
            Roles.ADMIN);
    String occasion = UUID.randomUUID().toString();
    for (Reader reader : readers) {
      outbox.put(
          Outgoing.mail(
              "inventory.mail.wrong",
              "inventory.wrong:" + occasion + ":" + reader.id(),
              reader.email(),
              reader.language(),
              Map.of(
                  "subject",
                  fault.subject(),
                  "detail",
                  fault.detail(),
                  "link",
                  baseUrl + "/admin/events"),
              reader.id()));
    }
  }
}
