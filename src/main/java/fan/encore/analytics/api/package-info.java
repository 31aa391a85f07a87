/**
 * How events sell, for the programs of organizers.
 *
 * <p>Promises: amounts in whole minor units in JSON, in major units with the currency's decimals in
 * files; the figures are those of the pages.
 */
package fan.encore.analytics.api;
