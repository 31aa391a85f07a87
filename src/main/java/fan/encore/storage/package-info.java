/**
 * Files that every node serves with the same bytes: pictures, ticket documents, reports. They live
 * in PostgreSQL, so that they are saved, restored and rolled back together with the rows that name
 * them.
 *
 * <p>Promises: {@link fan.encore.storage.Storage} keeps bytes under a path-like key, at most 20 MB
 * each. {@link fan.encore.storage.PublicFiles} hands those under {@code public/} to anybody; {@code
 * storage.web} serves them at {@code /media/}. A key made by {@link
 * fan.encore.storage.Storage#putPublic} contains the content's hash, so it never means other bytes
 * and may be cached for ever.
 *
 * <p>What only some people may have is on the {@link fan.encore.storage.FileShelf}: it leaves by
 * links that are signed and end soon, from our database ({@code /files/}) or, where one is
 * configured, from a bucket that speaks S3.
 *
 * <p>Texts of people that go into a file for spreadsheets pass {@link
 * fan.encore.storage.Spreadsheet}, so that none of them is a formula; {@link
 * fan.encore.storage.Cells} fills workbooks with numbers, dates and such texts.
 *
 * <p>Announces and hears nothing. Invariants: the hash belongs to the bytes; what is not under
 * {@code public/} never leaves through {@code /media/}. Locks: the last writer of a key wins.
 */
package fan.encore.storage;
