package nl.wijkvergelijk.http;

import io.netty.util.NetUtil;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Who asks, as limits count: the account, or without one the address. Of IPv6 the first 64 bits count, since one subscriber has all addresses below them. */
final class Client {

    static final String ACCOUNT = "account ";

    private static final int IPV6 = 16;
    private static final int NETWORK = 8;

    private Client() {}

    /** Whoever is signed in, else the address. */
    static String of(RoutingContext context, int proxies) {
        return isSignedIn(context)
                ? account(((QuarkusHttpUser) context.user())
                        .getSecurityIdentity()
                        .getPrincipal()
                        .getName())
                : address(context.request(), proxies);
    }

    static boolean isSignedIn(RoutingContext context) {
        return context.user() instanceof QuarkusHttpUser user
                && !user.getSecurityIdentity().isAnonymous();
    }

    static String account(String name) {
        return ACCOUNT + name;
    }

    /** The address that the outermost of our own proxies saw, else that of the connection. */
    static String address(HttpServerRequest request, int proxies) {
        String[] forwarded = proxies == 0
                ? new String[0]
                : request.headers().getAll("X-Forwarded-For").stream()
                        .flatMap(header -> Stream.of(header.split(",")))
                        .map(String::strip)
                        .toArray(String[]::new);
        SocketAddress peer = request.remoteAddress();
        String connected = peer == null || peer.hostAddress() == null ? "" : peer.hostAddress();
        return "address "
                + (proxies > 0 && proxies <= forwarded.length
                        ? network(forwarded[forwarded.length - proxies]).orElse(connected)
                        : network(connected).orElse(connected));
    }

    /** An address, or of IPv6 its network; empty when it is none. */
    static Optional<String> network(String address) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null) {
            return Optional.empty();
        }
        try {
            // What IPv4 looks like in IPv6 becomes IPv4 here.
            byte[] real = InetAddress.getByAddress(bytes).getAddress();
            if (real.length == IPV6) {
                Arrays.fill(real, NETWORK, IPV6, (byte) 0);
            }
            return Optional.of(InetAddress.getByAddress(real).getHostAddress());
        } catch (UnknownHostException impossible) {
            return Optional.empty();
        }
    }
}
