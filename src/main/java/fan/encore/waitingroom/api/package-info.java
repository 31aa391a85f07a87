/** The waiting room for programs. */
package fan.encore.waitingroom.api;
