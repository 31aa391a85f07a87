package fan.encore.local.sim;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The settlement files: the file of UTC day D holds what was charged and refunded on UTC day D
 * minus the payout delay. A day can be damaged on purpose; the same damage gives the same file.
 */
final class Settlements implements AutoCloseable {

  private static final Comparator<SettlementLine> ORDER =
      Comparator.comparing(SettlementLine::created).thenComparing(SettlementLine::source);

  private final Payments payments;
  private final Map<LocalDate, Set<Damage>> damaged = new ConcurrentHashMap<>();
  private final Journal journal;
  private volatile int delayDays;

  Settlements(Path directory, Payments payments, int delayDays) {
    this.payments = payments;
    this.delayDays = delayDays;
    journal =
        new Journal(
            directory.resolve("damage.jsonl"),
            line ->
                damaged.put(
                    LocalDate.parse(line.getString("date")), words(line.getString("damage"))));
  }

  void routes(Router router, PaymentApi api) {
    router.on("GET", "/v1/settlements/{date}.csv", api.guarded(this::download));
  }

  int delayDays() {
    return delayDays;
  }

  void delayDays(int days) {
    delayDays = days;
  }

  /** Damages a day's file from now on; no damage repairs it. */
  void damage(LocalDate date, Set<Damage> damages) {
    damaged.put(date, damages);
    String words = String.join(",", damages.stream().map(Damage::word).toList());
    journal.append(JsonText.object().add("date", date.toString()).add("damage", words).build());
  }

  static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new Refused(400, "parameter_invalid", "A day is written as 2026-11-21.");
    }
  }

  private void download(Call call) throws IOException {
    LocalDate date = date(call.path("date"));
    Set<Damage> damages = EnumSet.noneOf(Damage.class);
    damages.addAll(damaged.getOrDefault(date, Set.of()));
    damages.addAll(words(call.query("damage")));
    call.with("Content-Disposition", "attachment; filename=\"settlement-" + date + ".csv\"")
        .bytes(200, "text/csv; charset=utf-8", csv(date, damages).getBytes(StandardCharsets.UTF_8));
  }

  private static Set<Damage> words(String list) {
    return list == null || list.isBlank() ? Set.of() : Damage.of(List.of(list.split(",")));
  }

  String csv(LocalDate date, Set<Damage> damages) {
    StringBuilder csv = new StringBuilder(SettlementLine.HEADER).append('\n');
    for (SettlementLine line : damage(lines(date), date, damages)) {
      csv.append(line.csv(date)).append('\n');
    }
    return csv.toString();
  }

  private List<SettlementLine> lines(LocalDate date) {
    LocalDate day = date.minusDays(delayDays);
    List<SettlementLine> lines = new ArrayList<>();
    for (Checkout checkout : payments.checkouts()) {
      if (checkout.status() == Checkout.Status.PAID && on(day, checkout.paidAt())) {
        lines.add(SettlementLine.of(checkout));
      }
    }
    for (Refund refund : payments.refunds()) {
      if (on(day, refund.createdAt())) {
        lines.add(SettlementLine.of(refund, payments.need(refund.checkout())));
      }
    }
    lines.sort(ORDER);
    return lines;
  }

  private static boolean on(LocalDate day, Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC).equals(day);
  }

  /**
   * Damages the first charge with the first kind, the second with the second, and so on from the
   * start again, so that with four charges every damage stands alone.
   */
  private List<SettlementLine> damage(
      List<SettlementLine> lines, LocalDate date, Set<Damage> damages) {
    List<SettlementLine> charges = lines.stream().filter(SettlementLine::isCharge).toList();
    List<SettlementLine> result = new ArrayList<>(lines);
    int next = 0;
    for (Damage damage : damages) {
      if (damage == Damage.EXTRA) {
        result.add(extra(date, charges.isEmpty() ? "JPY" : charges.get(0).currency()));
      } else if (!charges.isEmpty()) {
        apply(damage, result, charges.get(next++ % charges.size()).source());
      }
    }
    return result;
  }

  private static void apply(Damage damage, List<SettlementLine> lines, String source) {
    for (int i = 0; i < lines.size(); i++) {
      SettlementLine line = lines.get(i);
      if (line.source().equals(source)) {
        switch (damage) {
          case MISSING -> lines.remove(i);
          case AMOUNT -> lines.set(i, line.with(line.currency(), line.gross() + 1, line.fee()));
          case FEE -> lines.set(i, line.with(line.currency(), line.gross(), line.fee() + 1));
          default -> lines.set(i, line.with(other(line.currency()), line.gross(), line.fee()));
        }
        return;
      }
    }
  }

  private static String other(String currency) {
    return currency.equals("EUR") ? "USD" : "EUR";
  }

  private SettlementLine extra(LocalDate date, String currency) {
    String name = "unknown" + date.format(DateTimeFormatter.BASIC_ISO_DATE);
    Instant noon = date.minusDays(delayDays).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    return new SettlementLine(
        "charge",
        "ch_" + name,
        "cs_" + name,
        "ch_" + name,
        noon,
        currency,
        4200,
        Checkout.feeOf(4200),
        "A charge that the shop does not know",
        "unknown-" + date,
        "");
  }

  @Override
  public void close() {
    journal.close();
  }
}
