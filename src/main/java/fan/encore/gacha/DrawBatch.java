package fan.encore.gacha;

import fan.encore.shared.BusinessError;
import fan.encore.shared.Idempotency.KeyReused;
import fan.encore.shared.Sql;
import fan.encore.wallet.BalanceTooLow;
import fan.encore.wallet.WalletLocked;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the draws of many fans in one transaction and two round trips: the first locks their chains
 * and tells where they stand, the engine decides, the second pays, writes and grants. Who wishes
 * several draws gets one after the other, in rounds of two more trips each. What the rules or the
 * balance refuse leaves no trace and disturbs nobody.
 */
@Stateless
@PermitAll
public class DrawBatch {

  @Inject private Sql sql;
  @Inject private SharedStock stock;
  @Inject private Markets markets;
  @Inject private Clock clock;

  /** For the container. */
  public DrawBatch() {}

  /** Outside the server. */
  public DrawBatch(Sql sql, SharedStock stock, Markets markets, Clock clock) {
    this.sql = sql;
    this.stock = stock;
    this.markets = markets;
    this.clock = clock;
  }

  /**
   * @param wishes those of one fan all for banners of one group
   * @return the answers in the order of the wishes
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public List<DrawAnswer> make(List<DrawWish> wishes) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    DrawAnswer[] answers = new DrawAnswer[wishes.size()];
    for (List<Integer> round : rounds(wishes)) {
      List<DrawAnswer> given = make(round.stream().map(wishes::get).toList(), now);
      for (int i = 0; i < given.size(); i++) {
        answers[round.get(i)] = given.get(i);
      }
    }
    return List.of(answers);
  }

  /** Places of the wishes, in every round at most one of each fan. */
  private static List<List<Integer>> rounds(List<DrawWish> wishes) {
    List<List<Integer>> rounds = new ArrayList<>();
    Map<Long, Integer> times = new HashMap<>();
    for (int place = 0; place < wishes.size(); place++) {
      int round = times.merge(wishes.get(place).accountId(), 1, Integer::sum) - 1;
      if (round == rounds.size()) {
        rounds.add(new ArrayList<>());
      }
      rounds.get(round).add(place);
    }
    return rounds;
  }

  private List<DrawAnswer> make(List<DrawWish> wishes, Instant now) {
    DrawStart[] starts = open(wishes);
    SharedStock.Shelf shelf = stock.lock(wishes.stream().map(DrawWish::banner).toList());
    DrawAnswer[] answers = new DrawAnswer[wishes.size()];
    List<DecidedDraw> decided = new ArrayList<>();
    for (int i = 0; i < answers.length; i++) {
      try {
        answers[i] = earlier(wishes.get(i), starts[i]);
        if (answers[i] == null) {
          decided.add(decide(i, wishes.get(i), starts[i], shelf, now));
        }
      } catch (BusinessError refusal) {
        answers[i] = DrawAnswer.refused(refusal);
      }
    }
    if (!decided.isEmpty() && write(decided, answers, now)) {
      stock.take(shelf);
    }
    return List.of(answers);
  }

  /** Null for a fan without an open chain. */
  private DrawStart[] open(List<DrawWish> wishes) {
    DrawStart[] starts = new DrawStart[wishes.size()];
    sql.list(
        "select * from encore.draw_open(?, ?, ?)",
        row -> starts[row.getInt("n") - 1] = DrawStart.of(row),
        wishes.stream().map(DrawWish::accountId).toArray(Long[]::new),
        wishes.stream().map(wish -> wish.banner().group()).toArray(String[]::new),
        wishes.stream().map(wish -> wish.wanted().idempotencyKey()).toArray(String[]::new));
    return starts;
  }

  private static DrawAnswer earlier(DrawWish wish, DrawStart start) {
    if (start == null) {
      throw new CommitmentNotAsked();
    }
    if (start.earlierCode() == null) {
      return null;
    }
    if (!start.earlierHash().equals(wish.wanted().hash())) {
      throw new KeyReused();
    }
    return DrawAnswer.earlier(start.earlierCode());
  }

  private DecidedDraw decide(
      int place, DrawWish wish, DrawStart start, SharedStock.Shelf shelf, Instant now) {
    String market = markets.admit(wish.banner(), start.country(), start.birthDate(), now);
    return DecidedDraw.of(place, wish, start, shelf, market, now);
  }

  /** True unless nothing was paid. */
  private boolean write(List<DecidedDraw> decided, DrawAnswer[] answers, Instant now) {
    boolean shared = decided.stream().anyMatch(DecidedDraw::takesStock);
    int paid = 0;
    for (DrawPaid one : DrawPaid.write(sql, decided, now)) {
      DecidedDraw draw = decided.get(one.place());
      if (one.refusal() == null) {
        answers[draw.place()] = DrawAnswer.drawn(draw.receipt(one, now));
        paid++;
      } else {
        answers[draw.place()] = DrawAnswer.refused(refusal(one.refusal()));
      }
    }
    if (shared && paid > 0 && paid < decided.size()) {
      throw new IllegalStateException(
          "Somebody cannot pay for what others were decided upon: each alone");
    }
    return paid > 0;
  }

  private static BusinessError refusal(String code) {
    return switch (code) {
      case "wallet.balance_too_low" -> new BalanceTooLow();
      case "wallet.locked" -> new WalletLocked();
      default -> throw new IllegalStateException(code);
    };
  }
}
