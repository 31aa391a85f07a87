/** The pages of the log: what is promised, every leaf, and how all of it is computed. */
package fan.encore.fairness.web;
