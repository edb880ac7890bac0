package nl.mtvp.verifier.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Strict JSON of objects, lists, texts, whole numbers, booleans and null; an object has a name once. */
final class Json {

    private static final String PLAIN = "\"\\\b\f\n\r\t/";
    private static final String ESCAPED = "\"\\bfnrt/";

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /** Maps in the order of the text, lists, strings, longs, booleans and null. */
    static Object read(String text) {
        var reader = new Json(text);
        var value = reader.value();
        reader.space();
        if (reader.at < text.length()) {
            throw reader.malformed();
        }
        return value;
    }

    private Object value() {
        space();
        return switch (at < text.length() ? text.charAt(at) : ' ') {
            case '{' -> object();
            case '[' -> list();
            case '"' -> string();
            case 'n' -> word("null", null);
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            default -> number();
        };
    }

    private Map<String, Object> object() {
        var object = new LinkedHashMap<String, Object>();
        at++;
        while (!closes('}', object.isEmpty())) {
            space();
            var name = string();
            space();
            expect(':');
            if (object.containsKey(name)) {
                throw new Unreadable("names '" + name + "' twice");
            }
            object.put(name, value());
        }
        return object;
    }

    private List<Object> list() {
        var list = new ArrayList<>();
        at++;
        while (!closes(']', list.isEmpty())) {
            list.add(value());
        }
        return list;
    }

    /** Whether the object or list ends here; if not, the comma before its next element is passed. */
    private boolean closes(char end, boolean first) {
        space();
        if (at < text.length() && text.charAt(at) == end) {
            at++;
            return true;
        }
        if (!first) {
            expect(',');
        }
        return false;
    }

    private String string() {
        expect('"');
        var plain = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            plain.append(character());
        }
        expect('"');
        return plain.toString();
    }

    private char character() {
        char next = text.charAt(at++);
        if (next != '\\') {
            if (next < ' ') {
                throw malformed();
            }
            return next;
        }
        int kind = at < text.length() ? ESCAPED.indexOf(text.charAt(at)) : -1;
        at++;
        if (kind >= 0) {
            return PLAIN.charAt(kind);
        }
        if (at + 4 > text.length() || !text.substring(at - 1, at + 4).matches("u[0-9a-fA-F]{4}")) {
            throw malformed();
        }
        at += 4;
        return (char) Integer.parseInt(text.substring(at - 4, at), 16);
    }

    private Long number() {
        int begin = at;
        while (at < text.length() && "-0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        var number = text.substring(begin, at);
        if (number.length() > 19 || !number.matches("-?(0|[1-9][0-9]*)")) {
            throw malformed();
        }
        return Long.valueOf(number);
    }

    private Object word(String word, Object value) {
        if (!text.startsWith(word, at)) {
            throw malformed();
        }
        at += word.length();
        return value;
    }

    private void space() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private void expect(char expected) {
        if (at >= text.length() || text.charAt(at) != expected) {
            throw malformed();
        }
        at++;
    }

    private Unreadable malformed() {
        return new Unreadable("is no JSON of whole numbers at character " + (at + 1));
    }
}
