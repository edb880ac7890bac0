package nl.mtvp.kernel.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import nl.mtvp.kernel.testing.FuzzedRequests.Request;

/** What a service says to a request that was sent as bytes. Header names are in lower case. */
record FuzzedAnswer(int status, Map<String, String> headers, String body) {

    private static final int WAIT_MILLIS = 20_000;

    /** @return null when there is none */
    static FuzzedAnswer to(Request request, int port) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(WAIT_MILLIS);
            try {
                socket.getOutputStream().write(request.bytes());
                socket.getOutputStream().flush();
                if (request.cut()) {
                    socket.shutdownOutput();
                }
                return read(socket);
            } catch (SocketException refusedWhileSending) {
                return read(socket);
            }
        } catch (SocketException reset) {
            return null;
        }
    }

    private static FuzzedAnswer read(Socket socket) throws IOException {
        var all = new ByteArrayOutputStream();
        socket.getInputStream().transferTo(all);
        var text = all.toString(StandardCharsets.UTF_8);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return null;
        }
        var lines = text.substring(0, end).split("\r\n");
        if (lines[0].contains(" 100 ")) {
            return parsed(text.substring(end + 4));
        }
        return parsed(text);
    }

    private static FuzzedAnswer parsed(String text) {
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return null;
        }
        var lines = text.substring(0, end).split("\r\n");
        var headers = new TreeMap<String, String>();
        for (int at = 1; at < lines.length; at++) {
            int colon = lines[at].indexOf(':');
            headers.put(
                    lines[at].substring(0, colon).toLowerCase(Locale.ROOT),
                    lines[at].substring(colon + 1).strip());
        }
        var body = text.substring(end + 4);
        return new FuzzedAnswer(
                Integer.parseInt(lines[0].split(" ")[1]),
                headers,
                "chunked".equals(headers.get("transfer-encoding")) ? unchunked(body) : body);
    }

    /** Good enough for what is looked into: problems and lists, which come in one chunk or a few. */
    private static String unchunked(String chunks) {
        return chunks.replaceAll("(?m)^[0-9a-fA-F]{1,6}\r\n", "").replace("\r\n", "");
    }

    String shown() {
        return status + " " + headers + "\n" + body.substring(0, Math.min(600, body.length()));
    }
}
