package fan.encore.app.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/** Says of what is {@link ForEverybody} that caches may keep it for a second. */
@Provider
@ForEverybody
public class SharedAnswers implements ContainerResponseFilter {

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getStatus() == Response.Status.OK.getStatusCode()) {
      response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "public, max-age=0, s-maxage=1");
    }
  }
}
