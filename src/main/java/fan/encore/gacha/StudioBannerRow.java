package fan.encore.gacha;

import java.io.Serializable;
import java.time.Instant;

/**
 * A banner in its artist's list.
 *
 * @param phase where it stands, or null while it was never published
 * @param version the latest published version, 0 for none
 * @param draftAt when its draft was saved last, or null when there is none
 */
public record StudioBannerRow(
    String code, String title, String artistName, Phase phase, int version, Instant draftAt)
    implements Serializable {}
