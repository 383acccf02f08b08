package fr.opalconnect.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/// Where a request comes from, as limits count it: an IPv4 address, or the /64 that a household or an office has.
/// Proxies' headers are Tomcat's business: what it believes is what `getRemoteAddr` says.
public final class Network {
    private Network() {}

    public static String of(HttpServletRequest request) {
        return of(request.getRemoteAddr());
    }

    static String of(String address) {
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            return parsed instanceof Inet6Address six
                    ? HexFormat.of().formatHex(six.getAddress(), 0, 8) + "/64"
                    : parsed.getHostAddress();
        } catch (IllegalArgumentException e) {
            return address; // a proxy's own word for somebody, such as 'unknown'
        }
    }
}
