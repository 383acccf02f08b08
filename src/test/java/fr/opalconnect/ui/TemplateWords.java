package fr.opalconnect.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a JTE template as its compiler would, and keeps what would reach people without passing through a message
/// bundle: letters between tags, and letters in the attributes that are read out.
final class TemplateWords {
    private static final Pattern LETTERS = Pattern.compile("\\p{L}{2,}");
    private static final Pattern READ_OUT =
            Pattern.compile("\\s(?:alt|title|aria-label|placeholder|label)=\"([^\"$]*\\p{L}{2,}[^\"]*)\"");
    private static final Pattern SENTENCE = Pattern.compile("(?<![-\\w]=)\"(\\p{Lu}\\p{Ll}+[^\"]*)\"");
    private static final Pattern CALL = Pattern.compile("@(?:template\\.[\\w.]+|if|elseif|for)\\(");
    private static final Pattern WORD = Pattern.compile("@(?:else|endif|endfor|raw|endraw)\\b");

    private final String source;
    private final List<String> found = new ArrayList<>();
    private int at;

    private TemplateWords(String source) {
        this.source = source;
    }

    static List<String> outsideBundles(String template) {
        String code = template.replaceAll("(?s)<%--.*?--%>", "").replaceAll("(?m)^@(import|param) .*$", "");
        TemplateWords words = new TemplateWords(code);
        words.html();
        for (Pattern pattern : List.of(READ_OUT, SENTENCE)) {
            for (Matcher match = pattern.matcher(code); match.find(); ) {
                words.found.add(match.group(1));
            }
        }
        return words.found;
    }

    /// Until the end, or the backtick that ends a block of content.
    private void html() {
        StringBuilder text = new StringBuilder();
        while (at < source.length() && source.charAt(at) != '`') {
            if (startsCode()) {
                text.append(' ');
            } else if (source.charAt(at) == '<') {
                tag();
                text.append(' ');
            } else {
                text.append(source.charAt(at++));
            }
        }
        for (Matcher letters = LETTERS.matcher(text.toString().replaceAll("&\\w+;", "")); letters.find(); ) {
            found.add(letters.group());
        }
    }

    private boolean startsCode() {
        for (Pattern pattern : List.of(CALL, WORD)) {
            Matcher match = pattern.matcher(source).region(at, source.length());
            if (match.lookingAt()) {
                at = match.end();
                if (pattern == CALL) {
                    code(')');
                }
                return true;
            }
        }
        if (source.startsWith("${", at) || source.startsWith("!{", at) || source.startsWith("$unsafe{", at)) {
            at = source.indexOf('{', at) + 1;
            code('}');
            return true;
        }
        return false;
    }

    private void tag() {
        while (at < source.length() && source.charAt(at) != '>') {
            if (!startsCode()) {
                at++;
            }
        }
        at++;
    }

    /// Java, until its bracket closes; content blocks inside it are HTML again.
    private void code(char end) {
        while (source.charAt(at) != end) {
            char next = source.charAt(at++);
            switch (next) {
                case '(' -> code(')');
                case '{' -> code('}');
                case '"' -> at = source.indexOf('"', at) + 1;
                case '`' -> {
                    html();
                    at++;
                }
                default -> {}
            }
        }
        at++;
    }
}
