package fan.encore.gacha;

import java.time.Instant;

/**
 * A fan's chain of draws in one group of banners: one committed server seed and numbers without
 * gaps.
 *
 * @param group the banners that share it; a banner alone is a group of its own
 * @param epoch 1 for the fan's first chain in the group, rising by 1
 * @param commitment hexadecimal SHA-256 of the server seed, in the log since it was opened
 * @param nextNonce the number of the next draw, counting from 0: how many draws were made with it
 * @param state canonical JSON of pity, points and steps: where the next draw starts from
 * @param previous the commitment of the chain before, or null
 * @param revealedAt when the seed was told, or null while it is secret
 * @param seed the server seed in hexadecimal, or null while it is secret
 */
public record Chain(
    String group,
    int epoch,
    String commitment,
    long nextNonce,
    String state,
    String previous,
    Instant openedAt,
    Instant revealedAt,
    String seed) {}
