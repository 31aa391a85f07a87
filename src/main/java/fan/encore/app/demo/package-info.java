/**
 * Demonstration data: a service that looks lived in, at the first start with {@code
 * ENCORE_DEMO=true}.
 *
 * <p>Promises: everything is made by the use cases that people call, payments by the payment
 * provider, nothing by SQL; the same cast every time, dates relative to today. A second start adds
 * nothing.
 *
 * <p>Order: people and artists, banners, venues and events; then the node is ready, and two hundred
 * fans come in behind.
 */
package fan.encore.app.demo;
