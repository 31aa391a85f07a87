package fan.encore.admin;

import java.util.List;

/**
 * A part that Encore lives by, and how it is.
 *
 * @param name {@code database}, {@code broker}, {@code mail}, {@code sms}, {@code provider}, {@code
 *     messages}, {@code jobs}, {@code log}, {@code fairness} or {@code node}
 * @param facts what was measured, in the order to show
 */
public record Vital(String name, Condition condition, List<Fact> facts) {}
