package fan.encore.checkin.api;

import fan.encore.account.Roles;
import fan.encore.checkin.CheckIn;
import fan.encore.checkin.CheckInList;
import fan.encore.checkin.Door;
import fan.encore.checkin.DoorBundle;
import fan.encore.checkin.DoorBundles;
import fan.encore.checkin.Doors;
import fan.encore.checkin.Keeper;
import fan.encore.checkin.LateAnswer;
import fan.encore.checkin.LateCheckIn;
import fan.encore.checkin.LateScans;
import fan.encore.checkin.ScanResult;
import fan.encore.checkin.ScanTicket;
import fan.encore.checkin.UndoScan;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The door of an event, for people, programs and enrolled devices. */
@Path("check-ins")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Check-ins")
@SecurityRequirement(name = "bearer")
public class CheckInsResource {

  @Inject private CheckIn checkIn;
  @Inject private LateCheckIn late;
  @Inject private Doors doors;
  @Inject private DoorBundles bundles;
  @Inject private Caller caller;

  /**
   * @param publicKey 32 bytes of Ed25519 in base 64
   * @param rotation 32 bytes in base 64 that give the secrets of this event's tickets, or null
   */
  public record GateKeyView(int id, String publicKey, String rotation) {}

  /**
   * What a gate keeps to decide alone; see {@code tickets} and {@code admissions} for their form.
   *
   * @param tickets each "digest type issue": the digest is the first 9 bytes of the SHA-256 of the
   *     ticket's code in base 64, the type a place in {@code types} from 0, the issue 0 when the
   *     ticket is cancelled
   * @param admissions each "digest list entries inside firstSeconds"
   */
  public record GateBundle(
      String event,
      String title,
      Instant startsAt,
      String zone,
      String venue,
      Instant now,
      Instant next,
      boolean full,
      List<GateKeyView> keys,
      List<DoorBundle.BundleType> types,
      List<CheckInList> lists,
      List<String> tickets,
      List<String> admissions) {}

  @POST
  @Operation(
      summary = "Check a ticket in, or out",
      description =
          "Whatever the outcome, the answer is 200. Ask again with the same nonce when no answer came:"
              + " it is the same answer.")
  public ScanResult scan(@NotNull ScanTicket ticket) {
    return checkIn.scan(ticket, keeper(caller));
  }

  @POST
  @Path("batch")
  @Operation(
      summary = "Tell what a gate decided without a network",
      description =
          "At most 200 scans, in any order; the same ones may be told again. sentAt is the device's clock"
              + " now and corrects their times. The earliest entry of a ticket counts, ties by device and nonce.")
  public List<LateAnswer> batch(@NotNull LateScans scans) {
    return late.take(scans, keeper(caller));
  }

  @POST
  @Path("{scan}/undo")
  @Operation(
      summary = "Take a scan back",
      description = "With a reason. The scan stays on record, and so does the undo.")
  public ScanResult undo(@PathParam("scan") long scan, @NotNull UndoScan undo) {
    return checkIn.undo(scan, undo, keeper(caller));
  }

  @GET
  @Operation(summary = "How many were let in, the last scans, and entries that need a look")
  public Door door(@QueryParam("event") String event) {
    return doors.door(event, keeper(caller));
  }

  @GET
  @Path("bundle")
  @Operation(
      summary = "What a gate needs to decide without a network",
      description =
          "Everything, or with since (the next of the answer before) what changed: keys, lists, digests"
              + " of tickets with their types, revocations, who is in.")
  public GateBundle bundle(@QueryParam("event") String event, @QueryParam("since") String since) {
    DoorBundle bundle = bundles.of(event, instant(since), keeper(caller));
    return new GateBundle(
        bundle.event(),
        bundle.title(),
        bundle.startsAt(),
        bundle.zone(),
        bundle.venue(),
        bundle.now(),
        bundle.next(),
        bundle.full(),
        bundle.keys().stream()
            .map(key -> new GateKeyView(key.id(), text(key.publicKey()), text(key.rotation())))
            .toList(),
        bundle.types(),
        bundle.lists(),
        bundle.tickets(),
        bundle.admissions());
  }

  static Keeper keeper(Caller caller) {
    return new Keeper(caller.id(), caller.device(), caller.is(Roles.ADMIN));
  }

  /** What is no time asks for everything. */
  private static Instant instant(String since) {
    try {
      return since == null ? null : Instant.parse(since);
    } catch (DateTimeParseException unreadable) {
      return null;
    }
  }

  private static String text(byte[] bytes) {
    return bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
  }
}
