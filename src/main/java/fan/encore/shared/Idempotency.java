package fan.encore.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Supplier;

/**
 * Same key, same answer. The key, a hash of the request and the answer are stored in the caller's
 * transaction and kept for good: a second call with the key waits for the first one's transaction
 * and gets its answer; a refusal rolls back and leaves the key free.
 */
@ApplicationScoped
public class Idempotency {

  private final Sql sql;

  @Inject
  public Idempotency(Sql sql) {
    this.sql = sql;
  }

  /** For the container's proxy. */
  protected Idempotency() {
    this(null);
  }

  /**
   * @param scope the use case, such as {@code gacha.draw}
   * @param key what the client chose, 1 to 200 characters
   * @param request canonical text of the request; only its hash is stored
   * @param work runs at most once per key and returns the answer to store
   * @return the answer of the first call
   * @throws KeyReused if the key came with another request before
   */
  public String once(
      long accountId, String scope, String key, String request, Supplier<String> work) {
    String hash = Codes.sha256(request);
    int claimed =
        sql.update(
            "insert into encore.idempotent_call (account_id, scope, call_key, request_hash)"
                + " values (?, ?, ?, ?) on conflict do nothing",
            accountId,
            scope,
            key,
            hash);
    if (claimed == 0) {
      return earlier(accountId, scope, key, hash);
    }
    String answer = work.get();
    sql.update(
        "update encore.idempotent_call set answer = ? where account_id = ? and scope = ? and call_key = ?",
        answer,
        accountId,
        scope,
        key);
    return answer;
  }

  private String earlier(long accountId, String scope, String key, String hash) {
    return sql.first(
            "select request_hash, answer from encore.idempotent_call where account_id = ? and scope = ? and call_key = ?",
            row -> {
              if (!row.getString(1).equals(hash)) {
                throw new KeyReused();
              }
              return row.getString(2);
            },
            accountId,
            scope,
            key)
        .orElseThrow(() -> new IllegalStateException("An idempotent call vanished"));
  }

  /** The key was used with another request. */
  public static final class KeyReused extends BusinessError {
    public KeyReused() {
      super(Kind.INVALID, "shared.idempotency_key_reused");
    }
  }
}
