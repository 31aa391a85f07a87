/**
 * The audit trail: who did what to what, and how it ended.
 *
 * <p>Promises: {@link fan.encore.audit.Audited} on a use case writes one entry per call. What
 * succeeded is written in the use case's own transaction, so an act and its entry commit together;
 * what was refused or failed, the commit included, is written after the rollback in a transaction
 * of its own. {@link fan.encore.audit.Audit} records what happens inside a use case. {@link
 * fan.encore.audit.AuditTrail} is read by administrators.
 *
 * <p>The actor is the container's caller: an account number, {@code SYSTEM} for clocks and programs
 * of the house, {@code ANONYMOUS} for a visitor who is not signed in. No personal data: subjects
 * and details hold codes and account numbers.
 *
 * <p>Announces and hears nothing. Invariants: entries are never changed or deleted; the database
 * revokes and forbids it. Locks: none, rows are only appended.
 */
package fan.encore.audit;
