package fan.encore.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Links in mails to pages that are somebody's own. */
@ApplicationScoped
public class PersonalLinks {

  @Inject private Guests guests;

  @Inject
  @ConfigProperty(name = "ENCORE_BASE_URL")
  private String baseUrl;

  /**
   * The page's address. A guest can't sign in, so hers has a new pass in it: whoever reads her mail
   * sees what she bought, and nothing else.
   *
   * @param contact of the account
   * @param path such as {@code /my/order?code=ORD-1}
   */
  public String to(Contact contact, long accountId, String path) {
    return contact.guest()
        ? baseUrl
            + "/guest?pass="
            + guests.forMail(accountId)
            + "&next="
            + URLEncoder.encode(path, StandardCharsets.UTF_8)
        : open(path);
  }

  /**
   * The page's address without a pass, for messages that do not go to the guest's address: who gets
   * them has not shown that its mail is hers.
   */
  public String open(String path) {
    return baseUrl + path;
  }
}
