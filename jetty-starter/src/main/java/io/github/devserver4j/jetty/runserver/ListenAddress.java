package io.github.devserver4j.jetty.runserver;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Where the server listens.
 *
 * @param host a name or an address, an IPv6 one without brackets
 * @param port 0 to 65535; 0 for any that is free
 */
record ListenAddress(String host, int port) {

    static final String DEFAULT_HOST = "127.0.0.1";

    private static final int MAX_PORT = 65_535;

    /** The URL of the application, with the port that was really taken. */
    String url(int boundPort) {
        String literal = host.contains(":") ? "[" + host + "]" : host;
        return "http://" + literal + ":" + boundPort + "/";
    }

    /** Reads {@code 8080}, {@code localhost:8080}, {@code 0.0.0.0:8080} and {@code [::1]:8080}. */
    static final class Converter implements ITypeConverter<ListenAddress> {
        @Override
        public ListenAddress convert(String text) {
            int colon = text.lastIndexOf(':');
            String host = colon < 0 ? DEFAULT_HOST : text.substring(0, colon);
            return new ListenAddress(hostOf(host, text), portOf(text.substring(colon + 1)));
        }

        private static String hostOf(String host, String text) {
            if (host.startsWith("[") && host.endsWith("]")) {
                return host.substring(1, host.length() - 1);
            }
            if (host.contains(":")) {
                throw new TypeConversionException(
                        "'%s' is not an address: write an IPv6 address in brackets, [::1]:8000".formatted(text));
            }
            return host.isEmpty() ? DEFAULT_HOST : host;
        }

        private static int portOf(String text) {
            try {
                int port = Integer.parseInt(text);
                if (port >= 0 && port <= MAX_PORT) {
                    return port;
                }
            } catch (NumberFormatException notANumber) {
                // told below
            }
            throw new TypeConversionException("'%s' is not a valid port number (0 to %d)".formatted(text, MAX_PORT));
        }
    }
}
