package fan.encore.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class GuestAddressTest {

  @Test
  void whatArrivesInOneLetterBoxIsOneGuest() {
    assertEquals("rin@fans.example", GuestAddress.of(" Rin@Fans.example"));
    assertEquals("rin@fans.example", GuestAddress.of("rin+second@fans.example"));
    assertEquals("rintanaka@gmail.com", GuestAddress.of("rin.tanaka+x@googlemail.com"));
  }

  @Test
  void otherLetterBoxesAreOtherGuests() {
    assertNotEquals(GuestAddress.of("rin@fans.example"), GuestAddress.of("rin@fans.test"));
    assertNotEquals(
        GuestAddress.of("r.in@fans.example"), GuestAddress.of("rin@fans.example"), "dots count");
    assertEquals("+rin@fans.example", GuestAddress.of("+rin@fans.example"));
  }

  @Test
  void anAccountIsNeverAGuest() {
    for (AccountStatus status : AccountStatus.values()) {
      assertEquals(false, AccountStatus.GUEST.canBecome(status), status.name());
      assertEquals(false, status.canBecome(AccountStatus.GUEST), status.name());
    }
  }
}
