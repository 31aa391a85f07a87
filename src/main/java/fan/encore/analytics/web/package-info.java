/**
 * Pages and files about how events sell.
 *
 * <p>Promises: a file has the rows of the list that it was asked from.
 *
 * <p>Invariants: permissions are asked by the services; nothing here computes a figure.
 */
package fan.encore.analytics.web;
