package fan.encore.event;

import fan.encore.account.Roles;
import fan.encore.artist.Artists;
import fan.encore.audit.Audited;
import fan.encore.event.EventDetail.TypeDetail;
import fan.encore.event.TypeRulesDraft.PartDraft;
import fan.encore.event.TypeRulesDraft.PresaleDraft;
import fan.encore.shared.Sql;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.ZoneId;
import java.util.List;

/** Special rules of ticket types: limits, add-ons, bundles, hidden types, presales. */
@Stateless
@RolesAllowed({Roles.ORGANIZER, Roles.ADMIN})
public class TypeRuleBook {

  @Inject private Sql sql;
  @Inject private StudioEvents studio;
  @Inject private Artists artists;

  /**
   * Replaces a type's rules; they count for reservations made from now on. A limit per person
   * counts what is held and sold already.
   *
   * @throws EventNotFound if there is no such event, or it is somebody else's
   * @throws TicketTypeNotFound if the event has no such type, or no other one that is named
   * @throws TypeRulesWrong if the rules contradict each other
   */
  @Audited("event.type_rules")
  public void set(
      long accountId, @Audited.Subject String slug, String typeCode, @Valid TypeRulesDraft draft) {
    EventDetail event = studio.detail(accountId, slug);
    TypeDetail type = type(event, typeCode);
    refuseContradictions(type, draft);
    Long base = draft.baseType() == null ? null : type(event, draft.baseType()).id();
    if (base != null && (base == type.id() || isAddOn(event, base) || !draft.parts().isEmpty())) {
      throw new TypeRulesWrong("event.rules.add_on");
    }
    sql.update(
        "update encore.ticket_type set min_per_order = ?, max_per_person = ?, hidden = ?,"
            + " open_price = ?, base_type_id = ?, max_per_base = ?, bundle = ?, early = ?,"
            + " version = version + 1 where id = ?",
        draft.minPerOrder(),
        draft.maxPerPerson(),
        draft.hidden(),
        draft.openPrice(),
        base,
        draft.maxPerBase(),
        !draft.parts().isEmpty(),
        !draft.presales().isEmpty(),
        type.id());
    writeParts(event, type, draft.parts());
    writePresales(event, type, draft.presales());
    if (draft.maxPerPerson() != null) {
      sql.first("select encore.count_shares(?)", row -> true, type.id());
    }
  }

  private static void refuseContradictions(TypeDetail type, TypeRulesDraft draft) {
    if (draft.minPerOrder() > type.maxPerOrder()) {
      throw new TypeRulesWrong("event.rules.minimum");
    }
    if ((draft.baseType() == null) != (draft.maxPerBase() == null)) {
      throw new TypeRulesWrong("event.rules.add_on");
    }
    if (!draft.parts().isEmpty() && draft.openPrice()) {
      throw new TypeRulesWrong("event.rules.bundle");
    }
    if (type.held() + type.sold() > 0 && type.rules().bundle() == draft.parts().isEmpty()) {
      throw new TypeRulesWrong("event.rules.sold");
    }
  }

  private static boolean isAddOn(EventDetail event, long typeId) {
    return event.types().stream()
        .anyMatch(type -> type.id() == typeId && type.rules().baseTypeId() != null);
  }

  private void writeParts(EventDetail event, TypeDetail bundle, List<PartDraft> parts) {
    sql.update("delete from encore.bundle_part where bundle_type_id = ?", bundle.id());
    for (PartDraft part : parts) {
      TypeDetail given = type(event, part.ticketType());
      if (given.id() == bundle.id() || given.rules().bundle()) {
        throw new TypeRulesWrong("event.rules.bundle");
      }
      sql.update(
          "insert into encore.bundle_part (bundle_type_id, ticket_type_id, quantity)"
              + " values (?, ?, ?) on conflict (bundle_type_id, ticket_type_id)"
              + " do update set quantity = excluded.quantity",
          bundle.id(),
          given.id(),
          part.quantity());
    }
  }

  private void writePresales(EventDetail event, TypeDetail type, List<PresaleDraft> presales) {
    sql.update("delete from encore.presale where ticket_type_id = ?", type.id());
    ZoneId zone = ZoneId.of(event.zone());
    for (PresaleDraft presale : presales) {
      if (sql.number("select count(*) from encore.presale_kind where code = ?", presale.kind()) == 0
          || !LiveEvent.at(presale.opensAt(), zone).isBefore(type.saleFrom())) {
        throw new TypeRulesWrong("event.rules.presale");
      }
      sql.update(
          "insert into encore.presale (ticket_type_id, kind, subject, amount, opens_at)"
              + " values (?, ?, ?, ?, ?) on conflict (ticket_type_id, kind, subject)"
              + " do update set amount = excluded.amount, opens_at = excluded.opens_at",
          type.id(),
          presale.kind(),
          artists.byCode(presale.subject()).code(),
          presale.amount(),
          LiveEvent.at(presale.opensAt(), zone));
    }
  }

  private static TypeDetail type(EventDetail event, String code) {
    return event.types().stream()
        .filter(type -> type.code().equals(code))
        .findFirst()
        .orElseThrow(TicketTypeNotFound::new);
  }
}
