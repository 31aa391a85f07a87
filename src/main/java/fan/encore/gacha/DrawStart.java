package fan.encore.gacha;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/**
 * Where a fan stands before a draw; her chain is locked.
 *
 * @param earlierCode the draw that this key made before, or null
 * @param country ISO 3166-1 alpha-2 code of the profile
 * @param birthDate of the profile, or null
 */
record DrawStart(
    long chainId,
    String commitment,
    byte[] serverSeed,
    long nonce,
    State state,
    String earlierCode,
    String earlierHash,
    String country,
    LocalDate birthDate) {

  static DrawStart of(ResultSet row) throws SQLException {
    return new DrawStart(
        row.getLong("chain_id"),
        row.getString("commitment"),
        row.getBytes("server_seed"),
        row.getLong("nonce"),
        State.parse(row.getString("state")),
        row.getString("earlier_code"),
        row.getString("earlier_hash"),
        row.getString("country"),
        row.getObject("birth_date", LocalDate.class));
  }
}
