package fr.opalconnect.notification.push;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/// The push services that we send to: browsers name theirs, and nobody is to name a machine in our network instead.
///
/// @param names a host, `*.` before a domain for all of its hosts, or `http://127.0.0.1:8765` for exactly that origin
public record PushHosts(List<String> names) {
    public PushHosts {
        names = List.copyOf(names);
    }

    public boolean take(URI endpoint) {
        String host = endpoint.getHost();
        if (host == null || endpoint.getRawUserInfo() != null || endpoint.getRawFragment() != null) {
            return false;
        }
        String origin = endpoint.getScheme() + "://" + endpoint.getRawAuthority();
        boolean usual = "https".equals(endpoint.getScheme()) && (endpoint.getPort() == -1 || endpoint.getPort() == 443);
        return names.stream()
                .anyMatch(name -> name.contains("://")
                        ? name.equals(origin)
                        : usual && matches(name, host.toLowerCase(Locale.ROOT)));
    }

    private static boolean matches(String name, String host) {
        return name.startsWith("*.") ? host.endsWith(name.substring(1)) : host.equals(name);
    }
}
