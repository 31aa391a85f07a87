package fan.encore.finance;

/**
 * What was found at one place of a settlement file: a line, or something unreadable, or the end.
 *
 * @param line number of the line, from 1
 * @param theirs null unless the line could be read
 * @param skipped null unless it could not
 */
public record FileLine(long fileId, int line, Theirs theirs, Skipped skipped) {

  /**
   * A line that could not be read.
   *
   * @param reason end of the key {@code finance.skip.<reason>}
   * @param detail what was found
   * @param raw the line as it was written, at most 2,000 characters
   */
  public record Skipped(String reason, String detail, String raw) {}

  /** Whether it stands behind the last line of its file. */
  public boolean end() {
    return theirs == null && skipped == null;
  }
}
