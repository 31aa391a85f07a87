package fan.encore.app.api;

import fan.encore.shared.ListQuery;
import fan.encore.shared.Slice;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Function;

/**
 * One page of a list as programs see it; the {@code Link} header leads to its neighbours (RFC
 * 8288).
 *
 * @param page from 0
 * @param size rows of a full page
 * @param total rows of the whole list
 */
public record Paged<T>(List<T> items, int page, int size, long total) {

  /** Most rows of a page. */
  private static final int MOST = 100;

  /**
   * The answer of a list that is read a page at a time.
   *
   * @param page as it was asked for, from 0
   * @param size as it was asked for; nobody gets more than a hundred rows at once
   * @param list the service's method
   */
  public static <R, T> Response answer(
      UriInfo uri, int page, int size, Function<ListQuery, Slice<R>> list, Function<R, T> view) {
    int first = Math.max(0, page);
    int rows = Math.min(MOST, Math.max(1, size));
    return answer(uri, list.apply(ListQuery.page(first, rows)), first, rows, view);
  }

  /** The answer for a slice that was read for this page and size. */
  public static <R, T> Response answer(
      UriInfo uri, Slice<R> slice, int page, int size, Function<R, T> view) {
    List<T> items = slice.rows().stream().map(view).toList();
    Response.ResponseBuilder answer = Response.ok(new Paged<>(items, page, size, slice.total()));
    if (page > 0) {
      answer.link(at(uri, page - 1, size).build(), "prev");
    }
    if ((page + 1L) * size < slice.total()) {
      answer.link(at(uri, page + 1, size).build(), "next");
    }
    return answer.build();
  }

  private static UriBuilder at(UriInfo uri, int page, int size) {
    return UriBuilder.fromPath(uri.getRequestUri().getRawPath())
        .replaceQuery(uri.getRequestUri().getRawQuery())
        .replaceQueryParam("page", page)
        .replaceQueryParam("size", size);
  }
}
