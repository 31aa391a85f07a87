/** The pages of rewards and deliveries: the fan's, the artist's and the administrator's. */
package fan.encore.reward.web;
