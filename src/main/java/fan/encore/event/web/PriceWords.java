package fan.encore.event.web;

import fan.encore.event.EventDetail;
import fan.encore.event.EventDetail.TypeDetail;
import fan.encore.event.FeeRule;
import fan.encore.event.FeeRule.Payer;
import fan.encore.event.OwnPriceRow;
import fan.encore.event.TaxRule;
import fan.encore.security.web.Caller;
import fan.encore.shared.Money;
import fan.encore.shared.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says in a reader's language what fees and taxes come with a price, and who pays them. */
@Named
@RequestScoped
public class PriceWords {

  @Inject private Caller caller;

  /**
   * A fee as people say it: {@code 5 % + ¥100, at most ¥500}.
   *
   * @param currency ISO 4217, of the rule's amounts; null for a rule without amounts
   */
  public String fee(FeeRule rule, String currency) {
    if (rule.nothing()) {
      return say("event.fee.nothing");
    }
    String share = say("event.fee.share", TaxRule.percent(rule.shareBasisPoints()));
    if (rule.fixedMinor() > 0) {
      String fixed = new Money(rule.fixedMinor(), currency).format(locale());
      share = rule.shareBasisPoints() == 0 ? fixed : say("event.fee.sum", share, fixed);
    }
    Money least = new Money(rule.leastMinor(), currency == null ? "JPY" : currency);
    if (rule.mostMinor() == null) {
      return least.isZero() ? share : say("event.fee.least", share, least);
    }
    Money most = new Money(rule.mostMinor(), currency);
    return least.isZero()
        ? say("event.fee.most", share, most)
        : say("event.fee.bounds", share, least, most);
  }

  /** The fee of an event or type of its own; empty where it is not. */
  public String own(OwnPriceRow row) {
    return row.fee() == null
        ? ""
        : say("event.fees." + row.fee().payer(), fee(row.fee(), row.currency()));
  }

  /**
   * A tax of its own.
   *
   * @param rule null where it is not its own
   */
  public String tax(TaxRule rule) {
    if (rule == null) {
      return "";
    }
    return say(rule.included() ? "event.fees.included" : "event.fees.added", rule.percent());
  }

  /**
   * What comes on top of an event's prices or is in them: a sentence for all types, or for those it
   * names where they differ. Free types have neither fee nor tax.
   */
  public List<String> notes(EventDetail event) {
    List<TypeDetail> priced =
        event.types().stream()
            .filter(type -> type.rules().openPrice() || type.price().isPositive())
            .toList();
    List<String> notes = new ArrayList<>();
    notes.addAll(notes(priced, type -> ofFee(type.fee(), event.currency())));
    notes.addAll(notes(priced, type -> ofTax(type.tax())));
    return notes;
  }

  private List<String> notes(List<TypeDetail> types, Function<TypeDetail, String> sentence) {
    Map<String, List<TypeDetail>> bySentence =
        types.stream()
            .collect(Collectors.groupingBy(sentence, LinkedHashMap::new, Collectors.toList()));
    List<String> notes = new ArrayList<>();
    bySentence.forEach(
        (said, those) -> {
          if (!said.isEmpty()) {
            notes.add(bySentence.size() == 1 ? said : of(those, said));
          }
        });
    return notes;
  }

  private String of(List<TypeDetail> types, String said) {
    String names = types.stream().map(TypeDetail::name).collect(Collectors.joining(", "));
    return say("event.detail.note_for", names, said);
  }

  private String ofFee(FeeRule rule, String currency) {
    if (rule.nothing()) {
      return "";
    }
    return rule.payer() == Payer.ORGANIZER
        ? say("event.detail.fee_organizer")
        : say("event.detail.fee_note", fee(rule, currency));
  }

  private String ofTax(TaxRule rule) {
    if (rule.rateBasisPoints() == 0) {
      return "";
    }
    String key = rule.included() ? "event.detail.tax_included" : "event.detail.tax_added";
    return say(key, rule.percent());
  }

  private String say(String key, Object... values) {
    return Texts.get(locale(), key, values);
  }

  private Locale locale() {
    return caller.locale();
  }
}
