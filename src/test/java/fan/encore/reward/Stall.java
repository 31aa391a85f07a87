package fan.encore.reward;

import fan.encore.artist.Artist;
import fan.encore.artist.Artists;
import fan.encore.artist.Studios;
import fan.encore.collection.Collections;
import fan.encore.collection.FanPages;
import fan.encore.collection.GiftMails;
import fan.encore.collection.Gifts;
import fan.encore.collection.Item;
import fan.encore.collection.ItemKind;
import fan.encore.collection.NewItem;
import fan.encore.collection.ParcelAddresses;
import fan.encore.collection.Rarity;
import fan.encore.collection.Shipments;
import fan.encore.local.PlainTransactions;
import fan.encore.promo.Vouchers;
import fan.encore.shared.Idempotency;
import fan.encore.shared.Sql;
import fan.encore.wallet.AccountRef;
import fan.encore.wallet.Debts;
import fan.encore.wallet.Ledger;
import fan.encore.wallet.LotTerms;
import fan.encore.wallet.Posting;
import fan.encore.wallet.Transfer;
import fan.encore.wallet.Wallets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** The services of rewards and gifts, over one database and a clock that tests may move. */
final class Stall implements AutoCloseable {

  static final String ARTIST = "luna";

  private static final AtomicLong NEXT = new AtomicLong();

  final PlainTransactions transactions;
  final Clock clock = ((InstantSource) () -> this.now).withZone(ZoneOffset.UTC);
  final Sql sql;
  final Ledger ledger;
  final Debts debts;
  final Collections collections;
  final Vouchers vouchers;
  final Exchange exchange;
  final Rewards rewards;
  final StudioRewards studio;
  final Shipments shipments;
  final ParcelAddresses addresses;
  final Delivery delivery;
  final Gifts gifts;
  final FanPages pages;
  final long artist;

  private volatile Instant now = Instant.parse("2026-11-21T03:00:00Z");

  Stall(DataSource app, int connections) throws Exception {
    transactions = new PlainTransactions(app, connections);
    sql = new Sql(transactions.dataSource());
    ledger = new Ledger(sql);
    debts = new Debts(sql, null);
    collections = new Collections(sql, clock);
    vouchers = new Vouchers(sql, clock);
    Studios studios = new OpenStudios(new Artists(sql));
    shipments = new Shipments(sql, clock, studios, new NoMails());
    addresses = new ParcelAddresses(sql, clock, 60);
    delivery = new Delivery(sql, shipments, vouchers);
    rewards = new Rewards(sql, clock);
    exchange = new Exchange(sql, clock, new Idempotency(sql), ledger, debts, rewards, delivery);
    studio = new StudioRewards(sql, clock, studios, vouchers);
    gifts = new Gifts(sql, clock, new NoMails(), debts);
    pages = new FanPages(sql, clock);
    artist =
        transactions.call(
            () ->
                sql.insert(
                    "insert into encore.artist (code, name, tagline, biography, picture_key)"
                        + " values (?, 'Luna', '', '', 'public/luna') on conflict (code)"
                        + " do update set name = excluded.name returning id",
                    ARTIST));
  }

  Instant now() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  Item item(ItemKind kind, boolean giftable) throws Exception {
    return item(kind, null, giftable);
  }

  /** A digital item with a file, that may be given away. */
  Item song() throws Exception {
    return item(ItemKind.DIGITAL, "item/song.wav", true);
  }

  private Item item(ItemKind kind, String file, boolean giftable) throws Exception {
    String code = "item-" + NEXT.incrementAndGet();
    NewItem wanted =
        new NewItem(code, code, Rarity.R, "public/" + code, kind, "", file, 0, giftable);
    return transactions.call(() -> collections.create(artist, List.of(wanted)).get(0));
  }

  OfferReward wanted(Item item, int stock, int limit, String... conditions) {
    return new OfferReward(
        "reward-" + NEXT.incrementAndGet(),
        item.code(),
        "A reward",
        "",
        10,
        stock,
        limit,
        now.minusSeconds(60),
        now.plusSeconds(3600),
        List.of(conditions));
  }

  /**
   * @return the reward's code
   */
  String offer(OfferReward wanted) throws Exception {
    transactions.run(() -> studio.create(1, ARTIST, wanted));
    return wanted.code();
  }

  /** A fan with this many medals. */
  long fan(long medals) throws Exception {
    return transactions.call(
        () -> {
          long fan =
              sql.insert(
                  "insert into encore.account (email, display_name, language, status, created_at,"
                      + " version) values (gen_random_uuid() || '@encore.test', 'Fan', 'en',"
                      + " 'ACTIVE', now(), 0) returning id");
          if (medals > 0) {
            ledger.post(
                Posting.of(
                    "test.medals",
                    "medals:" + fan,
                    "TEST",
                    Transfer.of(
                        AccountRef.medalsIssued("test", artist),
                        AccountRef.medals(fan, artist),
                        medals)));
          }
          return fan;
        });
  }

  /** A refund of diamonds that were spent. */
  void owe(long fan, long diamonds) throws Exception {
    transactions.run(
        () -> {
          Wallets wallets = new Wallets(ledger, sql);
          LotTerms terms = new LotTerms("test", LotTerms.WEB, diamonds, "JPY", diamonds, null);
          wallets.grantPaid(fan, diamonds, "test.buy", "deliver:" + fan, "TEST", terms);
          wallets.spend(fan, diamonds, "test.draw", "draw:" + fan, "TEST");
          debts.takeBack(fan, "deliver:" + fan, "shop.refund", "back:" + fan, "TEST");
        });
  }

  void grant(long fan, Item item, int copies) throws Exception {
    transactions.run(
        () ->
            sql.first(
                "select count(*) from encore.grant_many(?, ?, ?)",
                row -> item,
                java.util.Collections.nCopies(copies, fan).toArray(Long[]::new),
                java.util.Collections.nCopies(copies, item.id()).toArray(Long[]::new),
                now));
  }

  long number(String query, Object... parameters) throws Exception {
    return transactions.call(() -> sql.number(query, parameters));
  }

  long medals(long fan) throws Exception {
    return transactions.call(() -> exchange.medals(fan, ARTIST));
  }

  long copies(long fan, Item item) throws Exception {
    return number(
        "select copies from encore.collected_item where account_id = ? and item_id = ?",
        fan,
        item.id());
  }

  @Override
  public void close() throws SQLException {
    transactions.close();
  }

  private static final class OpenStudios extends Studios {
    private final Artists artists;

    OpenStudios(Artists artists) {
      this.artists = artists;
    }

    @Override
    public Artist enter(long accountId, String artistCode) {
      return artists.byCode(artistCode);
    }
  }

  private static final class NoMails extends GiftMails {
    @Override
    public void offered(String gift, long from, long to, String item) {}

    @Override
    public void answered(String gift, boolean accepted, long from, long to, String item) {}

    @Override
    public void sent(
        String shipment, long accountId, String item, String carrier, String tracking) {}
  }
}
