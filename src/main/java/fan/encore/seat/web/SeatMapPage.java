package fan.encore.seat.web;

import fan.encore.seat.SeatMapRow;
import fan.encore.seat.SeatMapView;
import fan.encore.seat.SeatMaps;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The editor of one map; it saves by the API. */
@Named
@RequestScoped
public class SeatMapPage {

  @Inject private SeatMaps maps;
  @Inject private Caller caller;

  private String code;
  private SeatMapView view;

  public void open() {
    view = maps.byCode(caller.id(), code);
  }

  public SeatMapRow getMap() {
    return view.row();
  }

  /** The drawing as JSON. */
  public String getDocument() {
    return view.document();
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }
}
