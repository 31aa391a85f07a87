package fan.encore.finance;

import fan.encore.shared.Money;
import java.time.Instant;

/**
 * An invoice or credit note in a list.
 *
 * @param code what is printed on it: {@code I-12-000001} or {@code C-12-000001}
 * @param credit whether it is a credit note
 * @param amount in money; of a credit note what goes back
 */
public record InvoiceRow(
    String code, boolean credit, String orderCode, Instant issuedAt, Money amount) {}
