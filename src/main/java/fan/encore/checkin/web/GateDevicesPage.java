package fan.encore.checkin.web;

import fan.encore.account.Roles;
import fan.encore.checkin.GateDevice;
import fan.encore.checkin.GateDevices;
import fan.encore.checkin.Keeper;
import fan.encore.security.web.Browser;
import fan.encore.security.web.Caller;
import fan.encore.ticket.QrCode;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The devices that scan at an event. */
@Named
@ViewScoped
public class GateDevicesPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private GateDevices devices;
  @Inject private Caller caller;
  @Inject private Browser browser;

  private String deviceName;
  private String link;

  public List<GateDevice> of(String slug) {
    return devices.of(slug, keeper());
  }

  /** Shows the code that enrols one device, for 10 minutes. */
  public void invite(String slug) {
    link = devices.invite(slug, deviceName, keeper()).link();
    deviceName = null;
  }

  public void revoke(String slug, GateDevice device) {
    devices.revoke(slug, device.id(), keeper());
    browser.goTo("/studio/door?slug=" + slug + "&done=revoked");
  }

  /** The address that enrols a device, or null before one was invited. */
  public String getLink() {
    return link;
  }

  public QrCode getQr() {
    return QrCode.of(link);
  }

  public String getDeviceName() {
    return deviceName;
  }

  public void setDeviceName(String deviceName) {
    this.deviceName = deviceName;
  }

  private Keeper keeper() {
    return new Keeper(caller.id(), null, caller.is(Roles.ADMIN));
  }
}
