package fan.encore.event.web;

import fan.encore.event.EventDetail;
import fan.encore.event.EventDetail.TypeDetail;
import fan.encore.event.TypeRules;
import fan.encore.event.TypeRules.Part;
import fan.encore.event.TypeRules.Presale;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One thing that a fan should know about a ticket type before she chooses it.
 *
 * @param key of the sentence in the bundle
 * @param first its first value, as the second null where it has none
 * @param at a time that is its third value, or null
 */
public record TypeNote(String key, Object first, Object second, Instant at) {

  static List<TypeNote> of(TypeDetail type, EventDetail event) {
    TypeRules rules = type.rules();
    List<TypeNote> notes = new ArrayList<>();
    for (Part part : rules.parts()) {
      notes.add(note("gives", part.quantity(), name(event, part.ticketTypeId()), null));
    }
    if (rules.baseTypeId() != null) {
      notes.add(note("needs", name(event, rules.baseTypeId()), rules.maxPerBase(), null));
    }
    if (rules.minPerOrder() > 1) {
      notes.add(note("minimum", rules.minPerOrder(), null, null));
    }
    if (rules.maxPerPerson() != null) {
      notes.add(note("per_person", rules.maxPerPerson(), null, null));
    }
    if (rules.openPrice()) {
      notes.add(note("open_price", type.price(), null, null));
    }
    for (Presale presale : rules.presales()) {
      notes.add(
          note(
              "presale_" + presale.kind(),
              presale.amount(),
              presale.subject().equals(event.artistCode()) ? event.artistName() : presale.subject(),
              presale.opensAt()));
    }
    return notes;
  }

  private static TypeNote note(String word, Object first, Object second, Instant at) {
    return new TypeNote("event.note." + word, first, second, at);
  }

  private static String name(EventDetail event, long typeId) {
    return event.types().stream()
        .filter(type -> type.id() == typeId)
        .map(TypeDetail::name)
        .findFirst()
        .orElse("");
  }
}
