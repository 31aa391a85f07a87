/**
 * Encore: fans back the artists they love and get what they paid for.
 *
 * <p>Each feature is one package on one floor; calls go down, facts go up, messages go out. {@code
 * ArchitectureTest} holds the list of floors and is the map of the system.
 */
package fan.encore;
