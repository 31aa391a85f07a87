package fan.encore.event.web;

import fan.encore.event.EventTeams;
import fan.encore.event.InviteMember;
import fan.encore.event.TeamMember;
import fan.encore.event.TeamPermission;
import fan.encore.security.web.Browser;
import fan.encore.security.web.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
  private Set<String> chosen = Set.of(TeamPermission.CHECK_IN.name());
  private List<TeamMember> members;

  public void open() {
    members = teams.of(caller.id(), slug);
  }

  public void invite() {
    teams.invite(
        caller.id(),
        slug,
        new InviteMember(
            email, chosen.stream().map(TeamPermission::valueOf).collect(Collectors.toSet())));
    show("invited");
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

  public String[] getChosen() {
    return chosen.toArray(String[]::new);
  }

  public void setChosen(String[] chosen) {
    this.chosen = chosen == null ? Set.of() : Stream.of(chosen).collect(Collectors.toSet());
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
