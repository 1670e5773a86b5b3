package io.github.devserver4j.jetty.runserver.reload;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.jetty.session.ManagedSession;
import org.eclipse.jetty.session.SessionData;

/**
 * A session between two class loaders.
 *
 * @param data without its attributes
 * @param attributes as bytes; an array that is empty stands for one that can't be serialized
 * @param types the classes of the attributes, to be told if one is lost
 */
record SerializedSession(SessionData data, Map<String, byte[]> attributes, Map<String, String> types) {

    static SerializedSession of(ManagedSession session) {
        session.onSessionPassivation();
        SessionData data = session.getSessionData();
        Map<String, byte[]> attributes = new LinkedHashMap<>();
        Map<String, String> types = new LinkedHashMap<>();
        data.getAllAttributes().forEach((name, value) -> {
            attributes.put(name, bytes(value));
            types.put(name, value.getClass().getName());
        });
        session.onSessionActivation(); // requests that are in flight go on using it
        return new SerializedSession(copy(data), attributes, types);
    }

    String id() {
        return data.getId();
    }

    /** The session with classes of this loader. */
    SessionData read(ClassLoader loader, Consumer<String> lost) {
        SessionData read = copy(data);
        attributes.forEach((name, bytes) -> {
            try {
                read.setAttribute(name, object(bytes, loader));
            } catch (IOException | ClassNotFoundException | RuntimeException | LinkageError failure) {
                String reason = bytes.length == 0 ? "is not serializable" : "can't be read: " + failure.getMessage();
                lost.accept("the session attribute " + name + " (" + types.get(name) + ") " + reason);
            }
        });
        return read;
    }

    private static SessionData copy(SessionData data) {
        SessionData copy = new SessionData(
                data.getId(),
                data.getContextPath(),
                data.getVhost(),
                data.getCreated(),
                data.getAccessed(),
                data.getLastAccessed(),
                data.getMaxInactiveMs());
        copy.setCookieSet(data.getCookieSet());
        copy.setExpiry(data.getExpiry());
        copy.setLastNode(data.getLastNode());
        return copy;
    }

    private static byte[] bytes(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        } catch (IOException | RuntimeException | StackOverflowError notSerializable) {
            return new byte[0];
        }
        return bytes.toByteArray();
    }

    private static Object object(byte[] bytes, ClassLoader loader) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new LoadedBy(new ByteArrayInputStream(bytes), loader)) {
            return in.readObject();
        }
    }

    private static final class LoadedBy extends ObjectInputStream {
        private final ClassLoader loader;

        LoadedBy(InputStream in, ClassLoader loader) throws IOException {
            super(in);
            this.loader = loader;
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
            try {
                return Class.forName(description.getName(), false, loader);
            } catch (ClassNotFoundException primitiveOrGone) {
                return super.resolveClass(description);
            }
        }
    }
}
