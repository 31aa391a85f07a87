package fan.encore.event.web;

import fan.encore.event.EventTeams;
import fan.encore.event.InviteMember;
import fan.encore.event.TeamMember;
import fan.encore.event.TeamPermission;
import fan.encore.event.TeamRole;
import fan.encore.security.web.Browser;
import fan.encore.security.web.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The team of an event: who may do what, and invitations. */
@Named
@ViewScoped
public class TeamPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private EventTeams teams;
  @Inject private Caller caller;
  @Inject private Browser browser;

  private String slug;
  private String done;
  private String email;
  private String role = TeamRole.DOOR.name();
  private Set<TeamPermission> chosen = TeamRole.DOOR.permissions();
  private TeamMember edited;
  private List<TeamMember> members;

  public void open() {
    members = teams.of(caller.id(), slug);
  }

  /** Takes the permissions of the chosen role. */
  public void takeRole() {
    if (!role.isEmpty()) {
      chosen = TeamRole.valueOf(role).permissions();
    }
  }

  public void invite() {
    teams.invite(caller.id(), slug, new InviteMember(email, chosen));
    show("invited");
  }

  /** Takes up a member to give her other permissions. */
  public void edit(TeamMember member) {
    edited = member;
    chosen = member.permissions();
    role = member.role() == null ? "" : member.role().name();
  }

  public void permit() {
    teams.permit(caller.id(), slug, edited.id(), chosen);
    show("permitted");
  }

  public void remove(TeamMember member) {
    teams.remove(caller.id(), slug, member.id());
    show("removed");
  }

  private void show(String what) {
    browser.goTo("/studio/team?slug=" + slug + "&done=" + what);
  }

  public List<TeamMember> getMembers() {
    return members;
  }

  public TeamPermission[] getPermissions() {
    return TeamPermission.values();
  }

  public TeamRole[] getRoles() {
    return TeamRole.values();
  }

  public String[] getChosen() {
    return chosen.stream().map(TeamPermission::name).toArray(String[]::new);
  }

  public void setChosen(String[] names) {
    chosen = EnumSet.noneOf(TeamPermission.class);
    Stream.of(names == null ? new String[0] : names)
        .map(TeamPermission::valueOf)
        .forEach(chosen::add);
  }

  /** Name of a role, or empty for permissions of one's own choice. */
  public String getRole() {
    return role;
  }

  public void setRole(String role) {
    this.role = role == null ? "" : role;
  }

  /** Null until somebody is taken up. */
  public TeamMember getEdited() {
    return edited;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  public String getSlug() {
    return slug;
  }

  public void setSlug(String slug) {
    this.slug = slug;
  }

  /** What was just done: a word that completes a key of the bundle, or null. */
  public String getDone() {
    return done;
  }

  public void setDone(String done) {
    this.done = done;
  }
}
