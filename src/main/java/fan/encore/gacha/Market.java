package fan.encore.gacha;

import fan.encore.shared.Money;
import java.util.OptionalLong;

/**
 * What the law of a market asks of paid draws; the sources are beside the rows in the migration.
 *
 * @param code {@code JP}, {@code EU}, ..., {@code OTHER} for all that is not listed
 * @param minimumAge full years, 0 = none
 * @param birthDateRequired whether a fan without a birth date is kept from paid draws
 * @param directPurchaseRequired whether the prize must be for sale in money too, not by diamonds
 *     alone
 * @param setRewardAllowed whether there may be a valued reward for completing a set
 * @param rareCostDraws draws that a rare item may cost on average without further notice
 * @param rareCost money that it may cost on average without further notice, or null
 */
public record Market(
    String code,
    boolean gachaAllowed,
    int minimumAge,
    boolean birthDateRequired,
    boolean oddsBeforePaying,
    boolean realPriceShown,
    boolean directPurchaseRequired,
    boolean setRewardAllowed,
    OptionalLong rareCostDraws,
    Money rareCost) {

  /** The market of all countries that have no law of their own here. */
  public static final String OTHER = "OTHER";
}
