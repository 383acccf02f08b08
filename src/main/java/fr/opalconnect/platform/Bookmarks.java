package fr.opalconnect.platform;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A paper's bookmarks: its headings, so that templates need not say them twice. Those of the second level lie below
/// the
/// title.
final class Bookmarks {
    private static final Pattern HEADING = Pattern.compile("(?s)<h([12])>(.*?)</h\\1>");

    private Bookmarks() {}

    /// @param html with headings that bear no attributes and hold only text
    static String in(String html) {
        StringBuilder first = new StringBuilder();
        StringBuilder second = new StringBuilder();
        StringBuilder body = new StringBuilder();
        Matcher heading = HEADING.matcher(html);
        int number = 0;
        while (heading.find()) {
            String id = "part-" + ++number;
            String name = heading.group(2).strip();
            boolean title = heading.group(1).equals("1");
            (title ? first : second)
                    .append("<bookmark name=\"%s\" href=\"#%s\"".formatted(name, id))
                    .append(title ? ">" : "/>");
            heading.appendReplacement(
                    body,
                    Matcher.quoteReplacement("<h%1$s id=\"%2$s\">%3$s</h%1$s>".formatted(heading.group(1), id, name)));
        }
        heading.appendTail(body);
        String all = first.isEmpty() ? second.toString() : first.toString() + second + "</bookmark>";
        return body.toString().replace("</head>", "<bookmarks>" + all + "</bookmarks></head>");
    }
}
