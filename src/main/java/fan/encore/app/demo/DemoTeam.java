package fan.encore.app.demo;

import fan.encore.event.TeamPermission;
import fan.encore.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;

/** Somebody who works on one evening for its organizer, and has said yes to the invitation. */
@ApplicationScoped
public class DemoTeam {

  @Inject private Sql sql;
  @Inject private Clock clock;

  /** She may sell, see orders and figures, and keep the door; not change the event. */
  void join(String slug) {
    String[] permissions =
        EnumSet.complementOf(EnumSet.of(TeamPermission.EDIT, TeamPermission.REFUNDS)).stream()
            .map(TeamPermission::name)
            .sorted()
            .toArray(String[]::new);
    Instant now = clock.instant();
    sql.update(
        "insert into encore.event_member (event_id, email, permissions, account_id, invited_by,"
            + " invited_at, expires_at, accepted_at) select e.id, a.email, ?, a.id,"
            + " e.organizer_account_id, ?, ?, ? from encore.live_event e join encore.account a"
            + " on a.email = ? where e.slug = ?",
        permissions,
        now,
        now,
        now,
        DemoCast.CREW,
        slug);
  }
}
