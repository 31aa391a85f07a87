package fan.encore.wallet;

import java.util.regex.Pattern;

/**
 * Names an account of the ledger; the account is opened by its first transfer. Accounts of a {@code
 * fan} or a {@code payment} are guarded: their balance (credits less debits) can't go below zero.
 * Accounts of the {@code house} are sums of the journal.
 *
 * @param ownerKind {@code fan}, {@code payment} or {@code house}
 * @param owner account id, payment code, or the product or provider the house account is for
 * @param kind what is on it, such as {@code paid} or {@code revenue}
 * @param currency ISO 4217 code, {@link #DIAMONDS}, or {@code MED} and an artist's id
 */
public record AccountRef(String ownerKind, String owner, String kind, String currency) {

  /** The currency code of diamonds, paid and free. */
  public static final String DIAMONDS = "DIA";

  private static final Pattern OWNER = Pattern.compile("[A-Za-z0-9_-]+");

  /**
   * @throws IllegalArgumentException if the owner has other characters than letters, digits, _ or -
   */
  public AccountRef {
    if (!OWNER.matcher(owner).matches()) {
      throw new IllegalArgumentException("Not an owner of an account: " + owner);
    }
  }

  /** Whether it is the currency of diamonds or of an artist's medals: pieces, no money. */
  public static boolean isVirtual(String currency) {
    return currency.equals(DIAMONDS) || currency.startsWith("MED") && currency.length() > 3;
  }

  /** Diamonds that the fan bought. */
  public static AccountRef paidDiamonds(long accountId) {
    return new AccountRef("fan", Long.toString(accountId), "paid", DIAMONDS);
  }

  /** Diamonds that were given to the fan; kept apart from paid ones (Japan, FSA I-2-1(3)). */
  public static AccountRef freeDiamonds(long accountId) {
    return new AccountRef("fan", Long.toString(accountId), "free", DIAMONDS);
  }

  /** Diamonds that the fan owes after a refund of what was spent; above zero locks the wallet. */
  public static AccountRef owedDiamonds(long accountId) {
    return new AccountRef("fan", Long.toString(accountId), "owed", DIAMONDS);
  }

  /** A fan's medals of one artist; those of two artists never mix. */
  public static AccountRef medals(long accountId, long artistId) {
    return new AccountRef("fan", Long.toString(accountId), "medal", medals(artistId));
  }

  /**
   * Where medals of an artist come from.
   *
   * @param reason why they are issued, such as {@code draws}
   */
  public static AccountRef medalsIssued(String reason, long artistId) {
    return house(reason, "issued", medals(artistId));
  }

  /** Where spent medals of an artist go. */
  public static AccountRef medalsSpent(long artistId) {
    return house("medals", "spent", medals(artistId));
  }

  /** The currency code of an artist's medals. */
  private static String medals(long artistId) {
    return "MED" + artistId;
  }

  /**
   * Where diamonds come from.
   *
   * @param reason why they are issued, such as {@code purchase} or {@code bonus}
   */
  public static AccountRef diamondsIssued(String reason) {
    return house(reason, "issued", DIAMONDS);
  }

  /** Where spent diamonds go. */
  public static AccountRef diamondsSpent() {
    return house("diamonds", "spent", DIAMONDS);
  }

  /**
   * What the house earned with a product, such as {@code diamonds}, {@code tickets}, {@code fee}.
   */
  public static AccountRef revenue(String product, String currency) {
    return house(product, "revenue", currency);
  }

  /** What a payment provider owes the house until it pays out. */
  public static AccountRef clearing(String provider, String currency) {
    return house(provider, "clearing", currency);
  }

  /**
   * What an organizer took by hand for the house to know, such as {@code cash} at the door.
   *
   * @param way {@code cash}, {@code card} or {@code outside}
   */
  public static AccountRef till(String way, String currency) {
    return house(way, "till", currency);
  }

  /** What a payment provider keeps for its work. */
  public static AccountRef fees(String provider, String currency) {
    return house(provider, "fees", currency);
  }

  /** What was given back to buyers of a product. */
  public static AccountRef refunds(String product, String currency) {
    return house(product, "refunds", currency);
  }

  /** Captured money of one payment for which the buyer has not got anything yet. */
  public static AccountRef suspense(String paymentCode, String currency) {
    return new AccountRef("payment", paymentCode, "suspense", currency);
  }

  private static AccountRef house(String owner, String kind, String currency) {
    return new AccountRef("house", owner, kind, currency);
  }

  /** How the ledger writes it: {@code fan:4711:paid:DIA}. */
  public String address() {
    return ownerKind + ":" + owner + ":" + kind + ":" + currency;
  }

  /** The reverse of {@link #address()}. */
  static AccountRef of(String address) {
    String[] parts = address.split(":", -1);
    return new AccountRef(parts[0], parts[1], parts[2], parts[3]);
  }
}
