package nl.wijkvergelijk.survey.request;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.UriBuilder;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Says where the other pages of a list are, with the same filters and order. */
class PageFilter {

    private final RoutingContext context;

    PageFilter(RoutingContext context) {
        this.context = context;
    }

    @ServerResponseFilter
    public void link(ContainerResponseContext response) {
        if (response.getEntity() instanceof Paged paged) {
            response.getHeaders()
                    .putSingle("Link", String.join(", ", links(context.request().uri(), paged)));
        }
    }

    private static List<String> links(String uri, Paged paged) {
        Page page = paged.page();
        long last = page.last(paged.total());
        List<String> links = new ArrayList<>();
        links.add(link(uri, page, 1, "first"));
        if (page.number() > 1) {
            links.add(link(uri, page, Math.min(page.number() - 1L, last), "prev"));
        }
        if (page.number() < last) {
            links.add(link(uri, page, page.number() + 1L, "next"));
        }
        links.add(link(uri, page, last, "last"));
        return links;
    }

    private static String link(String uri, Page page, long number, String relation) {
        String address = UriBuilder.fromUri(uri)
                .scheme(null)
                .host(null)
                .port(-1)
                .replaceQueryParam("page", number)
                .replaceQueryParam("pageSize", page.size())
                .build()
                .toString();
        return "<" + address + ">; rel=\"" + relation + "\"";
    }
}
