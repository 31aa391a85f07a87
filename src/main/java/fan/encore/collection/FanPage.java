package fan.encore.collection;

import java.util.List;

/**
 * What a fan lets others see of her.
 *
 * @param code other fans find her by it, whether the page is public or not
 * @param isPublic whether anybody may open the page
 * @param name what she calls herself
 * @param items her showcase, at most six
 */
public record FanPage(String code, boolean isPublic, String name, List<Item> items) {}
