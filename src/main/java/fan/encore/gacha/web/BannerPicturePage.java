package fan.encore.gacha.web;

import fan.encore.gacha.BannerPictures;
import fan.encore.security.web.Browser;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;

/** Uploads the picture of a banner. */
@Named
@RequestScoped
public class BannerPicturePage {

  @Inject private BannerPictures pictures;
  @Inject private Caller caller;
  @Inject private Browser browser;

  private Part picture;

  public void upload(String code) throws IOException {
    try (InputStream bytes = picture.getInputStream()) {
      pictures.show(caller.id(), code, bytes.readAllBytes());
    }
    browser.goTo("/studio/banner?code=" + code + "&done=picture");
  }

  public Part getPicture() {
    return picture;
  }

  public void setPicture(Part picture) {
    this.picture = picture;
  }
}
