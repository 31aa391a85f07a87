package fan.encore.wallet.api;

import fan.encore.security.web.Caller;
import fan.encore.shared.Slice;
import fan.encore.wallet.Debts;
import fan.encore.wallet.DiamondBalance;
import fan.encore.wallet.EntryFilter;
import fan.encore.wallet.LotRow;
import fan.encore.wallet.MonthStatement;
import fan.encore.wallet.WalletEntry;
import fan.encore.wallet.WalletHistory;
import fan.encore.wallet.Wallets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's diamonds. */
@Path("wallet")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Wallet")
public class WalletResource {

  private static final int LARGEST = 200;

  @Inject private Wallets wallets;
  @Inject private WalletHistory history;
  @Inject private Debts debts;
  @Inject private Caller caller;

  /**
   * @param paid bought diamonds
   * @param free given diamonds, spent first
   * @param owed diamonds owed after a refund; nothing can be spent until they are settled
   */
  @Schema(name = "WalletBalance")
  public record Balance(long paid, long free, long total, long owed) {}

  /**
   * @param entries newest first
   * @param total how many there are on all pages
   */
  public record Entries(List<WalletEntry> entries, int page, int size, long total) {}

  @GET
  @Operation(summary = "How many diamonds the caller has")
  public Balance balance() {
    DiamondBalance balance = wallets.balance(caller.id());
    return new Balance(balance.paid(), balance.free(), balance.total(), debts.owed(caller.id()));
  }

  /**
   * @param settled diamonds that were paid
   * @param owed what is left to pay
   */
  public record Settlement(long settled, long owed) {}

  @GET
  @Path("entries")
  @Operation(summary = "How they came and went, newest first; the header Link leads on")
  public Response entries(
      @QueryParam("page") @DefaultValue("0") int page,
      @QueryParam("size") @DefaultValue("20") int size,
      @QueryParam("purse") String purse,
      @QueryParam("kind") String kind,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @Context UriInfo uri) {
    int first = Math.max(0, page);
    int rows = Math.min(LARGEST, Math.max(1, size));
    EntryFilter filter = new EntryFilter(purse, kind, moment(from), moment(to));
    Slice<WalletEntry> slice = history.entries(caller.id(), filter, first, rows);
    Response.ResponseBuilder answer =
        Response.ok(new Entries(slice.rows(), first, rows, slice.total()));
    if ((first + 1L) * rows < slice.total()) {
      answer.link(at(uri, first + 1), "next");
    }
    if (first > 0) {
      answer.link(at(uri, first - 1), "prev");
    }
    return answer.build();
  }

  @GET
  @Path("lots")
  @Operation(summary = "What is left of each purchase or gift, in the order of spending")
  public List<LotRow> lots() {
    return history.lots(caller.id());
  }

  @GET
  @Path("statements/{month}")
  @Operation(summary = "The statement of a month such as 2026-11")
  public MonthStatement statement(
      @PathParam("month") @Pattern(regexp = "[0-9]{4}-(0[1-9]|1[0-2])") String month) {
    return history.statement(caller.id(), YearMonth.parse(month));
  }

  @POST
  @Path("settlement")
  @Operation(summary = "Pay what is owed after a refund with the diamonds that are there")
  public Settlement settle() {
    long settled = debts.settleNow(caller.id());
    return new Settlement(settled, debts.owed(caller.id()));
  }

  private static Instant moment(String text) {
    try {
      return text == null || text.isBlank() ? null : Instant.parse(text);
    } catch (DateTimeException e) {
      throw new BadRequestException("Not a moment such as 2026-11-21T00:00:00Z: " + text, e);
    }
  }

  private static String at(UriInfo uri, int page) {
    return uri.getRequestUriBuilder().replaceQueryParam("page", page).build().toString();
  }
}
