/**
 * The administrators' overview, health and jobs, and what all consoles' tables share ({@link
 * fan.encore.admin.web.LazyRows}).
 */
package fan.encore.admin.web;
