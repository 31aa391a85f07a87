/**
 * Reservations hold tickets for minutes, orders sell them for good.
 *
 * <p>Promises: a hold is one round trip and safe to repeat; what is not paid in time is free again
 * within seconds; a payment always ends in tickets or in a refund, however late, often or out of
 * order it is reported. A declined payment changes nothing: the reservation lives on until its own
 * end, so that the fan can pay again. What a promo code takes off is in the price of each ticket,
 * shown with its list price from the quote to the order.
 *
 * <p>Where a ticket is a seat, the same call holds the seats that are named, or the best ones;
 * seats follow the reservation by themselves ({@code seat}).
 *
 * <p>Orders that concern nothing but their reservation are placed for many fans in one transaction
 * ({@link fan.encore.order.SaleDesk}, {@code place_orders}), which passes over reservations that
 * somebody has locked; those, and whatever has to be refused, are tried alone.
 *
 * <p>A cart pays several orders of one fan in one currency with one payment ({@link
 * fan.encore.order.CartCheckout}); each keeps its own hold and its own end. {@code cart_order} says
 * which part of the payment is for which order and never changes, so a capture is always shared out
 * to the last unit: each order is sold, or its part goes back, whatever became of the others.
 *
 * <p>What guests bought comes into an account when its owner asks for it: one with the same
 * confirmed address, or one whose owner shows a pass of the guest's mail ({@link
 * fan.encore.order.GuestOrders}). Orders move with their reservations, payments, tickets and shares
 * of limits in one transaction; codes of tickets stay good.
 *
 * <p>A reservation may keep a ticket that a fan sells on instead of tickets of the stock; when it
 * is paid, {@link fan.encore.order.ResaleDue} asks for it, and whoever keeps such offers gives it.
 *
 * <p>Announces: {@link fan.encore.order.OrderPaid} in the transaction that sells the tickets,
 * {@link fan.encore.order.SeatsRefunded} in the one that gives tickets back, then {@link
 * fan.encore.order.OrderRefunded} if none is left. Hears: {@code PaymentCaptured} and {@code
 * PaymentClosed} with purpose {@code TICKETS}; the subject is the order's code, or the cart's.
 *
 * <p>Invariants: one order for a reservation; total = tickets + fee - voucher; the held lines of
 * all live reservations add up to the held stock, the lines of all paid orders less their refunded
 * tickets to the sold stock; no ticket is given back twice ({@code refunded_seat}), and no more
 * money than was paid.
 *
 * <p>Locks: the row lock of a reservation guards the reservation, its order and their lines; the
 * payment's row comes before it, the stock's advisory locks after it, then quotas, then promo
 * codes. A cart locks all its reservations by number, then all its types ({@code lock_cart}), then
 * works through its events in the order of their numbers. Expiry skips rows that others have
 * locked. All that a hold takes is taken by {@code hold_tickets} or for many at once by {@code
 * hold_many}, and taken again for a late payment by {@code retake_hold}; whatever sets the status
 * that ends a hold or refunds an order gives codes and limits back, by triggers at the commit.
 */
package fan.encore.order;
