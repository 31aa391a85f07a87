package fan.encore.collection;

import fan.encore.account.Roles;
import fan.encore.artist.Studios;
import fan.encore.audit.Audited;
import fan.encore.shared.Codes;
import fan.encore.shared.ListQuery;
import fan.encore.shared.Slice;
import fan.encore.shared.Sql;
import fan.encore.shared.Where;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Parcels: what fans are sent, and the list by which artists send it. */
@Stateless
@RolesAllowed({Roles.ARTIST, Roles.ADMIN})
public class Shipments {

  private static final String FROM =
      " from encore.shipment s join encore.item i on i.id = s.item_id"
          + " left join encore.shipment_address d on d.shipment_id = s.id";
  private static final String COLUMNS =
      "select s.code as shipment, s.quantity, s.cause, s.status, s.carrier, s.tracking,"
          + " s.requested_at, s.sent_at, d.recipient, d.postal_code, d.region, d.city, d.street,"
          + " d.country, d.phone, i.id, i.code, i.name, i.rarity, i.picture_key";
  private static final Map<String, String> SORTS =
      Map.of(
          "shipment", "s.code",
          "status", "s.status",
          "item", "i.name",
          "recipient", "d.recipient",
          "requestedAt", "s.requested_at");

  private record Parcel(long id, long accountId, String itemName, ShipmentStatus status) {}

  @Inject private Sql sql;
  @Inject private Clock clock;
  @Inject private Studios studios;
  @Inject private GiftMails mails;

  /** For the container. */
  public Shipments() {}

  /** Outside the server. */
  public Shipments(Sql sql, Clock clock, Studios studios, GiftMails mails) {
    this.sql = sql;
    this.clock = clock;
    this.studios = studios;
    this.mails = mails;
  }

  /**
   * Asks for a parcel to a fan, in the caller's transaction.
   *
   * @param cause code of what she got it for
   */
  @PermitAll
  public String request(
      long accountId, long itemId, int quantity, String cause, PostalAddress address) {
    String code = Codes.random("SHP-", 12);
    sql.update(
        "with parcel as (insert into encore.shipment"
            + " (code, account_id, item_id, quantity, cause, requested_at)"
            + " values (?, ?, ?, ?, ?, ?) returning id)"
            + " insert into encore.shipment_address"
            + " select id, ?, ?, ?, ?, ?, ?, ? from parcel",
        code,
        accountId,
        itemId,
        quantity,
        cause,
        clock.instant(),
        address.recipient(),
        address.postalCode(),
        address.region(),
        address.city(),
        address.street(),
        address.country(),
        address.phone());
    return code;
  }

  /** The parcels of a fan, the latest first. */
  @RolesAllowed(Roles.FAN)
  public List<ShipmentRow> of(long accountId) {
    return sql.list(
        COLUMNS + FROM + " where s.account_id = ? order by s.id desc limit 200",
        Shipments::row,
        accountId);
  }

  /** The artist's list of parcels. Filters: shipment, status, item, recipient. */
  public Slice<ShipmentRow> find(long accountId, String artistCode, ListQuery query) {
    Where where =
        new Where()
            .equal("i.artist_id", studios.enter(accountId, artistCode).id())
            .startsWith("s.code", query.filter("shipment"))
            .equal("s.status", query.filter("status"))
            .contains("i.name", query.filter("item"))
            .contains("d.recipient", query.filter("recipient"));
    List<ShipmentRow> rows =
        sql.list(
            COLUMNS + FROM + where.sql() + Where.order(query, SORTS, "s.id") + " limit ? offset ?",
            Shipments::row,
            where.parameters(query.size(), query.first()));
    return new Slice<>(
        rows, sql.number("select count(*)" + FROM + where.sql(), where.parameters()));
  }

  /**
   * Notes that the parcel is packed.
   *
   * @throws ShipmentNotFound if there is none, or it is another artist's
   * @throws ShipmentSent if it has left
   */
  @Audited("collection.pack")
  public void pack(long accountId, String artistCode, @Audited.Subject String code) {
    Parcel parcel = parcel(accountId, artistCode, code);
    sql.update(
        "update encore.shipment set status = 'PACKED', packed_at = ? where id = ?",
        clock.instant(),
        parcel.id());
  }

  /**
   * Notes that the parcel is on its way and tells the fan by mail.
   *
   * @param tracking the carrier's number; may be empty
   * @throws ShipmentNotFound if there is none, or it is another artist's
   * @throws ShipmentSent if it has left already
   */
  @Audited("collection.send")
  public void send(
      long accountId,
      String artistCode,
      @Audited.Subject String code,
      String carrier,
      String tracking) {
    Parcel parcel = parcel(accountId, artistCode, code);
    String number = tracking == null || tracking.isBlank() ? "-" : tracking.strip();
    sql.update(
        "update encore.shipment set status = 'SENT', carrier = ?, tracking = ?, sent_at = ?"
            + " where id = ?",
        carrier.strip(),
        number,
        clock.instant(),
        parcel.id());
    mails.sent(code, parcel.accountId(), parcel.itemName(), carrier.strip(), number);
  }

  private Parcel parcel(long accountId, String artistCode, String code) {
    Parcel parcel =
        sql.first(
                "select s.id, s.account_id, i.name, s.status from encore.shipment s"
                    + " join encore.item i on i.id = s.item_id"
                    + " where s.code = ? and i.artist_id = ? for update of s",
                row ->
                    new Parcel(
                        row.getLong(1),
                        row.getLong(2),
                        row.getString(3),
                        ShipmentStatus.valueOf(row.getString(4))),
                code,
                studios.enter(accountId, artistCode).id())
            .orElseThrow(ShipmentNotFound::new);
    if (parcel.status() == ShipmentStatus.SENT) {
      throw new ShipmentSent();
    }
    return parcel;
  }

  private static ShipmentRow row(ResultSet row) throws SQLException {
    return new ShipmentRow(
        row.getString("shipment"),
        Collections.item(row),
        row.getInt("quantity"),
        row.getString("cause"),
        ShipmentStatus.valueOf(row.getString("status")),
        address(row),
        row.getString("carrier"),
        row.getString("tracking"),
        Sql.instant(row, "requested_at"),
        Sql.instant(row, "sent_at"));
  }

  private static PostalAddress address(ResultSet row) throws SQLException {
    return row.getString("recipient") == null
        ? null
        : new PostalAddress(
            row.getString("recipient"),
            row.getString("postal_code"),
            row.getString("region"),
            row.getString("city"),
            row.getString("street"),
            row.getString("country"),
            row.getString("phone"));
  }
}
