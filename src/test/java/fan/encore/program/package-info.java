/**
 * Encore from outside, as programs meet it: over HTTP and nothing else.
 *
 * <p>Everything here runs against {@link fan.encore.local.RunningEncore} and changes only accounts
 * and events of its own, so the order of the tests does not matter and they may visit a server that
 * runs already.
 */
package fan.encore.program;
