package fan.encore.app.demo;

import fan.encore.collection.Rarity;
import fan.encore.shared.Sql;
import fan.encore.storage.FileShelf;
import fan.encore.storage.Storage;
import fan.encore.wallet.AccountRef;
import fan.encore.wallet.Ledger;
import fan.encore.wallet.Posting;
import fan.encore.wallet.Transfer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** What the goods on the shelf are made of. */
@ApplicationScoped
public class DemoGoods {

  private static final int MEDALS = 900;
  private static final int TONE_RATE = 8_000;
  private static final int TONE_SECONDS = 4;

  @Inject private Storage storage;
  @Inject private FileShelf shelf;
  @Inject private Ledger ledger;
  @Inject private Sql sql;

  String picture(Rarity rarity, String code) {
    String drawing = DemoArt.prize(rarity.name(), code);
    return storage.putPublic("item", "image/svg+xml", drawing.getBytes(StandardCharsets.UTF_8));
  }

  String song(String code) {
    String key = "item/" + code + "/demo.wav";
    shelf.put(key, "audio/wav", tone());
    return key;
  }

  void give(long fan, long artistId, List<Long> items, Instant now) {
    ledger.post(
        Posting.of(
            "demo.medals",
            "demo.medals:" + fan,
            "demo",
            Transfer.of(
                AccountRef.medalsIssued("demo", artistId),
                AccountRef.medals(fan, artistId),
                MEDALS)));
    sql.number("select encore.grant_items(?, ?, ?)", fan, items.toArray(Long[]::new), now);
  }

  /** A tone that fades away, as a WAV file of 8-bit mono. */
  private static byte[] tone() {
    int samples = TONE_RATE * TONE_SECONDS;
    ByteBuffer wav = ByteBuffer.allocate(44 + samples).order(ByteOrder.LITTLE_ENDIAN);
    wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + samples);
    wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    wav.putShort((short) 1).putShort((short) 1).putInt(TONE_RATE).putInt(TONE_RATE);
    wav.putShort((short) 1).putShort((short) 8);
    wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(samples);
    for (int n = 0; n < samples; n++) {
      double fade = 1 - (double) n / samples;
      wav.put((byte) (128 + 90 * fade * Math.sin(2 * Math.PI * 440 * n / TONE_RATE)));
    }
    return wav.array();
  }
}
