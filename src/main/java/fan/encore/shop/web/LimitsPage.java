package fan.encore.shop.web;

import fan.encore.security.web.Caller;
import fan.encore.shared.Texts;
import fan.encore.shop.SpendingLimits;
import fan.encore.shop.SpendingState;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** {@code /my/limits}: what a fan may buy this month, and her own limit. */
@Named
@ViewScoped
public class LimitsPage implements Serializable {

  @Inject private SpendingLimits limits;
  @Inject private Caller caller;

  private SpendingState state;
  private Long yen;

  public void load() {
    show(limits.of(caller.id()));
  }

  /** Sets the own limit; an empty field is none. */
  public void save() {
    show(limits.set(caller.id(), yen));
    String said = state.nextAt() == null ? "shop.limits.saved" : "shop.limits.later";
    FacesContext.getCurrentInstance()
        .addMessage(null, new FacesMessage(Texts.get(caller.locale(), said)));
  }

  public SpendingState getState() {
    return state;
  }

  public Long getYen() {
    return yen;
  }

  public void setYen(Long yen) {
    this.yen = yen;
  }

  private void show(SpendingState now) {
    state = now;
    yen = now.ownLimit() == null ? null : now.ownLimit().minor();
  }
}
