package fan.encore.wallet.web;

import fan.encore.security.web.Caller;
import fan.encore.shared.Slice;
import fan.encore.shared.Texts;
import fan.encore.wallet.Debts;
import fan.encore.wallet.DiamondBalance;
import fan.encore.wallet.LotRow;
import fan.encore.wallet.WalletEntry;
import fan.encore.wallet.WalletHistory;
import fan.encore.wallet.Wallets;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** {@code /my/wallet}: a fan's diamonds and how they came and went. */
@Named
@RequestScoped
public class WalletPage {

  private static final int SIZE = 20;
  private static final Duration SOON = Duration.ofDays(30);

  @Inject private Wallets wallets;
  @Inject private WalletHistory history;
  @Inject private Debts debts;
  @Inject private Caller caller;
  @Inject private Clock clock;

  private int page;
  private String purse;
  private String kind;
  private String from;
  private String to;
  private long owed;
  private List<String> kinds;
  private List<LotRow> lots;
  private DiamondBalance balance;
  private Slice<WalletEntry> entries;

  public void load() {
    balance = wallets.balance(caller.id());
    owed = debts.owed(caller.id());
    lots = history.lots(caller.id());
    kinds = history.kinds(caller.id());
    entries = history.entries(caller.id(), WalletDays.filter(purse, kind, from, to), page, SIZE);
  }

  /** Lots that end within thirty days. */
  public long getEndingSoon() {
    Instant soon = clock.instant().plus(SOON);
    return lots.stream()
        .filter(lot -> lot.expiresAt() != null && lot.expiresAt().isBefore(soon))
        .mapToLong(LotRow::remaining)
        .sum();
  }

  /** The filters as they stand in the address, for links. */
  public String getQuery() {
    return WalletDays.query(purse, kind, from, to);
  }

  public long getOwed() {
    return owed;
  }

  public List<LotRow> getLots() {
    return lots;
  }

  public List<String> getKinds() {
    return kinds;
  }

  public String getPurse() {
    return purse;
  }

  public void setPurse(String purse) {
    this.purse = purse;
  }

  public String getKind() {
    return kind;
  }

  public void setKind(String kind) {
    this.kind = kind;
  }

  public String getFrom() {
    return from;
  }

  public void setFrom(String from) {
    this.from = from;
  }

  public String getTo() {
    return to;
  }

  public void setTo(String to) {
    this.to = to;
  }

  public DiamondBalance getBalance() {
    return balance;
  }

  public List<WalletEntry> getEntries() {
    return entries.rows();
  }

  /** What happened, in words; a kind that no bundle names is a movement like any other. */
  public String describe(WalletEntry entry) {
    return WalletDays.describe(caller.locale(), entry);
  }

  /** A kind in words. */
  public String name(String known) {
    return Texts.find(caller.locale(), "wallet.kind." + known).orElse(known);
  }

  public boolean isMore() {
    return (page + 1L) * SIZE < entries.total();
  }

  /** From 0. */
  public int getPage() {
    return page;
  }

  public void setPage(int page) {
    this.page = Math.max(0, page);
  }
}
