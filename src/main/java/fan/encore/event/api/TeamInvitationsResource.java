package fan.encore.event.api;

import fan.encore.event.EventTeams;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Invitations to work on somebody's event. */
@Path("team-invitations")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Teams")
@SecurityRequirement(name = "bearer")
public class TeamInvitationsResource {

  @Inject private EventTeams teams;
  @Inject private Caller caller;

  /**
   * @param token of the mail's link
   */
  public record AcceptInvitation(@NotBlank String token) {}

  /**
   * @param event slug of the event whose team one has joined
   */
  public record JoinedTeam(String event) {}

  @POST
  @Operation(summary = "Accept an invitation that was sent to my address")
  public JoinedTeam accept(@NotNull AcceptInvitation invitation) {
    return new JoinedTeam(teams.accept(caller.id(), invitation.token()));
  }
}
