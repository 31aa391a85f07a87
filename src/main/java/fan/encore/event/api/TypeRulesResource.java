package fan.encore.event.api;

import fan.encore.event.StudioEvents;
import fan.encore.event.TypeRuleBook;
import fan.encore.event.TypeRulesDraft;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Special rules of a ticket type: limits, add-ons, bundles, hidden types, presales. */
@Path("studio/events/{slug}/ticket-types/{code}/rules")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Studio")
public class TypeRulesResource {

  @Inject private TypeRuleBook rules;
  @Inject private StudioEvents studio;
  @Inject private Caller caller;
  @Inject private Clock clock;

  @PUT
  @Operation(summary = "Replaces the rules of a ticket type; times are local times of the venue")
  public EventViews.Full set(
      @PathParam("slug") String slug,
      @PathParam("code") String code,
      @NotNull TypeRulesDraft draft) {
    rules.set(caller.id(), slug, code, draft);
    return EventViews.Full.of(studio.detail(caller.id(), slug), clock.instant());
  }
}
