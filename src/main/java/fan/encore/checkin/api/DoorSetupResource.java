package fan.encore.checkin.api;

import static fan.encore.checkin.api.CheckInsResource.keeper;

import fan.encore.checkin.CheckInList;
import fan.encore.checkin.CheckInListDraft;
import fan.encore.checkin.CheckInLists;
import fan.encore.checkin.EnrolledDevice;
import fan.encore.checkin.EnrolmentCode;
import fan.encore.checkin.GateDevice;
import fan.encore.checkin.GateDevices;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lists and devices of a door. */
@Path("check-ins")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Check-ins")
@SecurityRequirement(name = "bearer")
public class DoorSetupResource {

  @Inject private CheckInLists lists;
  @Inject private GateDevices devices;
  @Inject private Caller caller;

  /** A list's code. */
  public record ListCode(String code) {}

  /**
   * @param event slug
   * @param name what to call the device, or null
   */
  public record InviteDevice(@NotBlank String event, String name) {}

  /**
   * @param code of the QR code that the organizer shows
   */
  public record EnrolDevice(@NotBlank String code) {}

  @GET
  @Path("lists")
  @Operation(summary = "The check-in lists of an event with their counts")
  public List<CheckInList> lists(@QueryParam("event") String event) {
    return lists.of(event, keeper(caller));
  }

  @POST
  @Path("lists")
  @Operation(summary = "Add a check-in list")
  public Response addList(@QueryParam("event") String event, @NotNull CheckInListDraft draft) {
    return Response.status(Response.Status.CREATED)
        .entity(new ListCode(lists.add(event, draft, keeper(caller))))
        .build();
  }

  @PUT
  @Path("lists/{code}")
  @Operation(summary = "Change a check-in list")
  public void editList(
      @PathParam("code") String code,
      @QueryParam("event") String event,
      @NotNull CheckInListDraft draft) {
    lists.edit(event, code, draft, keeper(caller));
  }

  @DELETE
  @Path("lists/{code}")
  @Operation(summary = "Offer a check-in list no more")
  public void removeList(@PathParam("code") String code, @QueryParam("event") String event) {
    lists.remove(event, code, keeper(caller));
  }

  @GET
  @Path("devices")
  @Operation(summary = "The devices of an event, and when each was last seen")
  public List<GateDevice> devices(@QueryParam("event") String event) {
    return devices.of(event, keeper(caller));
  }

  @POST
  @Path("devices")
  @Operation(
      summary = "Invite a device",
      description =
          "The code enrols one device within 10 minutes; show the link as a QR code to the device.")
  public Response invite(@NotNull InviteDevice device) {
    EnrolmentCode code = devices.invite(device.event(), device.name(), keeper(caller));
    return Response.status(Response.Status.CREATED).entity(code).build();
  }

  @DELETE
  @Path("devices/{id}")
  @Operation(summary = "Revoke a device")
  public void revoke(@PathParam("id") long id, @QueryParam("event") String event) {
    devices.revoke(event, id, keeper(caller));
  }

  @POST
  @Path("enrolments")
  @Operation(
      summary = "Enrol a device",
      description =
          "With the code of its invitation, once. The token may scan at that event and nothing else.")
  public Response enrol(@NotNull EnrolDevice device) {
    EnrolledDevice enrolled = devices.enrol(device.code());
    return Response.status(Response.Status.CREATED).entity(enrolled).build();
  }
}
