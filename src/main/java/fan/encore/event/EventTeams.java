package fan.encore.event;

import fan.encore.account.Contact;
import fan.encore.account.Contacts;
import fan.encore.account.Roles;
import fan.encore.audit.Audited;
import fan.encore.messaging.Outbox;
import fan.encore.messaging.Outgoing;
import fan.encore.security.AccessEnded;
import fan.encore.shared.Codes;
import fan.encore.shared.Sql;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** People who work on an event besides its organizer: invited by mail, each with permissions. */
@Stateless
public class EventTeams {

  private static final Duration INVITATION_LIFE = Duration.ofDays(7);

  private record Invited(long eventId, String title, long organizer) {}

  @Resource private SessionContext context;
  @Inject private Sql sql;
  @Inject private Clock clock;
  @Inject private Contacts contacts;
  @Inject private Outbox outbox;
  @Inject private Event<AccessEnded> changed;

  @Inject
  @ConfigProperty(name = "ENCORE_BASE_URL")
  private String baseUrl;

  /**
   * The team of one's own event, the newest invitation last.
   *
   * @throws EventNotFound if there is no such event, or it is somebody else's
   */
  @RolesAllowed({Roles.HOST, Roles.ADMIN})
  public List<TeamMember> of(long accountId, String slug) {
    return sql.list(
        "select m.id, m.email, m.permissions, m.invited_at, m.accepted_at, m.expires_at, a.display_name"
            + " from encore.event_member m left join encore.account a on a.id = m.account_id"
            + " where m.event_id = ? and m.removed_at is null order by m.id",
        EventTeams::member,
        own(accountId, slug).eventId());
  }

  /**
   * Sends an invitation that is good for 7 days.
   *
   * @throws EventNotFound if there is no such event, or it is somebody else's
   * @throws AlreadyOnTeam if the address was invited already, or is the organizer's own
   */
  @RolesAllowed({Roles.HOST, Roles.ADMIN})
  @Audited("team.invite")
  public void invite(long accountId, @Audited.Subject String slug, @Valid InviteMember invitation) {
    Invited event = own(accountId, slug);
    Contact organizer = contacts.of(event.organizer());
    if (organizer.email().equals(invitation.email())) {
      throw new AlreadyOnTeam();
    }
    String token = Codes.secret();
    Instant now = clock.instant();
    int written =
        sql.update(
            "insert into encore.event_member"
                + " (event_id, email, permissions, token_hash, invited_by, invited_at, expires_at)"
                + " values (?, ?, ?, ?, ?, ?, ?)"
                + " on conflict (event_id, email) where removed_at is null do nothing",
            event.eventId(),
            invitation.email(),
            names(invitation.permissions()),
            Codes.sha256(token),
            accountId,
            now,
            now.plus(INVITATION_LIFE));
    if (written == 0) {
      throw new AlreadyOnTeam();
    }
    outbox.put(
        Outgoing.mail(
            "team.mail.invited",
            "team:" + Codes.sha256(token),
            invitation.email(),
            organizer.locale(),
            Map.of(
                "organizer", organizer.displayName(),
                "event", event.title(),
                "link", baseUrl + "/my/team?token=" + token),
            accountId));
  }

  /**
   * Gives a member other permissions, from now on.
   *
   * @throws MemberNotFound if the team has no such member
   */
  @RolesAllowed({Roles.HOST, Roles.ADMIN})
  @Audited("team.permit")
  public void permit(
      long accountId,
      @Audited.Subject String slug,
      long memberId,
      @NotEmpty(message = "team.permission_missing") Set<TeamPermission> permissions) {
    found(
        sql.update(
            "update encore.event_member set permissions = ?"
                + " where id = ? and event_id = ? and removed_at is null",
            names(permissions),
            memberId,
            own(accountId, slug).eventId()));
  }

  /**
   * Takes somebody off the team, or an invitation back.
   *
   * @throws MemberNotFound if the team has no such member
   */
  @RolesAllowed({Roles.HOST, Roles.ADMIN})
  @Audited("team.remove")
  public void remove(long accountId, @Audited.Subject String slug, long memberId) {
    long event = own(accountId, slug).eventId();
    long gone =
        sql.first(
                "update encore.event_member set removed_at = ?, token_hash = null"
                    + " where id = ? and event_id = ? and removed_at is null"
                    + " returning coalesce(account_id, 0)",
                row -> row.getLong(1),
                clock.instant(),
                memberId,
                event)
            .orElseThrow(MemberNotFound::new);
    changed.fire(new AccessEnded(gone));
  }

  /**
   * Joins the team that an invitation is for.
   *
   * @param token of the mail
   * @return slug of the event
   * @throws InvitationRefused if it is unknown, too old, taken back, accepted, or was sent to
   *     another address than the account's
   */
  @RolesAllowed(Roles.FAN)
  @Audited("team.accept")
  public String accept(long accountId, String token) {
    String slug =
        sql.first(
                "update encore.event_member m set account_id = ?, accepted_at = ?, token_hash = null"
                    + " from encore.live_event e where e.id = m.event_id and m.token_hash = ?"
                    + " and m.email = ? and m.expires_at > ? and m.removed_at is null returning e.slug",
                row -> row.getString(1),
                accountId,
                clock.instant(),
                Codes.sha256(token == null ? "" : token),
                contacts.of(accountId).email(),
                clock.instant())
            .orElseThrow(InvitationRefused::new);
    changed.fire(new AccessEnded(accountId));
    return slug;
  }

  private Invited own(long accountId, String slug) {
    return sql.first(
            "select id, title, organizer_account_id from encore.live_event"
                + " where slug = ? and (? or organizer_account_id = ?)",
            row -> new Invited(row.getLong(1), row.getString(2), row.getLong(3)),
            slug,
            context.isCallerInRole(Roles.ADMIN),
            accountId)
        .orElseThrow(EventNotFound::new);
  }

  private static void found(int rows) {
    if (rows == 0) {
      throw new MemberNotFound();
    }
  }

  private static String[] names(Set<TeamPermission> permissions) {
    return permissions.stream().map(TeamPermission::name).sorted().toArray(String[]::new);
  }

  private static TeamMember member(ResultSet row) throws SQLException {
    Set<TeamPermission> permissions = EnumSet.noneOf(TeamPermission.class);
    for (String name : (String[]) row.getArray("permissions").getArray()) {
      permissions.add(TeamPermission.valueOf(name));
    }
    return new TeamMember(
        row.getLong("id"),
        row.getString("email"),
        row.getString("display_name"),
        permissions,
        Sql.instant(row, "invited_at"),
        Sql.instant(row, "accepted_at"),
        Sql.instant(row, "expires_at"));
  }
}
