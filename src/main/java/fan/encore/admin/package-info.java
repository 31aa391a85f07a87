/**
 * Dashboards and consoles of administrators: the overview of the day, health, batch jobs and the
 * tables' shared lazy rows. The pages of a feature live in that feature's {@code web}; what spans
 * features is here.
 *
 * <p>Promises: whatever an administrator changes is a use case of a feature or of {@link
 * fan.encore.admin.JobControl}, and in the audit trail. {@link fan.encore.admin.Health} answers
 * within seconds, whatever is down.
 *
 * <p>Announces nothing, hears nothing. Owns no table: it reads what the features committed, in one
 * statement where it can.
 *
 * <p>Locks: none of its own; a run of a job is taken through {@link fan.encore.finance.JobRuns}.
 */
package fan.encore.admin;
