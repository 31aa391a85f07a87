package fan.encore.collection;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What may change about an item; the rest was promised when it was first offered. */
public record EditItem(
    @NotBlank @Size(max = 80) String name,
    @NotNull @Size(max = 2000) String description,
    boolean giftable) {}
