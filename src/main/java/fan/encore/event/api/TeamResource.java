package fan.encore.event.api;

import fan.encore.event.EventTeams;
import fan.encore.event.InviteMember;
import fan.encore.event.TeamMember;
import fan.encore.event.TeamPermission;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The people who work on an event. */
@Path("studio/events/{slug}/team")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Teams")
@SecurityRequirement(name = "bearer")
public class TeamResource {

  @Inject private EventTeams teams;
  @Inject private Caller caller;

  /** What a member may do. */
  public record MemberPermissions(@NotEmpty Set<TeamPermission> permissions) {}

  @GET
  @Operation(summary = "The team of my event")
  public List<TeamMember> team(@PathParam("slug") String slug) {
    return teams.of(caller.id(), slug);
  }

  @POST
  @Operation(summary = "Invite somebody to the team of my event by mail")
  public Response invite(@PathParam("slug") String slug, @NotNull InviteMember invitation) {
    teams.invite(caller.id(), slug, invitation);
    return Response.status(Response.Status.CREATED).build();
  }

  @PUT
  @Path("{member}")
  @Operation(summary = "Give a member of the team other permissions")
  public void permit(
      @PathParam("slug") String slug,
      @PathParam("member") long member,
      @NotNull MemberPermissions permissions) {
    teams.permit(caller.id(), slug, member, permissions.permissions());
  }

  @DELETE
  @Path("{member}")
  @Operation(summary = "Take somebody off the team, or an invitation back")
  public void remove(@PathParam("slug") String slug, @PathParam("member") long member) {
    teams.remove(caller.id(), slug, member);
  }
}
