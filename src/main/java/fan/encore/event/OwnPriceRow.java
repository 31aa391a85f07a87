package fan.encore.event;

/**
 * An event or a ticket type whose fee or tax is its own.
 *
 * @param slug of the event
 * @param currency ISO 4217, of the fee's amounts
 * @param ticketType name of the type, or null for the whole event
 * @param fee null where the fee is not its own
 * @param tax null where the tax is not its own
 */
public record OwnPriceRow(
    String slug, String title, String currency, String ticketType, FeeRule fee, TaxRule tax) {}
