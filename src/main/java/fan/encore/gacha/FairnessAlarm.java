package fan.encore.gacha;

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
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells administrators by mail that something about fairness needs them. */
@Stateless
@PermitAll
public class FairnessAlarm {

  private record Reader(long id, String email, Locale language) {}

  @Inject private Sql sql;
  @Inject private Outbox outbox;

  @Inject
  @ConfigProperty(name = "ENCORE_BASE_URL")
  private String baseUrl;

  /** For the container. */
  public FairnessAlarm() {}

  /** Outside the server. */
  public FairnessAlarm(Sql sql, Outbox outbox, String baseUrl) {
    this.sql = sql;
    this.outbox = outbox;
    this.baseUrl = baseUrl;
  }

  /**
   * Tells of a banner whose claimed chances were refuted.
   *
   * @param logEvidence natural logarithm of the evidence
   */
  public void tell(String banner, double logEvidence) {
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
    for (Reader reader : readers) {
      outbox.put(
          Outgoing.mail(
              "proof.mail.refuted",
              "proof.refuted:" + banner + ":" + reader.id(),
              reader.email(),
              reader.language(),
              Map.of(
                  "banner",
                  banner,
                  "evidence",
                  "10^%.1f".formatted(logEvidence / Math.log(10)),
                  "link",
                  baseUrl + "/fairness/banner?code=" + banner),
              reader.id()));
    }
  }
}
