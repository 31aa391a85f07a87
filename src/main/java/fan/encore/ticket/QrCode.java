package fan.encore.ticket;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/** A QR code as squares, error correction M: 15 % of them may be lost (ISO/IEC 18004). */
public final class QrCode {

  /** Light squares that must surround the code on every side (ISO/IEC 18004, 6.3.8). */
  public static final int QUIET_ZONE = 4;

  private final ByteMatrix squares;

  private QrCode(ByteMatrix squares) {
    this.squares = squares;
  }

  /**
   * @param text at most some 2,000 characters
   */
  public static QrCode of(String text) {
    try {
      return new QrCode(Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix());
    } catch (WriterException e) {
      throw new IllegalArgumentException("This text does not fit a QR code", e);
    }
  }

  /** Squares on a side, without the quiet zone. */
  public int size() {
    return squares.getWidth();
  }

  /** Takes a dark run of squares in a row: column, row and length, from the top left corner. */
  @FunctionalInterface
  public interface Run {
    void dark(int column, int row, int length);
  }

  /** Names all dark squares as horizontal runs, row by row. */
  public void runs(Run run) {
    for (int row = 0; row < size(); row++) {
      int from = 0;
      while (from < size()) {
        int to = from;
        while (to < size() && squares.get(to, row) == 1) {
          to++;
        }
        if (to > from) {
          run.dark(from, row, to - from);
        }
        from = to + 1;
      }
    }
  }

  /**
   * The dark squares as data of an SVG path; one unit is one square, the quiet zone included: the
   * view box is {@code 0 0 side side} with {@link #side()}.
   */
  public String svgPath() {
    StringBuilder path = new StringBuilder(4096);
    runs(
        (column, row, length) ->
            path.append('M')
                .append(column + QUIET_ZONE)
                .append(' ')
                .append(row + QUIET_ZONE)
                .append('h')
                .append(length)
                .append("v1h-")
                .append(length)
                .append('z'));
    return path.toString();
  }

  /** Squares on a side, with the quiet zone on both ends. */
  public int side() {
    return size() + 2 * QUIET_ZONE;
  }
}
