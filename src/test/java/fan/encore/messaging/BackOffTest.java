package fan.encore.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackOffTest {

  @Test
  void waitsGrowFromSecondsToHours() {
    List<Duration> waits =
        IntStream.range(1, BackOff.TRIES)
            .mapToObj(failed -> BackOff.wait(BackOff.TRIES - failed))
            .toList();
    assertEquals(
        List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(6),
            Duration.ofHours(6)),
        waits);
  }
}
