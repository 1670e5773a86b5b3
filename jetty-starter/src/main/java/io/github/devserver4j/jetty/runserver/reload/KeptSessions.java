package io.github.devserver4j.jetty.runserver.reload;

import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.eclipse.jetty.ee11.webapp.WebAppContext;
import org.eclipse.jetty.session.DefaultSessionCache;
import org.eclipse.jetty.session.ManagedSession;

/** Knows the sessions of a context, and hands them on to the next one. Thread-safe. */
final class KeptSessions implements HttpSessionListener, HttpSessionIdListener {

    private final Set<String> ids = ConcurrentHashMap.newKeySet();
    private final WebAppContext context;

    private KeptSessions(WebAppContext context) {
        this.context = context;
    }

    static KeptSessions of(WebAppContext context) {
        KeptSessions sessions = new KeptSessions(context);
        context.getSessionHandler().addEventListener(sessions);
        return sessions;
    }

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        ids.add(event.getSession().getId());
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        ids.remove(event.getSession().getId());
    }

    @Override
    public void sessionIdChanged(HttpSessionEvent event, String oldId) {
        ids.remove(oldId);
        ids.add(event.getSession().getId());
    }

    /** All sessions as they are now, free of the classes of the application. */
    List<SerializedSession> serialize() {
        DefaultSessionCache cache = cache();
        if (cache == null) {
            return List.of();
        }
        return ids.stream()
                .map(cache::doGet)
                .filter(Objects::nonNull)
                .filter(ManagedSession::isValid)
                .map(SerializedSession::of)
                .toList();
    }

    /** Takes over what another context had, when this one has started; tells of each attribute that is lost. */
    void restore(List<SerializedSession> sessions, Consumer<String> lost) {
        DefaultSessionCache cache = cache();
        if (cache == null) {
            return;
        }
        ClassLoader loader = context.getClassLoader();
        for (SerializedSession each : sessions) {
            ManagedSession session = cache.newSession(each.read(loader, lost));
            try {
                cache.add(each.id(), session);
                ids.add(each.id());
                session.onSessionActivation();
            } catch (Exception failure) {
                lost.accept("a session: " + failure);
            }
        }
    }

    private @org.jspecify.annotations.Nullable DefaultSessionCache cache() {
        return context.getSessionHandler().getSessionCache() instanceof DefaultSessionCache cache ? cache : null;
    }
}
