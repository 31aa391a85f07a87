/** Rewards for programs. */
package fan.encore.reward.api;
