package fan.encore.waitingroom.web;

import fan.encore.waitingroom.OpenRoom;
import fan.encore.waitingroom.RoomFigures;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** What an organizer types about a waiting room; times are local times of the venue. */
public class QueueForm implements Serializable {

  private static final Duration EARLIER = Duration.ofMinutes(30);
  private static final int LEAST = 60;
  private static final int MOST = 1200;
  private static final int MINUTES = 10;

  private LocalDateTime opensAt;
  private LocalDateTime drawAt;
  private int leastPerMinute = LEAST;
  private int mostPerMinute = MOST;
  private int admissionMinutes = MINUTES;
  private RoomFigures known;

  /** Half an hour before the sale, drawn when it begins. */
  static QueueForm proposed(Instant sale, String zone) {
    QueueForm form = new QueueForm();
    form.opensAt = LocalDateTime.ofInstant(sale.minus(EARLIER), ZoneId.of(zone));
    form.drawAt = LocalDateTime.ofInstant(sale, ZoneId.of(zone));
    return form;
  }

  static QueueForm of(RoomFigures room) {
    QueueForm form = proposed(room.drawAt(), room.zone());
    form.opensAt = LocalDateTime.ofInstant(room.opensAt(), ZoneId.of(room.zone()));
    form.leastPerMinute = room.leastPerMinute();
    form.mostPerMinute = room.mostPerMinute();
    form.admissionMinutes = room.admissionMinutes();
    form.known = room;
    return form;
  }

  /** The page shows minutes; a time that was not touched keeps its seconds. */
  OpenRoom wanted(String zone) {
    Instant opens = opensAt.atZone(ZoneId.of(zone)).toInstant();
    Instant draw = drawAt.atZone(ZoneId.of(zone)).toInstant();
    return new OpenRoom(
        known != null && sameMinute(known.opensAt(), opens) ? known.opensAt() : opens,
        known != null && sameMinute(known.drawAt(), draw) ? known.drawAt() : draw,
        leastPerMinute,
        mostPerMinute,
        admissionMinutes);
  }

  private static boolean sameMinute(Instant one, Instant other) {
    return Math.floorDiv(one.getEpochSecond(), 60L) == Math.floorDiv(other.getEpochSecond(), 60L);
  }

  public LocalDateTime getOpensAt() {
    return opensAt;
  }

  public void setOpensAt(LocalDateTime opensAt) {
    this.opensAt = opensAt;
  }

  public LocalDateTime getDrawAt() {
    return drawAt;
  }

  public void setDrawAt(LocalDateTime drawAt) {
    this.drawAt = drawAt;
  }

  public int getLeastPerMinute() {
    return leastPerMinute;
  }

  public void setLeastPerMinute(int leastPerMinute) {
    this.leastPerMinute = leastPerMinute;
  }

  public int getMostPerMinute() {
    return mostPerMinute;
  }

  public void setMostPerMinute(int mostPerMinute) {
    this.mostPerMinute = mostPerMinute;
  }

  public int getAdmissionMinutes() {
    return admissionMinutes;
  }

  public void setAdmissionMinutes(int admissionMinutes) {
    this.admissionMinutes = admissionMinutes;
  }
}
